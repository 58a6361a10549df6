//! From names on the command line to inputs, in order.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use ignore::WalkBuilder;

use crate::fault::Fault;

/// What is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
    /// What was named cannot be read, and why.
    Unreadable(String, String),
}

/// All that is to be read, and whether the command line could have named more than one.
#[derive(Debug)]
pub(crate) struct Inputs {
    pub(crate) list: Vec<Input>,
    pub(crate) many: bool,
}

/// What is read in a folder; a file that is named itself is read whatever its name.
const EXTENSIONS: [&str; 7] = ["txt", "text", "html", "htm", "xhtml", "shtml", "docx"];

impl Inputs {
    /// Finds what `names` stand for. Folders are walked, in the order of their files' names, without hidden files and
    /// those that a .gitignore or .ignore names.
    pub(crate) fn find(names: &[String]) -> Result<Self, Fault> {
        if names.is_empty() {
            if std::io::stdin().is_terminal() {
                return Err(Fault::Usage("name a FILE to read, or - for standard input".to_owned()));
            }
            return Ok(Self { list: vec![Input::Stdin], many: false });
        }
        let mut inputs = Self { list: Vec::new(), many: names.len() > 1 };
        let mut stdin = false;
        for name in names {
            let path = Path::new(name);
            if name == "-" {
                if std::mem::replace(&mut stdin, true) {
                    return Err(Fault::Usage("standard input can be read only once".to_owned()));
                }
                inputs.list.push(Input::Stdin);
            } else if path.is_dir() {
                inputs.many = true;
                inputs.walk(path, name, |path| {
                    let extension = path.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase);
                    extension.is_some_and(|e| EXTENSIONS.contains(&e.as_str()))
                });
            } else if name.contains(['*', '?', '[']) && !path.exists() {
                inputs.many = true;
                let glob = glob(name).map_err(Fault::Usage)?;
                inputs.walk(&base(name), name, |path| glob.is_match(path));
            } else {
                inputs.list.push(Input::File(path.to_owned()));
            }
        }
        Ok(inputs)
    }

    fn walk(&mut self, folder: &Path, name: &str, wanted: impl Fn(&Path) -> bool) {
        let before = self.list.len();
        let walk = WalkBuilder::new(folder).sort_by_file_path(Ord::cmp).require_git(false).build();
        for entry in walk {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) => {
                    let path = entry.path().strip_prefix("./").unwrap_or(entry.path());
                    // `gongwen parse '*.txt'` walks `.`, but calls the files by the names they were asked for.
                    let path = if folder == Path::new(".") && !name.starts_with('.') { path } else { entry.path() };
                    if wanted(path) {
                        self.list.push(Input::File(path.to_owned()));
                    }
                }
                Ok(_) => {}
                Err(error) => {
                    let (path, reason) = told(&error);
                    self.list.push(Input::Unreadable(path.unwrap_or_else(|| name.to_owned()), reason));
                }
            }
        }
        if self.list.len() == before {
            self.list.push(Input::Unreadable(name.to_owned(), "no text was found there".to_owned()));
        }
    }
}

/// A glob as a shell reads it: * and ? stay within a folder, ** goes through folders.
fn glob(pattern: &str) -> Result<GlobMatcher, String> {
    let glob = GlobBuilder::new(pattern).literal_separator(true).build();
    glob.map(|g| g.compile_matcher()).map_err(|error| format!("{pattern}: {}", error.kind()))
}

/// The folder that everything a glob can match lies in.
fn base(pattern: &str) -> PathBuf {
    let fixed: PathBuf =
        Path::new(pattern).components().take_while(|c| !c.as_os_str().to_string_lossy().contains(['*', '?', '['])).collect();
    if fixed.as_os_str().is_empty() { PathBuf::from(".") } else { fixed }
}

/// What a walk's error is about.
fn told(error: &ignore::Error) -> (Option<String>, String) {
    let mut path = None;
    let mut at = error;
    loop {
        at = match at {
            ignore::Error::WithPath { path: p, err } => {
                path = Some(p.display().to_string());
                err
            }
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => err,
            ignore::Error::Io(error) => {
                let reason = error.to_string();
                let reason = reason.split(" (os error").next().unwrap_or_default();
                // walkdir puts the path into the message as well.
                let reason = reason.rsplit_once(": ").map_or(reason, |(_, last)| last);
                return (path, reason.to_owned());
            }
            other => return (path, other.to_string()),
        };
    }
}

impl Input {
    /// The name as messages and records give it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "standard input".to_owned(),
            Self::File(path) => path.display().to_string(),
            Self::Unreadable(name, _) => name.clone(),
        }
    }

    /// Whether it holds records, one a line, where records are asked for.
    pub(crate) fn holds_records(&self) -> bool {
        match self {
            Self::Stdin => true,
            Self::File(path) => path.extension().is_some_and(|e| e.eq_ignore_ascii_case("ndjson") || e.eq_ignore_ascii_case("jsonl")),
            Self::Unreadable(..) => false,
        }
    }
}

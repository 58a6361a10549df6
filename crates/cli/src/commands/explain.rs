//! `gongwen explain`.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use gongwen::{Code, Value, values};

use super::print;
use crate::arguments::ExplainArguments;
use crate::fault::{Fault, say};
use crate::input::Input;
use crate::run::Reading;

/// Prints the page of a code, all codes, or what was read in a file by which rule.
pub(super) fn run(arguments: &ExplainArguments) -> Result<ExitCode, Fault> {
    let Some(what) = &arguments.what else {
        let mut list = String::new();
        for code in Code::ALL {
            let title = code.page().lines().next().and_then(|l| l.split('：').nth(1)).unwrap_or_default();
            let _ = writeln!(list, "{:<28} {title}", code.name());
        }
        return print(list.as_bytes());
    };
    if let Some(code) = Code::named(what) {
        return print(code.page().as_bytes());
    }
    if what == "-" || Path::new(what).exists() {
        return file(what, arguments);
    }
    let near = Code::ALL.iter().map(|c| c.name()).find(|n| n.starts_with(what.as_str()) || n.contains(what.as_str()));
    let hint = near.map_or_else(|| "gongwen explain lists the codes".to_owned(), |n| format!("did you mean {n}?"));
    Err(Fault::Usage(format!("{what} is neither a diagnostic code nor a file; {hint}")))
}

/// For each value of the Document the rule that built it, and the mentions that it stands on with theirs.
fn file(name: &str, arguments: &ExplainArguments) -> Result<ExitCode, Fault> {
    let reading = Reading::new(&arguments.settings)?;
    let input = if name == "-" { Input::Stdin } else { Input::File(PathBuf::from(name)) };
    let failed = |reason: String| Fault::System(format!("{}: {reason}", input.name()));
    let (text, doubt) = reading.read(&input).map_err(failed)?;
    if let Some(doubt) = doubt {
        say(&format!("{}: warning: {doubt}", input.name()));
    }
    let document = reading.parse(&text).map_err(failed)?;
    let mentions = reading.mentions(&text).map_err(failed)?;
    let mut page = String::new();
    let mut values = values(&document);
    values.sort_by_key(|v| (v.span.start, std::cmp::Reverse(v.span.end)));
    for Value { path, rule, span, .. } in values {
        let shown = text.get(span.range()).unwrap_or_default();
        let _ = writeln!(page, "{path} by {rule} {}..{} {}", span.start, span.end, short(shown));
        let from = mentions.partition_point(|m| m.span.start < span.start);
        let within = mentions[from..].iter().take_while(|m| m.span.start < span.end).filter(|m| m.span.end <= span.end);
        for mention in within.take(MAX_MENTIONS) {
            let shown = text.get(mention.span.range()).unwrap_or_default();
            let _ =
                writeln!(page, "  {:<12} {:<22} {}..{} {}", mention.what, mention.rule, mention.span.start, mention.span.end, short(shown));
        }
    }
    print(page.as_bytes())
}

/// So many mentions are shown under a value.
const MAX_MENTIONS: usize = 40;

fn short(text: &str) -> String {
    let mut line: String = text.chars().filter(|c| !c.is_control()).take(MAX_SHOWN).collect();
    if text.chars().filter(|c| !c.is_control()).nth(MAX_SHOWN).is_some() {
        line.push('…');
    }
    line
}

/// So many characters of the text are shown.
const MAX_SHOWN: usize = 30;

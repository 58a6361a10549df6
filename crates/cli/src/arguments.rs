//! The command line, as clap reads it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Reads Chinese administrative prose (公文) into typed structures with exact source spans.
#[derive(Debug, Parser)]
#[command(name = "gongwen", version, propagate_version = true, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_CODES: &str =
    "Exit codes: 0 done; 1 lint found errors; 2 wrong usage; 3 some inputs failed, the others are done, or the output failed; 130 Ctrl-C.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print what each text says.
    Parse(ParseArguments),
    /// Print the directives as a task sheet (督办清单): who, what, by when, from whom, where in the text.
    Tasks(TasksArguments),
    /// Print what is wrong with each text, with the line and a caret; exit 1 where there are errors.
    Lint(LintArguments),
    /// Print what was mended in each text to read it, and what was found damaged and left.
    Repairs(RepairsArguments),
    /// Explain a diagnostic code, or which rules read what in a file.
    Explain(ExplainArguments),
    /// Print the JSON Schema of the Document.
    Schema,
    /// Print the completions of a shell.
    Completions(CompletionsArguments),
    /// Print the manual page, or write those of all commands into a folder.
    Man(ManArguments),
}

/// Of `gongwen parse`.
#[derive(Args, Debug)]
pub(crate) struct ParseArguments {
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,

    /// What to print.
    #[arg(short, long, value_enum, default_value_t = Format::Outline)]
    pub(crate) format: Format,

    /// The unit of the spans in JSON.
    #[arg(long, value_enum, default_value_t = Offsets::Utf8)]
    pub(crate) offsets: Offsets,

    /// Spread JSON over indented lines.
    #[arg(long)]
    pub(crate) pretty: bool,
}

/// Of `gongwen tasks`.
#[derive(Args, Debug)]
pub(crate) struct TasksArguments {
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,

    /// What to print.
    #[arg(short, long, value_enum, default_value_t = SheetFormat::Markdown)]
    pub(crate) format: SheetFormat,
}

/// Of `gongwen lint`.
#[derive(Args, Debug)]
pub(crate) struct LintArguments {
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,

    /// What to print.
    #[arg(short, long, value_enum, default_value_t = LintFormat::Human)]
    pub(crate) format: LintFormat,

    /// The language of the messages.
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    pub(crate) lang: Language,
}

/// Of `gongwen repairs`.
#[derive(Args, Debug)]
pub(crate) struct RepairsArguments {
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,

    /// What to print.
    #[arg(short, long, value_enum, default_value_t = RepairsFormat::Human)]
    pub(crate) format: RepairsFormat,

    /// Leave out what was found damaged and not mended.
    #[arg(long)]
    pub(crate) applied: bool,
}

/// Of `gongwen explain`.
#[derive(Args, Debug)]
pub(crate) struct ExplainArguments {
    /// A diagnostic code, such as count_mismatch, or a file; without it, all codes.
    #[arg(value_name = "CODE|FILE")]
    pub(crate) what: Option<String>,

    #[command(flatten)]
    pub(crate) settings: Settings,
}

/// Of `gongwen completions`.
#[derive(Args, Debug)]
pub(crate) struct CompletionsArguments {
    /// The shell.
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

/// Of `gongwen man`.
#[derive(Args, Debug)]
pub(crate) struct ManArguments {
    /// A folder to write gongwen.1, gongwen-parse.1 … into.
    pub(crate) folder: Option<PathBuf>,
}

/// What is read, and how.
#[derive(Args, Debug)]
pub(crate) struct ReadingArguments {
    /// Files, folders or globs to read: txt, html, docx; - is standard input, which is also read where no file is named.
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<String>,

    #[command(flatten)]
    pub(crate) settings: Settings,

    /// How many texts are read at once; 0 is one for each core. With 1, each result is written before the next text is read.
    #[arg(short, long, value_name = "N", default_value_t = 0)]
    pub(crate) jobs: usize,
}

/// How a text is read.
#[derive(Args, Debug)]
pub(crate) struct Settings {
    /// The date the texts are read as of: fills in the years that they leave out.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<String>,

    /// The encoding of the texts, such as gb18030; auto finds it out.
    #[arg(long, value_name = "NAME", default_value = "auto")]
    pub(crate) encoding: String,

    /// A table of words of your own: word, tab, kind. May be given several times.
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Vec<PathBuf>,

    /// Read words of Taiwan and Hong Kong as the mainland says them: 資訊 as 信息.
    #[arg(long)]
    pub(crate) regional_words: bool,

    /// Refuse texts with broken characters or of a guessed encoding, which otherwise cost a warning; fail on broken NDJSON records.
    #[arg(long)]
    pub(crate) strict: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The Document, whole; of several texts an array of {id, document}.
    Json,
    /// A line {id, document} for each text. Standard input, and files named .ndjson or .jsonl, are lines {id, text}.
    Ndjson,
    /// What a person reads in a terminal.
    Outline,
    /// A report.
    Markdown,
    /// The directives, one a row.
    Csv,
    /// One self-contained page with the text marked up.
    Html,
    /// The meeting, and directives with a deadline, for a calendar.
    Ics,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SheetFormat {
    /// A table.
    Markdown,
    /// A table for a spreadsheet; cells that begin like a formula are defused.
    Csv,
    /// A line {id, tasks} for each text.
    Ndjson,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LintFormat {
    /// As a compiler prints them.
    Human,
    /// A line {id, diagnostics} for each text.
    Ndjson,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RepairsFormat {
    /// A line for each repair: where, what it is, what stood there and what is read.
    Human,
    /// A line {id, repairs} for each text.
    Ndjson,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    /// Chinese.
    Zh,
    /// English.
    En,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Offsets {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
    /// Code points, as Python counts.
    Codepoint,
}

impl From<Offsets> for gongwen::Offsets {
    fn from(offsets: Offsets) -> Self {
        match offsets {
            Offsets::Utf8 => Self::Utf8,
            Offsets::Utf16 => Self::Utf16,
            Offsets::Codepoint => Self::Codepoint,
        }
    }
}

//! The command line, as clap reads it.

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Reads Chinese administrative prose (公文) into typed structures with exact source spans.
#[derive(Debug, Parser)]
#[command(name = "gongwen", version, propagate_version = true, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 done, 1 lint found errors, 2 wrong usage, 3 some inputs failed (the others are done).";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print what each text says.
    Parse(ParseArguments),
    /// Print the JSON Schema of the Document.
    Schema,
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

/// What is read, and how.
#[derive(Args, Debug)]
pub(crate) struct ReadingArguments {
    /// Files to read; - is standard input.
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<String>,

    /// The date the texts are read as of: fills in the years that they leave out.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The Document, whole.
    Json,
    /// What a person reads.
    Outline,
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

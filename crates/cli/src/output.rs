//! Standard output: colour only where it is a terminal.

use std::io::IsTerminal;

use anstyle::{AnsiColor, Style};
use gongwen::render::Part;

/// Whether what is written to standard output may be coloured.
pub(crate) fn coloured() -> bool {
    std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
}

/// A part of an outline in a terminal's colours.
pub(crate) fn paint(part: Part, text: &str) -> String {
    let style = match part {
        Part::Label => Style::new().fg_color(Some(AnsiColor::Cyan.into())),
        Part::Title => Style::new().bold(),
        Part::Name => Style::new().fg_color(Some(AnsiColor::Green.into())),
        Part::Marker => Style::new().fg_color(Some(AnsiColor::Blue.into())),
        Part::Deadline => Style::new().fg_color(Some(AnsiColor::Magenta.into())),
        Part::Error => Style::new().fg_color(Some(AnsiColor::Red.into())).bold(),
        Part::Warning => Style::new().fg_color(Some(AnsiColor::Yellow.into())).bold(),
        _ => Style::new().dimmed(),
    };
    format!("{style}{text}{style:#}")
}

//! A bar on standard error, where somebody looks on and the output goes elsewhere.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::input::{Input, Inputs};

/// A bar, or none.
pub(super) struct Progress(Option<ProgressBar>);

impl Progress {
    /// Over the texts of a run: none for a few, none where the output stands on the same terminal.
    pub(super) fn over(inputs: &Inputs, records: bool) -> Self {
        let seen = std::io::stderr().is_terminal() && !std::io::stdout().is_terminal();
        let endless = records && inputs.list.iter().any(Input::holds_records);
        if !seen || !(endless || inputs.list.len() > FEW) {
            return Self(None);
        }
        let (bar, template) = if endless {
            (ProgressBar::no_length(), "{spinner} {pos} texts, {per_sec}")
        } else {
            (ProgressBar::new(inputs.list.len() as u64), "{bar:30} {pos}/{len} texts, {eta} left")
        };
        bar.set_draw_target(ProgressDrawTarget::stderr());
        bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self(Some(bar))
    }

    /// One text is done.
    pub(super) fn step(&self) {
        if let Some(bar) = &self.0 {
            bar.inc(1);
        }
    }

    /// Says something without the bar in its way.
    pub(super) fn aside(&self, say: impl FnOnce()) {
        match &self.0 {
            Some(bar) => bar.suspend(say),
            None => say(),
        }
    }

    /// All is done: the bar goes.
    pub(super) fn end(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

/// So many texts are done before a bar is drawn.
const FEW: usize = 20;

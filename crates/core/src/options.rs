//! What a caller may set: [`Options`].

use crate::document::RepairKind;
use crate::error::Error;
use crate::lexicon::OwnWords;

/// Settings of a [`Parser`](crate::Parser), each with a default that suits most texts.
///
/// ```
/// use gongwen_core::{Options, Parser};
/// let parser = Parser::with_options(Options::new().reference_date("2012-05-20")?);
/// # Ok::<(), gongwen_core::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub(crate) reference_date: Option<Date>,
    pub(crate) words: OwnWords,
    /// The kinds of repair that are not as they are by default, a bit each.
    switched: u16,
}

/// A calendar date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Date {
    pub(crate) year: u16,
    pub(crate) month: u8,
    pub(crate) day: u8,
}

impl Options {
    /// The defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The date the text is read as of, `2012-05-18`: fills [`Time::resolved`](crate::Time::resolved) where a
    /// year or month is missing. A date that the text itself states as its own goes before it.
    ///
    /// # Errors
    /// [`Error::ReferenceDate`] where `date` is no calendar date of that form.
    pub fn reference_date(mut self, date: &str) -> Result<Self, Error> {
        self.reference_date = Some(Date::parse(date).ok_or_else(|| Error::ReferenceDate { date: date.to_owned() })?);
        Ok(self)
    }

    /// Whether repairs of this kind are made (修复); all are unless this says otherwise, but those of
    /// [`RepairKind::RegionalWord`], which are made only where this asks for them.
    ///
    /// ```
    /// use gongwen_core::{Options, Parser, RepairKind};
    /// let options = Options::new().repair(RepairKind::Traditional, false);
    /// assert!(Parser::with_options(options).parse("會議強調，要抓好落實。")?.repairs.is_empty());
    ///
    /// let options = Options::new().repair(RepairKind::RegionalWord, true);
    /// let document = Parser::with_options(options).parse("會議強調，要發展人工智慧。")?;
    /// assert_eq!(document.directives[0].content.text, "要发展人工智能");
    /// # Ok::<(), gongwen_core::Error>(())
    /// ```
    #[must_use]
    pub fn repair(mut self, kind: RepairKind, made: bool) -> Self {
        let bit = 1 << kind as u16;
        self.switched = if made == made_by_default(kind) { self.switched & !bit } else { self.switched | bit };
        self
    }

    /// Whether repairs of this kind are made.
    pub(crate) fn repairs(&self, kind: RepairKind) -> bool {
        made_by_default(kind) == (self.switched & (1 << kind as u16) == 0)
    }

    /// Adds words of the caller's own (自定义词表) to the built-in ones; may be called for several lists.
    ///
    /// One word a line: the word, a tab, its kind, and optionally a tab and a remark. Empty lines and lines
    /// that start with `#` are passed over. The kinds are those of the built-in tables, such as
    /// `organization`, `organization_suffix`, `title`, `place`, `say`, `meeting_form`, `addressee`.
    ///
    /// # Errors
    /// [`Error::Lexicon`] with the line's number, for the first line that can't be read.
    ///
    /// ```
    /// use gongwen_core::{Error, Options, Parser};
    /// let options = Options::new().lexicon("数智办\torganization\n链长\ttitle\t产业链的\n")?;
    /// let document = Parser::with_options(options).parse("数智办链长林晓峰主持会议。")?;
    /// assert_eq!(document.people[0].posts[0].text, "数智办链长");
    ///
    /// let mistake = Options::new().lexicon("数智办\torganization\n链长\ttitel\n");
    /// assert!(matches!(mistake, Err(Error::Lexicon { line: 2, .. })));
    /// # Ok::<(), gongwen_core::Error>(())
    /// ```
    pub fn lexicon(mut self, rows: &str) -> Result<Self, Error> {
        self.words.add(rows)?;
        Ok(self)
    }
}

/// Regional words are other words, not another spelling.
fn made_by_default(kind: RepairKind) -> bool {
    kind != RepairKind::RegionalWord
}

impl Date {
    /// Reads `2012-05-18`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        if parts.next().is_some() || !digits(y, 4) || !digits(m, 2) || !digits(d, 2) {
            return None;
        }
        Self::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
    }

    /// The day after.
    pub(crate) fn next(self) -> Self {
        let Self { year, month, day } = self;
        let ahead = [(year, month, day.saturating_add(1)), (year, month + 1, 1)];
        let found = ahead.into_iter().find_map(|(y, m, d)| Self::new(y, m, d));
        found.unwrap_or(Self { year: year.saturating_add(1), month: 1, day: 1 })
    }

    /// The date, if the calendar has it.
    pub(crate) fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (year > 0 && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }
}

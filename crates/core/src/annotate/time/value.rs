//! What a time says, as ISO 8601 writes it: 2012-05-18, --05-18, ---27, --12-24/--12-25.

use crate::options::Date;

/// A date as far as the text states it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Partial {
    pub(crate) year: Option<u16>,
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
}

/// What a time says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Value {
    /// Nothing that a calendar knows (近日).
    #[default]
    Vague,
    /// A date, month or year.
    Point(Partial),
    /// From the one to the other.
    Range(Partial, Partial),
    /// A length of time: P30D.
    Duration(String),
}

impl Partial {
    pub(crate) fn year(year: u16) -> Self {
        Self { year: Some(year), ..Self::default() }
    }

    pub(crate) fn month(month: u8) -> Self {
        Self { month: Some(month), ..Self::default() }
    }

    pub(crate) fn day(day: u8) -> Self {
        Self { day: Some(day), ..Self::default() }
    }

    /// The date in full, where it is stated in full and the calendar has it.
    pub(crate) fn date(self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day?)
    }

    /// Whether some year has such a date: 2月30日 is in none.
    pub(super) fn is_possible(self) -> bool {
        let month = self.month.unwrap_or(1);
        // 2000 is a leap year.
        Date::new(self.year.unwrap_or(2000).max(1), month, self.day.unwrap_or(1)).is_some()
    }

    /// This with what it lacks in front taken from `other`: the 25日 of 10月24日至25日.
    pub(super) fn after(self, other: Self) -> Self {
        let month = self.month.or(if self.day.is_some() { other.month } else { None });
        Self { year: self.year.or(if month.is_some() { other.year } else { None }), month, ..self }
    }

    /// This with what it lacks taken from what stands right before it: the 5月 of 2012年5月.
    pub(super) fn after_all(self, front: Self) -> Self {
        Self { year: self.year.or(front.year), month: self.month.or(front.month), day: self.day }
    }

    /// The day so many from this one, where the month has it.
    pub(super) fn in_month(self, offset: i16) -> Option<Self> {
        let day = u8::try_from(i16::from(self.day?) + offset).ok().filter(|&d| d > 0)?;
        Some(Self { day: Some(day), ..self }).filter(|p| p.is_possible())
    }

    /// As ISO 8601 writes it.
    pub(crate) fn iso(self) -> String {
        match (self.year, self.month, self.day) {
            (Some(y), Some(m), Some(d)) => format!("{y:04}-{m:02}-{d:02}"),
            (Some(y), Some(m), None) => format!("{y:04}-{m:02}"),
            (Some(y), ..) => format!("{y:04}"),
            (None, Some(m), Some(d)) => format!("--{m:02}-{d:02}"),
            (None, Some(m), None) => format!("--{m:02}"),
            (None, None, Some(d)) => format!("---{d:02}"),
            (None, None, None) => String::new(),
        }
    }

    /// Reads what [`Partial::iso`] writes.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let number = |t: &str| t.parse::<u16>().ok();
        let small = |t: &str| t.parse::<u8>().ok();
        if let Some(day) = text.strip_prefix("---") {
            return Some(Self::day(small(day)?));
        }
        let (year, rest) = match text.strip_prefix("--") {
            Some(rest) => (None, Some(rest)),
            None => match text.split_once('-') {
                Some((year, rest)) => (Some(number(year)?), Some(rest)),
                None => (Some(number(text)?), None),
            },
        };
        let (month, day) = match rest.map(|r| r.split_once('-').unwrap_or((r, ""))) {
            Some((month, "")) => (Some(small(month)?), None),
            Some((month, day)) => (Some(small(month)?), Some(small(day)?)),
            None => (None, None),
        };
        Some(Self { year, month, day })
    }
}

impl Value {
    /// This with the month that stands before it: the 6日 of 元月6日.
    pub(super) fn in_month(self, month: u8) -> Self {
        let front = Partial::month(month);
        match self {
            Self::Point(p) => Self::Point(p.after_all(front)),
            Self::Range(a, b) => Self::Range(a.after_all(front), b.after_all(front)),
            other => other,
        }
    }

    /// As ISO 8601 writes it; `None` where there is nothing to write.
    pub(super) fn iso(&self) -> Option<String> {
        match self {
            Self::Vague => None,
            Self::Point(p) => Some(p.iso()),
            Self::Range(a, b) => Some(format!("{}/{}", a.iso(), b.iso())),
            Self::Duration(d) => Some(d.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for text in ["2012-05-18", "2012-05", "2012", "--05-18", "--05", "---27"] {
            assert_eq!(Partial::parse(text).map(Partial::iso).as_deref(), Some(text));
        }
        assert_eq!(Partial::parse("P30D"), None);
    }

    #[test]
    fn the_end_of_a_range_takes_what_it_lacks_from_the_start() {
        let start = Partial { year: Some(2011), month: Some(10), day: Some(24) };
        assert_eq!(Partial::day(25).after(start).iso(), "2011-10-25");
        assert_eq!(Partial::month(12).after(start).iso(), "2011-12");
        assert!(!Partial { month: Some(2), day: Some(30), year: None }.is_possible());
    }
}

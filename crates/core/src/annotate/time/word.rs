//! What the words of `time.tsv` mean.

use std::sync::LazyLock;

use crate::document::TimeRelation;
use crate::packed;
use crate::sorted::Sorted;

static WORDS: LazyLock<Sorted<&'static str, Meaning>> = LazyLock::new(|| Sorted::of(rows().filter_map(|(w, m)| Some((w, meaning(m)?)))));

/// What a word that says when means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A year so many from the text's own (今年 0, 去年 -1); `None` where the text before tells which (当年).
    Year(Option<i16>),
    /// Years from the one to the other (今明两年).
    Years(i16, i16),
    /// A month from the text's own (本月, 上月, 当月).
    Month(Option<i16>),
    /// A day from the text's own (今天, 昨日, 当天).
    Day(Option<i16>),
    /// A half of a year (上半年 1).
    Half(u8),
    /// A day of the week (星期一 1).
    Weekday(u8),
    /// The beginning, middle or end of a year or month (年底).
    Edge,
    /// The whole of a period that goes on (年内).
    Inside,
    /// Again and again (每季度).
    Each,
    /// A day from which on something holds (之日起).
    Since,
    /// What needs 前, 后 or 期间 to say when (春节, 下班); with its day where it is the same every year.
    Event(Option<(u8, u8)>),
    /// A length that only counts with its bound (半年 in 半年内).
    Length(&'static str),
    /// A time that the word itself bounds (节前, 今后一个时期).
    Bounded(Option<TimeRelation>),
    /// No day to be told (近日).
    Vague,
}

/// What `word` means, where `time.tsv` has it.
pub(super) fn of(word: &str) -> Option<Meaning> {
    WORDS.get(word)
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let meanings: Vec<_> = packed::labels().map(|label| label.strip_prefix("time_word\t")).collect();
    packed::word_table().rows().filter_map(move |(word, label)| Some((word, meanings[usize::from(label)]?)))
}

fn meaning(text: &'static str) -> Option<Meaning> {
    let mut parts = text.split(' ');
    let name = parts.next()?;
    let first = parts.next();
    let offset = first.and_then(|n| n.parse::<i16>().ok());
    let count = first.and_then(|n| n.parse::<u8>().ok());
    Some(match name {
        "year" => Meaning::Year(offset),
        "years" => Meaning::Years(offset?, parts.next()?.parse().ok()?),
        "month" => Meaning::Month(offset),
        "day" => Meaning::Day(offset),
        "half" => Meaning::Half(count?),
        "weekday" => Meaning::Weekday(count?),
        "edge" => Meaning::Edge,
        "inside" => Meaning::Inside,
        "each" => Meaning::Each,
        "since" => Meaning::Since,
        "event" => Meaning::Event(first.and_then(|d| d.split_once('-')).and_then(|(m, d)| Some((m.parse().ok()?, d.parse().ok()?)))),
        "length" => Meaning::Length(first?),
        "bounded" => Meaning::Bounded(super::relation::named(first?)),
        "vague" => Meaning::Vague,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_meaning() {
        for (word, text) in rows() {
            assert!(meaning(text).is_some(), "{word}: {text}");
        }
        assert_eq!(of("今明两年"), Some(Meaning::Years(0, 1)));
        assert_eq!(of("元旦"), Some(Meaning::Event(Some((1, 1)))));
        assert_eq!(of("高度"), None);
    }
}

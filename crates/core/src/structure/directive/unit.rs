//! The unit of a directive: a sentence without its frame, its label and its marker, divided at the markers of a series.

use super::Sight;
use crate::annotate::{Reading, within};
use crate::document::{Enumeration, EnumerationStyle, ItemRef, Kind as TextKind, Speaker, Text};
use crate::lexicon::{Kind, Token};
use crate::segment::{Sentence, trim};
use crate::sorted::arrange;
use crate::span::Span;
use crate::structure::cast::Cast;

/// The longest label that comes off a unit, in bytes: 20 characters.
const MAX_LABEL: u32 = 60;

/// How far before a unit its label is looked for, in bytes: 100 characters.
const MAX_LOOK: u32 = 300;

/// A unit.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Without frame, label, marker and final punctuation.
    pub(super) span: Span,
    /// With label and marker.
    pub(super) whole: Span,
    /// Whether a 希望 came off before it: 一是希望各单位….
    pub(super) hoped: bool,
    /// The innermost frame whose content it stands in.
    pub(super) frame: Option<usize>,
    /// The innermost item of an ordinal series that it stands in.
    pub(super) item: Option<ItemRef>,
    /// Where it begins, with the marker of the item that it begins.
    pub(super) begins: u32,
    /// Whether it begins its item.
    pub(super) leads_item: bool,
    /// Of one that begins its item, whether the label that came off before it tells to do something: 要做好三项工作：.
    pub(super) announced: bool,
    /// The person before the colon of a title: 林晓峰：要抓好落实.
    pub(super) titled: Option<u32>,
    /// Who said the quotation that it stands in, told after it: “要守住水质。”林晓峰说.
    pub(super) quoted: Option<Box<Speaker>>,
    /// Whether it stands in the title.
    pub(super) in_title: bool,
    /// Whether the line ends without punctuation: a heading or a label.
    pub(super) bare_line: bool,
    /// The line it stands in.
    pub(super) line: usize,
}

/// An item of an ordinal series, flat.
#[derive(Clone, Copy, Debug)]
struct Place {
    marker: u32,
    content: Span,
    item: ItemRef,
    /// Where the last item of its series begins.
    last: u32,
}

/// Tells of all units of the text, in order.
pub(super) fn each(sight: &Sight<'_, '_>, cast: &Cast, title: Option<&Text>, enumerations: &[Enumeration], mut tell: impl FnMut(Unit)) {
    let places = places(sight.reading, enumerations);
    let mut frames = Frames { next: 0, open: Vec::new() };
    let mut open: Vec<Place> = Vec::new();
    let mut next_place = 0;
    let mut pieces = Vec::new();
    for sentence in &sight.reading.segments.sentences {
        if sentence.content.is_empty() {
            continue;
        }
        let in_title = title.is_some_and(|t| t.span.start < sentence.content.end && sentence.content.start < t.span.end);
        pieces.clear();
        divide_sentence(sight, sentence, &places, &mut pieces);
        for &piece in &pieces {
            let titled = titled(sight, cast, piece);
            let stripped = strip(sight, piece);
            if stripped.is_empty() {
                continue;
            }
            while let Some(&place) = places.get(next_place).filter(|p| p.content.start <= stripped.start) {
                open.retain(|p| p.content.end > place.content.start);
                open.push(place);
                next_place += 1;
            }
            let at = stripped.start;
            let within = open.iter().rev().find(|p| p.content.start <= at && at < p.content.end.max(p.content.start + 1));
            let leads_item = within.is_some_and(|p| p.content.start == at);
            let frame = frames.at(sight, stripped.start);
            // 希望各单位… in a speech, whose own voice is no frame.
            let voiced = sight.kind == TextKind::Speech && frame.is_none();
            let span = if leads_item || voiced { hoped(sight, stripped, voiced) } else { stripped };
            let line = sight.reading.segments.line_at(span.start);
            tell(Unit {
                span,
                whole: piece,
                hoped: span != stripped,
                frame,
                item: within.map(|p| p.item),
                announced: leads_item && announced(sight, sentence, stripped),
                leads_item,
                begins: within.filter(|_| leads_item).map_or(at, |p| p.marker),
                titled: titled.filter(|_| frame.is_none()),
                quoted: if frame.is_none() { quoted(sight, cast, span).map(Box::new) } else { None },
                in_title,
                bare_line: sentence.terminator == '\n',
                line,
            });
        }
    }
}

/// Whether what stands in the sentence before a unit is a label that tells to do something.
fn announced(sight: &Sight<'_, '_>, sentence: &Sentence, unit: Span) -> bool {
    let before = Span::new(sentence.content.start.max(unit.start.saturating_sub(MAX_LOOK)), unit.start);
    let label = sight.reading.segments.clauses_in(before).iter().any(|c| matches!(c.terminator, '：' | ':') && c.span.end <= unit.start);
    label && sight.words.any(before, &[Kind::Obligation, Kind::Prohibition])
}

/// The person whose name and a colon begin a line: 林晓峰：要抓好落实.
fn titled(sight: &Sight<'_, '_>, cast: &Cast, piece: Span) -> Option<u32> {
    let reading = sight.reading;
    let line = reading.segments.line(piece.start);
    let name = reading.people.at(piece.start)?.span;
    let colon = reading.text[name.end as usize..].starts_with(['：', ':']);
    (line.content.start == piece.start && colon).then(|| cast.at(name)).flatten()
}

/// Who said the quotation that holds a unit, where the text tells it right after: “…”局长林晓峰表示，….
fn quoted(sight: &Sight<'_, '_>, cast: &Cast, span: Span) -> Option<Speaker> {
    let reading = sight.reading;
    let pair = reading.segments.pairs.around(span.start + QUOTE).filter(|p| p.is_quote() && p.span.end + QUOTE >= span.end)?;
    let end = reading.segments.line(pair.span.start).content.end;
    let says = sight.words.within(Span::new(pair.span.end, end.min(pair.span.end.saturating_add(MAX_LOOK))));
    let verb = says.iter().find(|w| w.kinds.has(Kind::Say))?.span;
    let between = Span::new(pair.span.end, verb.start);
    if reading.slice(between).contains(['。', '，', '！', '？', '；', '“']) {
        return None;
    }
    let at = sight.speeches.partition_point(|s| s.verb.span.start < verb.start);
    let frame = sight.speeches.get(at).filter(|s| s.verb.span == verb);
    let person = within(&reading.people, between).next_back().and_then(|p| cast.at(p.span)).map(Speaker::Person);
    frame.and_then(|f| f.speaker.clone()).or(person)
}

/// The length of a quotation mark in bytes.
const QUOTE: u32 = 3;

/// The frames that are open at a place, taken in order.
struct Frames {
    next: usize,
    open: Vec<usize>,
}

impl Frames {
    /// The innermost frame whose content holds `at`.
    fn at(&mut self, sight: &Sight<'_, '_>, at: u32) -> Option<usize> {
        while let Some(frame) = sight.speeches.get(self.next).filter(|f| f.content.span.start <= at) {
            self.open.retain(|&o| sight.speeches[o].content.span.end > frame.content.span.start);
            self.open.push(self.next);
            self.next += 1;
        }
        self.open.iter().rev().copied().find(|&o| sight.speeches[o].content.span.end > at)
    }
}

/// The items of all ordinal series, by start.
fn places(reading: &Reading<'_>, enumerations: &[Enumeration]) -> Vec<Place> {
    let mut list = Vec::new();
    for (e, enumeration) in enumerations.iter().enumerate().filter(|(_, e)| e.style == EnumerationStyle::Ordinal) {
        for (i, item) in enumeration.items.iter().enumerate() {
            let content = item.content.span;
            let marker = item.marker.as_ref().map_or(content.start, |m| m.span.start);
            let last = enumeration.items.last().map_or(content.start, |l| l.content.span.start);
            let content = Span::new(content.start, content.end.max(reach(reading, enumeration, i)));
            list.push(Place { marker, content, item: ItemRef { enumeration: e as u32, item: i as u32 }, last });
        }
    }
    arrange(&mut list, |p| p.content.outer_first());
    list
}

/// The end of what stands under a sign within a line: （一）加固堤坝。对险段…（二）.
fn reach(reading: &Reading<'_>, list: &Enumeration, item: usize) -> u32 {
    let sign = |i: usize| list.items.get(i)?.marker.as_ref().map(|m| m.span.start);
    let Some(at) = sign(item) else { return 0 };
    let inline = reading.marker_at(at).is_some_and(|m| !m.value.style.is_word() && !m.value.starts_line);
    let line = reading.segments.line(at).content;
    if inline { sign(item + 1).map_or(line.end, |next| next.min(line.end)) } else { 0 }
}

/// Adds the pieces of a sentence: past its frames, divided at the markers of a series.
fn divide_sentence(sight: &Sight<'_, '_>, sentence: &Sentence, places: &[Place], pieces: &mut Vec<Span>) {
    let from = sight.speeches.partition_point(|s| s.content.span.start < sentence.content.start);
    let to = sight.speeches.partition_point(|s| s.content.span.start < sentence.content.end);
    let frames = &sight.speeches[from..to.max(from)];
    if frames.is_empty() {
        divide(sight, sentence.content, sentence.content, places, pieces);
    }
    for (i, frame) in frames.iter().enumerate() {
        let end = match frames.get(i + 1) {
            Some(next) => lead(sight, next.verb.span.start, frame.content.span.start),
            None => sentence.content.end,
        };
        divide(sight, sentence.content, Span::new(frame.content.span.start, end.max(frame.content.span.start)), places, pieces);
    }
}

/// Where the clause of a frame's verb begins, no earlier than `from`.
fn lead(sight: &Sight<'_, '_>, verb: u32, from: u32) -> u32 {
    sight.reading.segments.clause(verb).span.start.max(from)
}

/// Divides a piece of a sentence at the items that begin in it. A label before the first marker comes off.
fn divide(sight: &Sight<'_, '_>, sentence: Span, piece: Span, places: &[Place], pieces: &mut Vec<Span>) {
    let mut start = piece.start;
    let from = places.partition_point(|p| p.content.start <= piece.start);
    for place in places[from..].iter().take_while(|p| p.content.start < piece.end) {
        if place.marker > start {
            let before = Span::new(start, place.marker);
            let label = sight.reading.slice(before).trim_end().ends_with(['：', ':', '—', '是']);
            // 要做到两点，一是…。二是…。: a series that goes on past the sentence divides nothing in it.
            if !label && place.item.item == 0 && place.last >= piece.end {
                continue;
            }
            if !label || start > piece.start {
                pieces.push(trim(sight.reading.text, before));
            }
        }
        start = place.content.start.max(start);
    }
    // A sentence without frame and series is trimmed already.
    let rest = Span::new(start, piece.end.max(start));
    pieces.push(if rest == sentence { rest } else { trim(sight.reading.text, rest) });
}

/// The unit without marker and label at its start.
fn strip(sight: &Sight<'_, '_>, mut span: Span) -> Span {
    // ——我们要…: the dash that sets off an item is a marker too.
    let dash = sight.reading.slice(span);
    span.start += (dash.len() - dash.trim_start_matches(['—', '–', '-', '·', '●', '■', '◆', '※', '☆', '★']).len()) as u32;
    span.start += article(sight.reading.slice(span)) as u32;
    for _ in 0..3 {
        if let Some(marker) = sight.reading.marker_at(span.start) {
            let end = marker.span.end;
            if end <= span.end {
                span = trim(sight.reading.text, Span::new(end, span.end));
                continue;
            }
        }
        match label(sight, span) {
            Some(end) => span = trim(sight.reading.text, Span::new(end, span.end)),
            None => break,
        }
    }
    span
}

/// The length of the number of an article with the space after it: 第四条　.
fn article(text: &str) -> usize {
    let numeral = |c: char| "一二三四五六七八九十百零0123456789".contains(c);
    let rest = text.strip_prefix('第').and_then(|rest| rest.trim_start_matches(numeral).strip_prefix('条'));
    rest.filter(|rest| rest.starts_with(char::is_whitespace)).map_or(0, |rest| text.len() - rest.trim_start().len())
}

/// The unit past the 希望 that somebody and what he should do follow: 一是希望各单位…; in a speech also in a later clause.
fn hoped(sight: &Sight<'_, '_>, unit: Span, voiced: bool) -> Span {
    let clauses = sight.clauses(unit).take(if voiced { HOPES } else { 1 });
    let hope = |(clause, _): (Span, char)| {
        // 也希望, 在此，我衷心希望: adverbs and who hopes stand before the verb.
        let before = |w: &Token| w.kinds.any(&[Kind::SayAdverb, Kind::Manner, Kind::Connective, Kind::FirstPerson]);
        let verb = sight.words.within(clause).iter().find(|w| !voiced || !before(w))?;
        let hopes = verb.kinds.has(Kind::SayAsk) && sight.reading.slice(verb.span).ends_with('望');
        let rest = Span::new(verb.span.end, unit.end.max(verb.span.end));
        let who = sight.words.kinds_at(rest.start).any(&[Kind::ActorLead, Kind::Addressee, Kind::Pronoun, Kind::Determiner, Kind::Actor]);
        let told = hopes && (verb.span.start == clause.start || voiced) && !rest.is_empty();
        (told && (voiced && who || super::addressee::subject_of(sight, first_clause(sight, rest)).is_some())).then_some(rest)
    };
    clauses.filter_map(hope).next().unwrap_or(unit)
}

/// How many clauses of a unit of a speech may hope.
const HOPES: usize = 12;

/// The first clause of a span.
fn first_clause(sight: &Sight<'_, '_>, span: Span) -> Span {
    sight.clauses(span).next().map_or(span, |(clause, _)| clause)
}

/// The end of the label that begins a unit: 具体要求：. A label that names who has to act stays.
fn label(sight: &Sight<'_, '_>, span: Span) -> Option<u32> {
    let clause = sight.reading.segments.clause(span.start);
    if !matches!(clause.terminator, '：' | ':') || clause.span.end >= span.end || clause.content.end.saturating_sub(span.start) > MAX_LABEL
    {
        return None;
    }
    // 18：00前: a time of day.
    let digit = |c: char| c.is_ascii_digit();
    if sight.reading.text[..clause.content.end as usize].ends_with(digit)
        && sight.reading.text[clause.span.end as usize..].starts_with(digit)
    {
        return None;
    }
    let words = sight.words.within(Span::new(span.start, clause.content.end));
    let last = words.last().filter(|t| t.span.end == clause.content.end);
    let acts =
        last.is_some_and(|t| t.kinds.any(&[Kind::Actor, Kind::Organization, Kind::OrganizationSuffix, Kind::GroupHead, Kind::Addressee]));
    let told = words.iter().any(|t| t.kinds.any(&[Kind::Obligation, Kind::Prohibition]) && !t.kinds.has(Kind::Action));
    (!acts && !told).then_some(clause.span.end)
}

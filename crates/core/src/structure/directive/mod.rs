//! Directives (任务、要求): who must do what by when.
//!
//! `unit` divides the text as the mechanical unit of a directive asks, `shape` says what a unit is made
//! of, `judge` weighs whether it tells someone to do something, and the others read one field each.

mod action;
mod addressee;
mod asked;
mod by;
mod condition;
mod due;
mod duty;
mod glance;
mod inherit;
mod judge;
mod modal;
mod shape;
#[cfg(test)]
mod tests;
mod topic;
mod unit;
mod wish;

use super::cast::Cast;
use crate::annotate::Reading;
use crate::document::{Directive, Enumeration, ItemRef, Kind, Modality, Speaker, Speech, Text};
use crate::lexicon::{Kind as Word, Kinds, Token, Words};
use crate::segment::Pair;
use crate::span::Span;
use addressee::Demand;
use asked::Asked;
use glance::Glance;
use shape::Shape;
use unit::Unit;

/// What a unit is judged by.
struct Sight<'a, 't> {
    reading: &'a Reading<'t>,
    words: &'a Words<'t>,
    kind: Kind,
    speeches: &'a [Speech],
    enumerations: &'a [Enumeration],
    title: Option<&'a str>,
    /// Whether the text itself calls upon its readers.
    exhorts: bool,
    /// Where a notice comes to what it asks: 现就有关事项通知如下. What it tells before that is why.
    preamble: u32,
    known: Known,
}

/// What was found of clauses and modals, as several rules ask it of the same ones.
#[derive(Default)]
struct Known {
    demand: Asked<Demand>,
    acting: Asked<Option<Span>>,
    topic: Asked<Option<Span>>,
    modal: Asked<bool>,
    glance: Asked<Glance>,
}

/// The directives of the text, in order. `recipients` are those whom a notice is sent to.
pub(super) fn read(
    reading: &Reading<'_>,
    words: &Words<'_>,
    cast: &Cast,
    about: &About<'_>,
    speeches: &[Speech],
    enumerations: &[Enumeration],
) -> Vec<Directive> {
    let exhorts = about.kind == Kind::Other && speeches.is_empty() && exhorts(words);
    let title = about.title.map(|t| t.text.as_str());
    let sight = Sight {
        reading,
        words,
        kind: about.kind,
        speeches,
        enumerations,
        title,
        exhorts,
        preamble: preamble(reading, about.kind),
        known: Known::default(),
    };
    let mut list: Vec<Directive> = Vec::new();
    let mut before = judge::Before::default();
    let mut named = inherit::Named::default();
    let mut run = Run::default();
    unit::each(&sight, cast, about.title, enumerations, |unit| {
        let labels = if list.is_empty() { None } else { duty::labels(&sight, unit.whole) };
        if let Some(labels) = labels {
            run.label(&mut list, labels);
            return;
        }
        before.come(&sight, &unit);
        let shape = judge::issued(&sight, &unit, &before).then(|| Shape::of(&sight, &unit));
        let (planned, told) = shape.as_ref().map_or((false, false), |s| (s.plan, s.fact));
        let shape = shape.filter(|shape| judge::is_directive(&sight, &unit, shape, &before));
        before.went_by(&sight, &unit, shape.is_some(), planned && shape.is_none(), told);
        if let Some(shape) = shape {
            let mut directive = directive(&sight, &unit, &shape);
            directive.inherited = named.go_on(&sight, &unit, &directive.addressees, about.recipients);
            run.step(&unit, list.len());
            list.push(directive);
        }
    });
    list
}

/// Where the formula stands that a notice comes to the point with; 0 where it has none.
fn preamble(reading: &Reading<'_>, kind: Kind) -> u32 {
    let formulas = reading.tokens.with(Kinds::of(&[Word::NoticeFormula]));
    let first = if kind == Kind::Notice { formulas.into_iter().next() } else { None };
    let clause = first.map(|f| reading.segments.clause(f.span.start).content);
    clause.filter(|&c| reading.slice(c).ends_with("如下")).map_or(0, |c| c.start)
}

/// How many demands of us all make an article one that calls upon its readers.
const MIN_CALLS: usize = 2;

/// Whether an article in which nobody speaks calls upon its readers in its own voice: 我们要….
fn exhorts(words: &Words<'_>) -> bool {
    let calls = |(us, modal): &(Token, Token)| {
        // 我要: a pledge.
        let all = us.kinds.has(Word::FirstPerson) && us.kinds.has(Word::Addressee);
        all && us.span.end == modal.span.start && modal.kinds.has(Word::Obligation)
    };
    words.all().pairs().filter(calls).count() >= MIN_CALLS
}

/// What is known of the text before its directives are read.
pub(super) struct About<'a> {
    pub(super) kind: Kind,
    pub(super) title: Option<&'a Text>,
    /// Those whom an official document is sent to (主送机关).
    pub(super) recipients: &'a [Text],
}

/// The last directives that stand together, which a line of labels after them (责任单位：…) is about.
#[derive(Default)]
struct Run {
    from: usize,
    line: usize,
    item: Option<ItemRef>,
}

impl Run {
    /// Comes to a directive, the `index`th.
    fn step(&mut self, unit: &Unit, index: usize) {
        let together = unit.line == self.line || unit.item.is_some() && unit.item == self.item;
        if index == 0 || !together {
            self.from = index;
        }
        (self.line, self.item) = (unit.line, unit.item);
    }

    /// Gives the directives what a line of labels says.
    fn label(&self, list: &mut [Directive], labels: duty::Labels) {
        for directive in list.iter_mut().skip(self.from) {
            directive.responsible.extend(labels.responsible.iter().cloned());
            if directive.deadline.is_none() {
                directive.deadline.clone_from(&labels.deadline);
            }
        }
    }
}

/// The directive that a unit states.
fn directive(sight: &Sight<'_, '_>, unit: &Unit, shape: &Shape) -> Directive {
    let frame = sight.frame(unit);
    let hoped = (unit.hoped || frame.is_some_and(|f| is_hoped(sight, unit, shape, f))) && shape.modality() != Modality::Prohibition;
    let addressees: Vec<Span> = addressee::read(sight, unit, shape).into_iter().map(|s| sight.unquoted(s)).collect();
    // 凡外地返回人员，: whoever has to act is no case.
    let condition = condition::read(sight, unit).filter(|c| !addressees.contains(&c.span));
    Directive {
        content: sight.reading.text_at(unit.span),
        addressees: addressees.into_iter().map(|s| sight.reading.text_at(s)).collect(),
        inherited: Vec::new(),
        modality: if hoped { Modality::Encouragement } else { shape.modality() },
        modal: shape.modal.map(|t| sight.reading.text_at(t.span)),
        actions: action::actions(sight, unit, condition.as_ref()),
        condition: condition.map(Box::new),
        deadline: due::deadline(sight, unit).map(Box::new),
        responsible: duty::responsible(sight, unit),
        issuer: issuer(frame, unit),
        item: unit.item,
    }
}

/// Whether a unit is what a frame hopes: its clause, an item of its list, or what goes on it without a word of its own force.
fn is_hoped(sight: &Sight<'_, '_>, unit: &Unit, shape: &Shape, frame: &Speech) -> bool {
    let hopes = |kinds: Kinds| kinds.has(Word::Encouragement);
    let list = unit.item.and_then(|i| sight.enumerations.get(i.enumeration as usize).map(|list| (list, i.item as usize)));
    let item = list.and_then(|(list, at)| list.items.get(at));
    // An item marked 一要 obliges, with all that it holds.
    let bare = shape.modality() == Modality::Obligation
        && !shape.obliges()
        && !item.is_some_and(|i| i.marker.as_ref().is_some_and(|m| m.text.ends_with('要')));
    // 部署了三项工作：一是…，希望大家…；二是…: what is hoped in one item goes on in no other.
    let elsewhere =
        |list: &Enumeration| list.span.start < frame.content.span.start && !item.is_some_and(|i| i.content.span.contains(frame.verb.span));
    let frame = match list.filter(|(list, _)| elsewhere(list)) {
        Some((list, _)) => {
            let before = sight.speeches.partition_point(|s| s.content.span.start <= list.span.start);
            before.checked_sub(1).map_or(frame, |at| &sight.speeches[at])
        }
        None => frame,
    };
    if hopes(sight.reading.lexicon.kinds(&frame.verb.text)) {
        return bare || frame.content.span.start == unit.span.start || is_hoped_list(sight, unit, frame);
    }
    // 提出三点希望：一是勤学: the noun hopes.
    let said = sight.reading.before(frame.content.span.start).trim_end_matches(|c: char| !c.is_alphanumeric());
    bare && sight.words.ending_at(said.len() as u32).is_some_and(|t| t.kinds.has(Word::Demand) && hopes(t.kinds))
}

/// Whether a unit begins an item of the list of all that a frame hopes: 希望大家：一是…；二是….
fn is_hoped_list(sight: &Sight<'_, '_>, unit: &Unit, frame: &Speech) -> bool {
    let list = unit.item.filter(|_| unit.leads_item).and_then(|i| sight.enumerations.get(i.enumeration as usize));
    let sentence = |at: u32| sight.reading.segments.sentence_at(at);
    list.is_some_and(|l| l.span.start >= frame.content.span.start && sentence(l.span.start) == sentence(frame.content.span.start))
}

/// Whose directive it is.
fn issuer(frame: Option<&Speech>, unit: &Unit) -> Option<Speaker> {
    frame.map_or_else(|| unit.quoted.as_deref().cloned().or(unit.titled.map(Speaker::Person)), |f| f.speaker.clone())
}

impl<'a> Sight<'a, '_> {
    /// The frame that a unit stands in.
    fn frame(&self, unit: &Unit) -> Option<&'a Speech> {
        unit.frame.and_then(|f| self.speeches.get(f))
    }

    /// Whether what stands at `at` opens what a verb of a kind says: 要求|各单位落实责任.
    fn opens_speech(&self, unit: &Unit, at: u32, verb: Word) -> bool {
        self.frame(unit).is_some_and(|f| f.content.span.start == at && self.reading.lexicon.kinds(&f.verb.text).has(verb))
    }

    /// The clauses of a span, the first from where it begins, each with the character that ends it.
    fn clauses(&self, whole: Span) -> impl Iterator<Item = (Span, char)> + '_ {
        let segments = &self.reading.segments;
        let first = segments.clause(whole.start).span.start;
        segments.clauses_in(Span::new(first, whole.end)).iter().map(move |clause| {
            let start = clause.content.start.max(whole.start);
            (Span::new(start, clause.content.end.min(whole.end).max(start)), clause.terminator)
        })
    }

    /// A span without the half of a pair of quotation marks: “我们 of “我们要….
    fn unquoted(&self, span: Span) -> Span {
        let text = self.reading.slice(span);
        match (text.strip_prefix('“'), text.trim_end_matches(['。', '！', '”'])) {
            (Some(rest), _) if !rest.contains('”') => Span::new(span.end - rest.len() as u32, span.end),
            (None, kept) if kept.len() < text.len() && !kept.contains('“') && !kept.is_empty() => {
                Span::new(span.start, span.start + kept.len() as u32)
            }
            _ => span,
        }
    }

    /// Whether `offset` stands inside marks (quotation, title, brackets) that open within `span`.
    fn marked_off(&self, offset: u32, span: Span) -> bool {
        let mut at = self.reading.segments.pairs.around(offset);
        while let Some(pair) = at {
            if pair.span.start >= span.start && !self.is_said(pair, span) {
                return true;
            }
            at = pair.parent.and_then(|p| self.reading.segments.pairs.list.get(p as usize));
        }
        false
    }

    /// Whether a pair holds all of `span`, said word for word, which is said like all else: “我们要守住水质，抓好巡查。”.
    fn is_said(&self, pair: &Pair, span: Span) -> bool {
        pair.is_quote()
            && pair.span.start == span.start
            && pair.span.end >= span.end
            && self.reading.slice(pair.inner).contains(['，', '。', '！'])
    }
}

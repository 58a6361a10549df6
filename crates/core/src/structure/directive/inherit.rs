//! Who has to act where a directive names nobody: whom the words before it name (承上).

use super::unit::Unit;
use super::{Sight, addressee};
use crate::document::{ItemRef, Kind as TextKind, Text};
use crate::lexicon::Kind;
use crate::span::Span;
use crate::structure::words::is_towards;

/// How far before a list its announcement is looked for, in bytes: 100 characters.
const MAX_LOOK: u32 = 300;

/// Whom the text has named so far.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// By the last directive that named somebody, with where it stood.
    last: Vec<Text>,
    /// Whether others were named before them in the same speech or line: 组织部门要…。宣传部门要…。
    several: bool,
    frame: Option<usize>,
    line: usize,
    item: Option<ItemRef>,
    /// By the words that announced a list, with the list.
    announced: Vec<Text>,
    list: Option<u32>,
}

impl Named {
    /// Whom a directive without an addressee means; takes in whom one with addressees names.
    pub(super) fn go_on(&mut self, sight: &Sight<'_, '_>, unit: &Unit, own: &[Text], recipients: &[Text]) -> Vec<Text> {
        self.announce(sight, unit);
        if !own.is_empty() {
            let same = self.frame == unit.frame && self.line == unit.line && !self.last.is_empty();
            let others = own.first().map(|t| &t.text) != self.last.first().map(|t| &t.text);
            self.several = same && (self.several || others);
            self.last = own.to_vec();
            (self.frame, self.line, self.item) = (unit.frame, unit.line, unit.item);
            return Vec::new();
        }
        if !self.last.is_empty() && (!self.several || unit.item.is_some()) && self.goes_on(unit) {
            self.line = unit.line;
            return self.last.clone();
        }
        if unit.item.is_some_and(|i| self.list == Some(i.enumeration)) && !self.announced.is_empty() {
            return self.announced.clone();
        }
        // 各处级单位： at the head of a notice: it is they who have to act.
        if sight.kind == TextKind::Notice && unit.frame.is_none() { recipients.to_vec() } else { Vec::new() }
    }

    /// Whether a unit goes on what the last directive that named somebody said: in its item, or else in its line
    /// and, where somebody speaks, in the same speech.
    fn goes_on(&self, unit: &Unit) -> bool {
        let same = self.frame == unit.frame && (unit.line == self.line || unit.frame.is_some() && unit.line == self.line + 1);
        same && (unit.item.is_none() && self.item.is_none() || unit.item == self.item)
    }

    /// Takes in whom the announcement of a list names, at the list's first unit.
    fn announce(&mut self, sight: &Sight<'_, '_>, unit: &Unit) {
        let Some(item) = unit.item.filter(|i| self.list != Some(i.enumeration)) else { return };
        self.list = Some(item.enumeration);
        self.announced.clear();
        if item.item == 0 && unit.leads_item {
            self.announced.extend(announcement(sight, unit).map(|who| sight.reading.text_at(who)));
        }
    }
}

/// Whom the sentence names that announces a list: 各单位要做好三项工作：, 对各单位提出三点要求：.
fn announcement(sight: &Sight<'_, '_>, unit: &Unit) -> Option<Span> {
    let segments = &sight.reading.segments;
    let mut start = segments.sentence(unit.begins).content.start;
    if start >= unit.begins {
        let before = segments.sentence_at(start.checked_sub(1)?);
        start = segments.sentences.get(before).filter(|s| !s.content.is_empty())?.content.start;
    }
    let from = start.max(unit.begins.saturating_sub(MAX_LOOK));
    let clauses = segments.clauses_in(Span::new(from, unit.begins)).iter().filter(|c| c.span.end <= unit.begins);
    clauses.rev().find_map(|c| towards(sight, c.content).or_else(|| addressee::demanded_of(sight, c.content)))
}

/// Whom a clause puts its demands to: 研究生导师 of 对研究生导师提出三点要求.
fn towards(sight: &Sight<'_, '_>, clause: Span) -> Option<Span> {
    let words = sight.words.within(clause);
    let to = words.iter().rfind(|w| is_towards(sight.reading, *w))?;
    let says = words.iter().find(|w| w.span.start > to.span.start && w.kinds.has(Kind::Say))?;
    let who = Span::new(to.span.end, says.span.start);
    (!who.is_empty() && addressee::ends_as_actor(sight, who)).then_some(who)
}

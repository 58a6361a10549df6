//! Directives (任务、要求): who must do what by when.
//!
//! `unit` divides the text as the mechanical unit of a directive asks, `shape` says what a unit is made
//! of, `judge` weighs whether it tells someone to do something, and `addressee` and `detail` read the rest.

mod addressee;
mod detail;
mod judge;
mod shape;
#[cfg(test)]
mod tests;
mod unit;

use super::cast::Cast;
use super::words::Words;
use crate::annotate::Reading;
use crate::document::{Directive, Enumeration, Kind, Modality, Speaker, Speech, Text};
use crate::span::Span;
use shape::Shape;
use unit::{Unit, units};

/// What a unit is judged by.
struct Sight<'a, 't> {
    reading: &'a Reading<'t>,
    words: &'a Words,
    kind: Kind,
    speeches: &'a [Speech],
}

/// The directives of the text, in order.
pub(super) fn read(
    reading: &Reading<'_>,
    words: &Words,
    cast: &Cast,
    kind: Kind,
    title: Option<&Text>,
    speeches: &[Speech],
    enumerations: &[Enumeration],
) -> Vec<Directive> {
    let sight = Sight { reading, words, kind, speeches };
    let mut list = Vec::new();
    let mut before = judge::Before::default();
    for unit in units(&sight, cast, title, enumerations) {
        before.come(&unit);
        let shape = judge::issued(&sight, &unit).then(|| Shape::of(&sight, &unit));
        let shape = shape.filter(|shape| judge::is_directive(&sight, &unit, shape, &before));
        before.went_by(&unit, shape.is_some());
        list.extend(shape.map(|shape| directive(&sight, &unit, &shape)));
    }
    list
}

/// The directive that a unit states.
fn directive(sight: &Sight<'_, '_>, unit: &Unit, shape: &Shape) -> Directive {
    let frame = unit.frame.and_then(|f| sight.speeches.get(f));
    let asks = frame.is_some_and(|f| sight.reading.lexicon.kinds(&f.verb.text).has(crate::lexicon::Kind::Encouragement));
    let first = frame.is_some_and(|f| f.content.span.start == unit.span.start);
    let modality = if asks && first && shape.modality() != Modality::Prohibition { Modality::Encouragement } else { shape.modality() };
    Directive {
        content: sight.reading.text_at(unit.span),
        addressees: addressee::read(sight, unit, shape).into_iter().map(|s| sight.reading.text_at(s)).collect(),
        modality,
        modal: shape.modal.map(|t| sight.reading.text_at(t.span)),
        actions: detail::actions(sight, unit),
        deadline: detail::deadline(sight, unit),
        responsible: detail::responsible(sight, unit),
        issuer: issuer(frame, unit),
        item: unit.item,
    }
}

/// Whose directive it is.
fn issuer(frame: Option<&Speech>, unit: &Unit) -> Option<Speaker> {
    frame.map_or_else(|| unit.titled.map(Speaker::Person), |f| f.speaker.clone())
}

impl Sight<'_, '_> {
    /// Whether `offset` stands inside marks (quotation, title, brackets) that open within `span`.
    fn marked_off(&self, offset: u32, span: Span) -> bool {
        let mut at = self.reading.segments.pairs.around(offset);
        while let Some(pair) = at {
            if pair.span.start >= span.start {
                return true;
            }
            at = pair.parent.and_then(|p| self.reading.segments.pairs.list.get(p as usize));
        }
        false
    }
}

//! From mentions to the Document. One construct a file; what one has built, those after it may use.

mod attendee;
mod cast;
mod diagnose;
mod directive;
mod enumeration;
mod heading;
mod kind;
mod meeting;
mod official;
mod speech;
mod words;

pub(crate) use diagnose::add_unrepaired;

use crate::annotate::{Body, Found, Reading};
use crate::document::{Citation, Document, Organization, SCHEMA, Script, Source, Text};
use crate::sorted::firsts;
use crate::span::{Offsets, Span};

/// Builds the Document of a reading. Its spans index the repaired text; `Repaired::land` moves them.
pub(crate) fn structure(mut whole: Reading<'_>) -> Document {
    let reading = &whole;
    let title = kind::title(reading);
    let headlines = kind::headlines(reading, title.as_ref().map(|t| t.span));
    let kind = kind::kind(reading, &headlines);
    let official = official::read(reading, kind, title.as_ref());
    let sections = heading::read(reading);
    let mut cast = cast::Cast::of(reading);
    let words = words::read(reading);
    let speeches = speech::read(reading, &words, &mut cast, kind, title.as_ref());
    let enumerations = enumeration::read(reading, &speeches);
    let recipients = official.as_ref().map_or(&[][..], |o| &o.recipients);
    let about = directive::About { kind, title: title.as_ref(), recipients };
    let directives = directive::read(reading, &words, &cast, &about, &speeches, &enumerations);
    drop(words);
    let mut meetings = meeting::read(reading, kind, &headlines, &mut cast, &speeches);
    let groups = attendee::read(reading, kind, title.as_ref(), &mut cast, &mut meetings, &speeches);
    let people = cast.people();
    let mut document = Document {
        schema: SCHEMA.to_owned(),
        offsets: Offsets::Utf8,
        source: Source { length: 0, script: Script::Simplified },
        kind,
        title,
        official,
        meetings,
        people,
        groups,
        speeches,
        enumerations,
        directives,
        sections,
        times: Vec::new(),
        organizations: organizations(reading),
        citations: reading.citations.iter().map(|c| Citation { kind: c.value, content: reading.text_at(c.span) }).collect(),
        repairs: Vec::new(),
        diagnostics: Vec::new(),
    };
    // Of long texts they take much memory; no rule of the diagnostics reads them but in the Document.
    document.times = std::mem::take(&mut whole.times).into_list().into_iter().map(|t| t.value).collect();
    // They stand where the mentions stood, which took more.
    document.times.shrink_to_fit();
    document.diagnostics = diagnose::read(&whole, &document);
    document
}

impl Reading<'_> {
    /// The text at `span`, with its place.
    pub(crate) fn text_at(&self, span: Span) -> Text {
        Text::new(self.slice(span), span)
    }
}

/// The organisations, one entry a name, in order of first mention.
fn organizations(reading: &Reading<'_>) -> Vec<Organization> {
    // A short form counts for the full name that the text defines it by.
    let full = |found: &Found<Body>| found.value.full.unwrap_or(found.span);
    let names: Vec<&str> = reading.organizations.iter().map(|found| reading.slice(full(found))).collect();
    let firsts = firsts(&names);
    // Of each mention how many there are of the name that it is the first of, and then the entry that it opens.
    let mut entries = vec![0; names.len()];
    firsts.iter().for_each(|&first| entries[first as usize] += 1);
    let mut list: Vec<Organization> = Vec::with_capacity(entries.iter().filter(|&&count| count > 0).count());
    for (at, (found, first)) in reading.organizations.iter().zip(firsts).enumerate() {
        let first = first as usize;
        if first == at {
            let mentions = Vec::with_capacity(entries[at]);
            entries[at] = list.len();
            list.push(Organization { name: Text::new(names[at], full(found)), mentions, generic: found.value.generic });
        }
        list[entries[first]].mentions.push(found.span);
    }
    list
}

//! What the test targets share: where things stand, and the laws that hold for every Document.

#![forbid(unsafe_code)]

use std::path::{Path, PathBuf};

use gongwen_core::{Document, Span};
use serde_json::{Map, Value};

pub mod facets;

/// The workspace's folder.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The sample texts: name and content, by name.
#[must_use]
pub fn samples() -> Vec<(String, String)> {
    texts(&root().join("examples/texts"))
}

/// The `.txt` files of a folder: name and content, by name; none where the folder is missing.
#[must_use]
pub fn texts(folder: &Path) -> Vec<(String, String)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut texts: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|x| x == "txt"))
        .filter_map(|path| Some((path.file_stem()?.to_string_lossy().into_owned(), std::fs::read_to_string(&path).ok()?)))
        .collect();
    texts.sort();
    texts
}

/// Every span of a Document, found in its JSON, so that no field can be forgotten here.
#[must_use]
pub fn spans(document: &Document) -> Vec<Span> {
    let mut found = Vec::new();
    each_object(document, |map| found.extend(span_of(map)));
    found
}

/// Every `Text` of a Document, `{text, span}` and nothing else, found in its JSON as the spans are.
fn texts_read(document: &Document) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    each_object(document, |map| {
        if let (Some(Value::String(read)), Some(Value::Object(span)), 2) = (map.get("text"), map.get("span"), map.len()) {
            found.extend(span_of(span).map(|span| (read.clone(), span)));
        }
    });
    found
}

/// Shows every object in the JSON of a Document.
fn each_object(document: &Document, mut show: impl FnMut(&Map<String, Value>)) {
    let json = serde_json::to_value(document).unwrap_or_default();
    let mut stack = vec![&json];
    while let Some(value) = stack.pop() {
        match value {
            Value::Object(map) => {
                show(map);
                stack.extend(map.values());
            }
            Value::Array(list) => stack.extend(list),
            _ => {}
        }
    }
}

/// The span that an object is: `{start, end}` and nothing else.
fn span_of(map: &Map<String, Value>) -> Option<Span> {
    let end = |name: &str| map.get(name).map(|v| v.as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or(u32::MAX));
    (map.len() == 2).then_some(Span::new(end("start")?, end("end")?))
}

/// Checks every law on the Document of `text`; the error names the first that is broken.
///
/// # Errors
/// A sentence that names the broken law.
pub fn check_laws(text: &str, document: &Document) -> Result<(), String> {
    for span in spans(document) {
        if span.start >= span.end || span.end as usize > text.len() {
            return Err(format!("{span:?} is empty or out of bounds"));
        }
        if !text.is_char_boundary(span.start as usize) || !text.is_char_boundary(span.end as usize) {
            return Err(format!("{span:?} is not on character bounds"));
        }
    }
    let people = document.people.len();
    let speeches = document.speeches.len();
    for (i, speech) in document.speeches.iter().enumerate() {
        if let Some(parent) = speech.parent {
            let Some(outer) = document.speeches.get(parent as usize).filter(|_| parent as usize != i) else {
                return Err(format!("speech {i} has the parent {parent} of {speeches}"));
            };
            if !outer.content.span.contains(speech.content.span) {
                return Err(format!("speech {i} lies outside its parent {parent}"));
            }
        }
        speaker_holds(speech.speaker.as_ref(), people)?;
    }
    for (i, list) in document.enumerations.iter().enumerate() {
        if list.items.is_empty() {
            return Err(format!("enumeration {i} has no items"));
        }
        for (k, item) in list.items.iter().enumerate() {
            // A heading's item is its own line, and what stands under it reaches to the next heading.
            let end = list.items.get(k + 1).map_or(text.len() as u32, |next| next.content.span.start);
            let reach = Span::new(item.content.span.start, end);
            if !list.span.contains(item.content.span) {
                return Err(format!("enumeration {i} has an item outside its span: {:?} in {:?}", item.content.span, list.span));
            }
            for &child in &item.enumerations {
                let inner = document.enumerations.get(child as usize).ok_or(format!("enumeration {i} has the child {child}"))?;
                if !reach.contains(inner.span) {
                    return Err(format!("enumeration {child} lies outside its item of {i}"));
                }
                if inner.parent.map(|p| p.enumeration) != Some(i as u32) {
                    return Err(format!("enumeration {child} doesn't know its parent {i}"));
                }
            }
        }
    }
    for directive in &document.directives {
        speaker_holds(directive.issuer.as_ref(), people)?;
        if let Some(at) = directive.item {
            let list = document.enumerations.get(at.enumeration as usize).ok_or("a directive names no enumeration")?;
            list.items.get(at.item as usize).ok_or("a directive names no item")?;
        }
    }
    for meeting in &document.meetings {
        if meeting.chairs.iter().any(|&c| c as usize >= people) {
            return Err("a chair is nobody".to_owned());
        }
    }
    if document.repairs.is_empty() {
        for (read, span) in texts_read(document) {
            if text.get(span.range()) != Some(read.as_str()) {
                return Err(format!("on an unrepaired text {read:?} is not what stands at {span:?}"));
            }
        }
    }
    Ok(())
}

fn speaker_holds(speaker: Option<&gongwen_core::Speaker>, people: usize) -> Result<(), String> {
    match speaker {
        Some(gongwen_core::Speaker::Person(i)) if *i as usize >= people => Err(format!("speaker {i} of {people} people")),
        _ => Ok(()),
    }
}

//! XML as a run of starts, ends and text, with names without their prefixes.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::DocxError;
use super::package::Part;

/// What stands in a part, in order. An empty element is a start and an end.
pub(super) enum Node<'x> {
    Start(Element<'x>),
    End(&'x str),
    Text(&'x str),
}

/// The start of an element.
pub(super) struct Element<'x>(&'x BytesStart<'x>);

impl Element<'_> {
    /// The name without its prefix; empty where it is no UTF-8.
    pub(super) fn name(&self) -> &str {
        local(self.0.local_name().into_inner())
    }

    /// An attribute by its name without its prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let attribute = self.0.attributes().flatten().find(|a| a.key.local_name().into_inner() == name.as_bytes())?;
        let raw = String::from_utf8_lossy(&attribute.value).into_owned();
        Some(quick_xml::escape::unescape(&raw).map_or(raw.clone(), |value| value.into_owned()))
    }

    /// The attribute `val`, which most of Word's properties keep their value in.
    pub(super) fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// The attribute `val` as a number.
    pub(super) fn number(&self) -> Option<u32> {
        self.value()?.parse().ok()
    }

    /// Whether a property that is on or off is on: it is, unless its value says no.
    pub(super) fn is_on(&self) -> bool {
        !self.value().is_some_and(|v| matches!(v.as_str(), "0" | "false" | "off" | "none"))
    }
}

/// Calls `each` on all that stands in `part`.
pub(super) fn walk(part: &Part, mut each: impl FnMut(Node<'_>)) -> Result<(), DocxError> {
    let damaged = |reason: String| DocxError::Xml { part: part.name.clone(), reason };
    let mut reader = Reader::from_str(&part.xml);
    let mut open = 0usize;
    loop {
        match reader.read_event().map_err(|e| damaged(e.to_string()))? {
            Event::Start(start) => {
                open += 1;
                each(Node::Start(Element(&start)));
            }
            Event::End(end) => {
                open = open.saturating_sub(1);
                each(Node::End(local(end.local_name().into_inner())));
            }
            Event::Empty(empty) => {
                each(Node::Start(Element(&empty)));
                each(Node::End(local(empty.local_name().into_inner())));
            }
            Event::Text(text) => each(Node::Text(&text.decode().map_err(|e| damaged(e.to_string()))?)),
            Event::CData(text) => each(Node::Text(&text.decode().map_err(|e| damaged(e.to_string()))?)),
            Event::GeneralRef(reference) => {
                // A part's own entities are not followed: they can be made to grow without end.
                let character = match &*reference {
                    b"amp" => Some('&'),
                    b"lt" => Some('<'),
                    b"gt" => Some('>'),
                    b"quot" => Some('"'),
                    b"apos" => Some('\''),
                    _ => reference.resolve_char_ref().ok().flatten(),
                };
                if let Some(character) = character {
                    each(Node::Text(character.encode_utf8(&mut [0; 4])));
                }
            }
            Event::Eof if open > 0 => return Err(damaged("it ends in the middle".to_owned())),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn local(name: &[u8]) -> &str {
    std::str::from_utf8(name).unwrap_or_default()
}

//! The paragraph styles, as far as they number paragraphs.

use std::collections::HashMap;

use super::DocxError;
use super::package::Part;
use super::xml::{self, Node};

/// Which numbering a paragraph or a style asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NumberRef {
    /// The numbering's id; 0 takes an inherited numbering away.
    pub(super) number: Option<u32>,
    /// The level, from 0.
    pub(super) level: Option<u32>,
}

/// The styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    number: NumberRef,
}

/// A style is based on another, that on a third; a circle must end.
const MAX_BASES: usize = 32;

impl Styles {
    pub(super) fn read(part: &Part) -> Result<Self, DocxError> {
        let mut styles = Self::default();
        let mut current: Option<(String, Style)> = None;
        xml::walk(part, |node| match node {
            Node::Start(e) if e.name() == "style" => {
                let id = e.attribute("styleId").unwrap_or_default();
                if e.attribute("type").as_deref() == Some("paragraph") && e.attribute("default").is_some_and(|d| d == "1" || d == "true") {
                    styles.default = Some(id.clone());
                }
                current = Some((id, Style::default()));
            }
            Node::Start(e) => {
                let Some((_, style)) = &mut current else { return };
                match e.name() {
                    "name" => style.name = e.value().unwrap_or_default().to_lowercase(),
                    "basedOn" => style.based_on = e.value(),
                    "numId" => style.number.number = e.number(),
                    "ilvl" => style.number.level = e.number(),
                    _ => {}
                }
            }
            Node::End("style") => {
                if let Some((id, style)) = current.take() {
                    styles.styles.insert(id, style);
                }
            }
            _ => {}
        })?;
        Ok(styles)
    }

    /// The numbering that a paragraph of this style has, and the style that gives it.
    pub(super) fn number(&self, style: Option<&str>) -> Option<(NumberRef, &str)> {
        let mut id = style.or(self.default.as_deref())?;
        for _ in 0..MAX_BASES {
            let (key, style) = self.styles.get_key_value(id)?;
            if style.number.number.is_some() {
                return Some((style.number, key));
            }
            id = style.based_on.as_deref()?;
        }
        None
    }

    /// Whether the style is that of a line in a table of contents.
    pub(super) fn is_contents(&self, style: Option<&str>) -> bool {
        style.and_then(|id| self.styles.get(id)).is_some_and(|s| s.name.starts_with("toc "))
    }
}

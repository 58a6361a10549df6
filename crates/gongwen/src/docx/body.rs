//! The main part: paragraphs and tables as lines.

use super::DocxError;
use super::numbering::Numbering;
use super::package::Part;
use super::styles::{NumberRef, Styles};
use super::xml::{self, Element, Node};

/// The lines of a document's main part.
pub(super) fn text(part: &Part, styles: &Styles, numbering: Numbering) -> Result<String, DocxError> {
    let mut body = Body { styles, numbering, lines: Vec::new(), paragraphs: Vec::new(), rows: Vec::new(), skipped: 0, printed: 0 };
    xml::walk(part, |node| match node {
        Node::Start(element) => body.start(&element),
        Node::End(name) => body.end(name),
        Node::Text(text) if body.skipped == 0 && body.printed > 0 => body.write(text),
        Node::Text(_) => {}
    })?;
    let mut text = String::new();
    for line in body.lines {
        text.push_str(&line);
        text.push('\n');
    }
    Ok(text)
}

struct Body<'s> {
    styles: &'s Styles,
    numbering: Numbering,
    lines: Vec<String>,
    /// The paragraphs that are open; more than one where a text box stands in a paragraph.
    paragraphs: Vec<Paragraph>,
    /// The rows that are open, each with the lines of its cells; more than one where a table stands in a cell.
    rows: Vec<Vec<Vec<String>>>,
    /// How many elements are open whose text no reader sees.
    skipped: usize,
    /// How many elements are open whose text is printed.
    printed: usize,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    number: NumberRef,
    /// The run at hand is hidden.
    hidden: bool,
}

/// Elements whose text no reader sees: what was deleted or moved away, what an old program shows in a drawing's place,
/// readings above characters, former properties.
fn is_skipped(name: &str) -> bool {
    matches!(name, "del" | "moveFrom" | "Fallback" | "rt" | "pPrChange" | "rPrChange" | "sectPrChange" | "tblPrChange" | "numberingChange")
}

impl Body<'_> {
    fn start(&mut self, element: &Element<'_>) {
        let name = element.name();
        if is_skipped(name) {
            self.skipped += 1;
        }
        if self.skipped > 0 {
            return;
        }
        match name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "t" => self.printed += 1,
            "tr" => self.rows.push(Vec::new()),
            "tc" => {
                if let Some(row) = self.rows.last_mut() {
                    row.push(Vec::new());
                }
            }
            // A tab stop's definition has the name of a tab, but stands in a paragraph's properties.
            "tab" if element.value().is_none() => self.write("\t"),
            "br" | "cr" => self.write("\n"),
            "noBreakHyphen" => self.write("-"),
            _ => {
                let Some(paragraph) = self.paragraphs.last_mut() else { return };
                match name {
                    "pStyle" => paragraph.style = element.value(),
                    "numId" => paragraph.number.number = element.number(),
                    "ilvl" => paragraph.number.level = element.number(),
                    "r" => paragraph.hidden = false,
                    "vanish" => paragraph.hidden = element.is_on(),
                    _ => {}
                }
            }
        }
    }

    fn end(&mut self, name: &str) {
        if is_skipped(name) {
            self.skipped = self.skipped.saturating_sub(1);
            return;
        }
        if self.skipped > 0 {
            return;
        }
        match name {
            "t" => self.printed = self.printed.saturating_sub(1),
            "p" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.paragraph(paragraph);
                }
            }
            // The properties of a paragraph's end mark are no run's.
            "pPr" | "r" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.hidden = false;
                }
            }
            "tr" => {
                if let Some(row) = self.rows.pop() {
                    self.row(row);
                }
            }
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut().filter(|p| !p.hidden) {
            paragraph.text.push_str(text);
        }
    }

    fn paragraph(&mut self, paragraph: Paragraph) {
        let number = self.number(&paragraph);
        if paragraph.text.trim().is_empty() || self.styles.is_contents(paragraph.style.as_deref()) {
            return;
        }
        let text = number.unwrap_or_default() + &paragraph.text;
        text.split('\n').map(str::trim_end).filter(|line| !line.is_empty()).for_each(|line| self.line(line.to_owned()));
    }

    /// The number that Word makes for a paragraph; it counts on even where the paragraph is empty.
    fn number(&mut self, paragraph: &Paragraph) -> Option<String> {
        let inherited = self.styles.number(paragraph.style.as_deref());
        let number = paragraph.number.number.or(inherited.and_then(|(r, _)| r.number)).filter(|&n| n > 0)?;
        let by_style = || {
            let (reference, style) = inherited.filter(|_| paragraph.number.number.is_none())?;
            reference.level.or_else(|| self.numbering.level_of_style(number, paragraph.style.as_deref().unwrap_or(style)))
        };
        let level = paragraph.number.level.or_else(by_style).unwrap_or(0);
        self.numbering.next(number, level)
    }

    /// A row as one line; where it has one cell only, as in a table that frames a text, its paragraphs stay lines.
    fn row(&mut self, row: Vec<Vec<String>>) {
        let mut cells: Vec<Vec<String>> = row;
        if cells.iter().filter(|c| !c.is_empty()).count() == 1 {
            cells.into_iter().flatten().for_each(|line| self.line(line));
            return;
        }
        let line = cells.drain(..).map(|lines| lines.join(" ")).collect::<Vec<_>>().join("\t");
        if !line.trim().is_empty() {
            self.line(line.trim_end().to_owned());
        }
    }

    /// A line of the cell at hand, or of the text.
    fn line(&mut self, line: String) {
        match self.rows.last_mut().and_then(|row| row.last_mut()) {
            Some(cell) => cell.push(line),
            None => self.lines.push(line),
        }
    }
}

//! The outline (提纲): what a person reads in a terminal.
//!
//! The meeting on top, then the people, then who said what, with lists and directives indented under
//! what they stand in, then what is wrong with the text.

use super::place::Places;
use super::tree::{self, Node, Row};
use super::words::{MAX_CHARACTERS, join, one_line, speaker, time};
use super::{Part, facts, labels};
use crate::diagnostic::Severity;
use crate::document::{Directive, Document, Meeting, Modality};

/// The outline as plain lines.
///
/// `source` is the text that was parsed into `document`.
///
/// ```
/// let text = "青山管理局召开安全生产动员大会。局长林晓峰主持会议。";
/// let document = gongwen_core::parse(text)?;
/// let outline = gongwen_core::render::outline(&document, text);
/// assert!(outline.contains("安全生产动员大会"));
/// # Ok::<(), gongwen_core::Error>(())
/// ```
#[must_use]
pub fn outline(document: &Document, source: &str) -> String {
    outline_painted(document, source, &|_, text| text.to_owned())
}

/// The outline with each [`Part`] as `paint` gives it, such as with a terminal's colours.
#[must_use]
pub fn outline_painted(document: &Document, source: &str, paint: &dyn Fn(Part, &str) -> String) -> String {
    let mut page = Page { document, paint, text: String::new() };
    page.head();
    document.meetings.iter().for_each(|m| page.meeting(m));
    page.people();
    page.groups();
    page.body();
    page.diagnostics(&Places::of(source));
    page.text
}

/// A speech or an item whose parts follow below it is cut sooner.
const MAX_LEAD: usize = 40;
/// Deeper levels are indented like this one.
const MAX_DEPTH: usize = 12;

struct Page<'d> {
    document: &'d Document,
    paint: &'d dyn Fn(Part, &str) -> String,
    text: String,
}

impl<'d> Page<'d> {
    fn line(&mut self, depth: usize, text: &str) {
        for _ in 0..depth.min(MAX_DEPTH) {
            self.text.push_str("  ");
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn part(&self, part: Part, text: &str) -> String {
        (self.paint)(part, text)
    }

    fn field(&mut self, label: &str, value: &str) {
        if !value.is_empty() {
            let line = format!("{}　{value}", self.part(Part::Label, label));
            self.line(1, &line);
        }
    }

    fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn head(&mut self) {
        let document = self.document;
        let title = document.title.as_ref().map_or("（无标题）", |t| t.text.as_str());
        let line = format!("【{}】{}", labels::kind(document.kind), self.part(Part::Title, &one_line(title, MAX_CHARACTERS)));
        self.line(0, &line);
        facts::official(document).iter().for_each(|(label, value)| self.field(label, value));
    }

    fn meeting(&mut self, meeting: &'d Meeting) {
        self.gap();
        let name = facts::meeting_name(meeting);
        let line = format!("{}　{}", self.part(Part::Label, "会议"), self.part(Part::Title, &one_line(&name, MAX_CHARACTERS)));
        self.line(0, &line);
        facts::meeting(self.document, meeting).iter().for_each(|(label, value)| self.field(label, value));
    }

    /// Unnamed people whom no meeting has among its attendees, as on a visit.
    fn groups(&mut self) {
        let groups = facts::loose_groups(self.document);
        if !groups.is_empty() {
            self.gap();
            let label = self.part(Part::Label, "群体");
            self.line(0, &label);
            for (label, value) in groups {
                let line = format!("{value}　{}", self.part(Part::Hint, label));
                self.line(1, &line);
            }
        }
    }

    fn people(&mut self) {
        let document = self.document;
        if document.people.is_empty() {
            return;
        }
        self.gap();
        let label = self.part(Part::Label, "人员");
        self.line(0, &label);
        for person in &document.people {
            let mut line = self.part(Part::Name, &person.name.text);
            for part in [facts::posts(person), self.part(Part::Hint, &facts::roles(person))] {
                if !part.is_empty() {
                    line.push('　');
                    line.push_str(&part);
                }
            }
            self.line(1, &line);
        }
    }

    /// Speeches, lists, items and directives: each indented under what it stands in, in the text's order.
    fn body(&mut self) {
        let rows = tree::rows(self.document);
        if rows.is_empty() {
            return;
        }
        self.gap();
        let label = self.part(Part::Label, "内容");
        self.line(0, &label);
        for row in &rows {
            let line = self.row(row);
            self.line(1 + row.depth, &line);
        }
    }

    fn row(&self, row: &Row<'d>) -> String {
        let most = if row.leads { MAX_LEAD } else { MAX_CHARACTERS };
        match row.node {
            Node::Section(heading) => self.part(Part::Title, &format!("§ {}", one_line(&heading.text, MAX_CHARACTERS))),
            Node::Speech(speech) => {
                let who = speaker(self.document, speech.speaker.as_ref()).unwrap_or("（未明）");
                let verb = self.part(Part::Marker, &speech.verb.text);
                format!("{} {verb}：{}", self.part(Part::Name, who), one_line(&speech.content.text, most))
            }
            Node::List(list) => {
                let name = list.label.as_ref().map_or_else(|| labels::list(list.style).to_owned(), |l| format!("“{}”", l.text));
                format!("{}{}", self.part(Part::Marker, &name), self.part(Part::Hint, &format!("（{} 项）", list.items.len())))
            }
            Node::Item(item) => {
                let marker = item.marker.as_ref().map_or_else(|| "·".to_owned(), |m| m.text.to_string());
                let (tick, tail) = row.directive.map_or(("", String::new()), |d| ("☐ ", self.directive_tail(d)));
                format!("{} {tick}{}{tail}", self.part(Part::Marker, &marker), one_line(&item.content.text, most))
            }
            Node::Directive(directive) => {
                format!("☐ {}{}", one_line(&directive.content.text, MAX_CHARACTERS), self.directive_tail(directive))
            }
        }
    }

    /// Who, by when, and who leads: what a directive says besides its words.
    fn directive_tail(&self, directive: &Directive) -> String {
        let mut notes = Vec::new();
        if !directive.addressees.is_empty() {
            notes.push(self.part(Part::Name, &join(&directive.addressees)));
        }
        if directive.modality != Modality::Obligation {
            notes.push(self.part(Part::Marker, labels::modality(directive.modality)));
        }
        if let Some(deadline) = &directive.deadline {
            notes.push(self.part(Part::Deadline, &time(deadline)));
        }
        for responsible in &directive.responsible {
            notes.push(format!("{}{}", responsible.organization.text, labels::responsible(responsible.role)));
        }
        if notes.is_empty() { String::new() } else { format!(" 〔{}〕", notes.join("；")) }
    }

    fn diagnostics(&mut self, places: &Places<'_>) {
        let document = self.document;
        if document.diagnostics.is_empty() {
            return;
        }
        self.gap();
        let label = self.part(Part::Label, "诊断");
        self.line(0, &label);
        for diagnostic in &document.diagnostics {
            let part = match diagnostic.severity {
                Severity::Error => Part::Error,
                Severity::Warning => Part::Warning,
                Severity::Hint => Part::Hint,
            };
            let place = places.at(diagnostic.span.start);
            let severity = self.part(part, labels::severity(diagnostic.severity));
            let line = format!("{severity} {}:{} {}", place.line, place.column, diagnostic.message);
            self.line(1, &line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_outline_reads_from_the_meeting_to_the_diagnostics() {
        let expected = "\
【会议报道】青山管理局召开安全动员大会

会议　安全动员大会
  时间　5月18日上午（--05-18）
  地点　机关礼堂
  主办　青山管理局
  主持　林晓峰
  出席　全体干部（200余人）

人员
  林晓峰　局长　主持 讲话

内容
  林晓峰 强调：要做到三点要求：一是各单位5月底前完成检查，=由办公室牵头；二是不得瞒报。
    “三点要求”（2 项）
      一是 ☐ 各单位5月底前完成检查，=由办公室牵头 〔各单位；5月底前（--05-31）；办公室牵头〕
      二是 ☐ 不得瞒报 〔禁止〕

诊断
  错误 3:10 “三点要求”后列了 2 项
";
        assert_eq!(outline(&sample::document(), sample::SOURCE), expected);
    }

    #[test]
    fn only_the_painter_adds_anything() {
        let document = sample::document();
        let painted = outline_painted(&document, sample::SOURCE, &|part, text| format!("<{part:?}>{text}</>"));
        assert!(painted.contains("<Error>错误</> 3:10"), "{painted}");
        assert!(painted.contains("<Deadline>5月底前（--05-31）</>"), "{painted}");
    }
}

//! The outline (提纲): what a person reads in a terminal.
//!
//! The meeting on top, then the people, then who said what, with lists and directives indented under
//! what they stand in, then what is wrong with the text.

use super::place::Places;
use super::{Part, labels};
use crate::diagnostic::Severity;
use crate::document::{Attendee, Directive, Document, Enumeration, Group, Meeting, Person, Role, Speaker, Text, Time};
use crate::span::Span;

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
    page.body();
    page.diagnostics(&Places::of(source));
    page.text
}

/// What is longer is cut with ….
const MAX_CHARACTERS: usize = 160;
/// A speech or an item whose parts follow below it is cut sooner.
const MAX_LEAD: usize = 40;
/// Deeper levels are indented like this one.
const MAX_DEPTH: usize = 12;

struct Page<'d> {
    document: &'d Document,
    paint: &'d dyn Fn(Part, &str) -> String,
    text: String,
}

/// Something that stands in the body of the text, by its place.
#[derive(Clone, Copy)]
enum Node<'d> {
    Section(&'d Text),
    Speech(usize),
    List(&'d Enumeration),
    Item(&'d Enumeration, usize),
    Directive(&'d Directive),
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
        let Some(official) = &document.official else { return };
        let text = |t: &Option<Text>| t.as_ref().map_or(String::new(), |t| t.text.clone());
        self.field("文号", &text(&official.number));
        self.field("主送", &join(&official.recipients));
        self.field("署名", &text(&official.issuer));
        self.field("成文日期", &official.issued.as_ref().map_or(String::new(), time));
        self.field("附件", &join(&official.attachments));
        self.field("抄送", &join(&official.copies_to));
        self.field("附注", &text(&official.note));
    }

    fn meeting(&mut self, meeting: &'d Meeting) {
        self.gap();
        let form = meeting.form.as_deref().filter(|f| !meeting.name.text.ends_with(f)).map_or(String::new(), |f| format!("（{f}）"));
        let line =
            format!("{}　{}{form}", self.part(Part::Label, "会议"), self.part(Part::Title, &one_line(&meeting.name.text, MAX_CHARACTERS)));
        self.line(0, &line);
        self.field("时间", &meeting.time.as_ref().map_or(String::new(), time));
        self.field("地点", &meeting.venue.as_ref().map_or(String::new(), |t| one_line(&t.text, MAX_CHARACTERS)));
        self.field("主办", &join(&meeting.organizers));
        let chairs: Vec<&str> = meeting.chairs.iter().filter_map(|&i| self.person(i)).map(|p| p.name.text.as_str()).collect();
        self.field("主持", &chairs.join("、"));
        for role in [Role::Attend, Role::Observe, Role::Speak, Role::Report, Role::Absent] {
            let who: Vec<String> = meeting.attendees.iter().filter_map(|a| self.attendee(a, role)).collect();
            self.field(labels::role(role), &who.join("；"));
        }
        self.field("议题", &join(&meeting.agenda));
    }

    fn person(&self, index: u32) -> Option<&'d Person> {
        self.document.people.get(index as usize)
    }

    fn attendee(&self, attendee: &Attendee, wanted: Role) -> Option<String> {
        match *attendee {
            Attendee::Person { person, role } if role == wanted => self.person(person).map(|p| p.name.text.clone()),
            Attendee::Group { group, role } if role == wanted => self.document.groups.get(group as usize).map(group_line),
            _ => None,
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
            let posts: Vec<&str> = person.posts.iter().map(|p| p.text.as_str()).collect();
            let roles: Vec<&str> = person.roles.iter().map(|&r| labels::role(r)).collect();
            let mut line = self.part(Part::Name, &person.name.text);
            for part in [posts.join("、"), self.part(Part::Hint, &roles.join(" "))] {
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
        let nodes = nodes(self.document);
        if nodes.is_empty() {
            return;
        }
        self.gap();
        let label = self.part(Part::Label, "内容");
        self.line(0, &label);
        let mut open: Vec<u32> = Vec::new();
        for (i, &(span, node)) in nodes.iter().enumerate() {
            while open.last().is_some_and(|&end| end <= span.start) {
                open.pop();
            }
            let leads = nodes.get(i + 1).is_some_and(|(next, _)| next.start < span.end);
            // An item that is one directive, whole, is shown as that directive.
            let twin = match (node, nodes.get(i + 1)) {
                (Node::Item(..), Some(&(next, Node::Directive(d)))) if next.end == span.end && directive_fills(node, d) => Some(d),
                _ => None,
            };
            let shadow = i > 0
                && matches!((nodes[i - 1].1, node), (Node::Item(..), Node::Directive(d)) if nodes[i - 1].0.end == span.end && directive_fills(nodes[i - 1].1, d));
            if shadow {
                continue;
            }
            let line = self.node(node, leads && twin.is_none(), twin);
            self.line(1 + open.len(), &line);
            open.push(span.end);
        }
    }

    fn node(&self, node: Node<'d>, leads: bool, twin: Option<&Directive>) -> String {
        let most = if leads { MAX_LEAD } else { MAX_CHARACTERS };
        match node {
            Node::Section(heading) => self.part(Part::Title, &format!("§ {}", one_line(&heading.text, MAX_CHARACTERS))),
            Node::Speech(index) => {
                let Some(speech) = self.document.speeches.get(index) else { return String::new() };
                let who = self.speaker(speech.speaker.as_ref());
                let verb = self.part(Part::Marker, &speech.verb.text);
                format!("{} {verb}：{}", self.part(Part::Name, &who), one_line(&speech.content.text, most))
            }
            Node::List(list) => {
                let name = list.label.as_ref().map_or_else(|| "列举".to_owned(), |l| format!("“{}”", l.text));
                format!("{}{}", self.part(Part::Marker, &name), self.part(Part::Hint, &format!("（{} 项）", list.items.len())))
            }
            Node::Item(list, index) => {
                let Some(item) = list.items.get(index) else { return String::new() };
                let marker = item.marker.as_ref().map_or_else(|| "·".to_owned(), |m| m.text.clone());
                let (tick, tail) = twin.map_or(("", String::new()), |d| ("☐ ", self.directive_tail(d)));
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
        if directive.modality != crate::document::Modality::Obligation {
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

    fn speaker(&self, speaker: Option<&Speaker>) -> String {
        match speaker {
            Some(Speaker::Person(i)) => self.person(*i).map_or_else(String::new, |p| p.name.text.clone()),
            Some(Speaker::Institution(name)) => name.clone(),
            None => "（未明）".to_owned(),
        }
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

/// Whether a directive takes up all of an item but its first words, such as the subject.
fn directive_fills(item: Node<'_>, directive: &Directive) -> bool {
    match item {
        Node::Item(list, index) => list.items.get(index).is_some_and(|item| item.content.span == directive.content.span),
        _ => false,
    }
}

/// All that stands in the body, by place; what holds something comes before it.
fn nodes(document: &Document) -> Vec<(Span, Node<'_>)> {
    let mut nodes: Vec<(Span, Node<'_>)> = Vec::new();
    nodes.extend(document.sections.iter().map(|s| (s.span, Node::Section(&s.heading))));
    nodes.extend(document.speeches.iter().enumerate().map(|(i, s)| (Span::new(s.verb.span.start, s.content.span.end), Node::Speech(i))));
    let headings: Vec<u32> = document.sections.iter().map(|s| s.heading.span.start).collect();
    for list in &document.enumerations {
        // A series of headings is shown as sections.
        if list.items.iter().all(|item| headings.binary_search(&item.content.span.start).is_ok()) {
            continue;
        }
        let start = list.items.iter().map(|i| whole(i).start).min().unwrap_or(list.span.start);
        nodes.push((Span::new(start.max(list.span.start), list.span.end), Node::List(list)));
        nodes.extend(list.items.iter().enumerate().map(|(i, item)| (whole(item), Node::Item(list, i))));
    }
    nodes.extend(document.directives.iter().map(|d| (d.content.span, Node::Directive(d))));
    // The sort is stable: what starts and ends alike stays in the order above.
    nodes.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    nodes
}

/// An item with its marker.
fn whole(item: &crate::document::Item) -> Span {
    let start = item.marker.as_ref().map_or(item.content.span.start, |m| m.span.start.min(item.content.span.start));
    Span::new(start, item.content.span.end)
}

fn group_line(group: &Group) -> String {
    let count = group.count.map_or(String::new(), |n| format!("（{n}{}人）", if group.approximate { "余" } else { "" }));
    format!("{}{count}", one_line(&group.text, MAX_CHARACTERS))
}

/// A time as written, with its value where that says more.
fn time(time: &Time) -> String {
    match time.resolved.as_ref().or(time.value.as_ref()) {
        Some(value) => format!("{}（{value}）", time.text),
        None => time.text.clone(),
    }
}

fn join(texts: &[Text]) -> String {
    texts.iter().map(|t| one_line(&t.text, MAX_CHARACTERS)).collect::<Vec<_>>().join("、")
}

/// The text on one line, of at most `most` characters. Control characters are left out, as a terminal obeys them.
pub(super) fn one_line(text: &str, most: usize) -> String {
    let mut line = String::new();
    for (i, c) in text.trim().chars().filter(|c| !c.is_control()).enumerate() {
        if i == most {
            line.push('…');
            break;
        }
        line.push(c);
    }
    line
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

    #[test]
    fn control_characters_never_reach_the_terminal() {
        assert_eq!(one_line("会\u{1b}[31m议\n\u{7}", 9), "会[31m议");
        assert_eq!(one_line("一二三四", 3), "一二三…");
    }
}

//! Which rule built each value of a Document (出处): for those who ask why a text was read as it was.
//!
//! Every value has one rule that builds it, in a file of its own under `structure/`; where one field can come from
//! several, what the Document itself holds says which. So nothing has to be kept while a text is parsed.

use crate::diagnostic::Code;
use crate::document::{Attendee, Directive, Document, Enumeration, EnumerationStyle, Meeting, Official, Person, Role, Speech, Text, Time};
use crate::span::Span;

/// A value of a Document with the rule that built it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Value {
    /// Where it stands in the Document: `directives[2].deadline`.
    pub path: String,
    /// The rule, by the file that holds it: `directive.due`.
    pub rule: &'static str,
    /// Where it stands in the source.
    pub span: Span,
}

/// The values of a Document in the order of its fields, each with the rule that built it.
///
/// ```
/// let document = gongwen_core::parse("会议要求，各单位要在6月底前完成整改。")?;
/// let values = gongwen_core::values(&document);
/// let deadline = values.iter().find(|v| v.path == "directives[0].deadline");
/// assert_eq!(deadline.map(|v| v.rule), Some("directive.due"));
/// # Ok::<(), gongwen_core::Error>(())
/// ```
#[must_use]
pub fn values(document: &Document) -> Vec<Value> {
    let mut list = List::default();
    list.text("title", "kind.title", document.title.as_ref());
    if let Some(official) = &document.official {
        list.official(official);
    }
    for (i, meeting) in document.meetings.iter().enumerate() {
        list.meeting(document, i, meeting);
    }
    for (i, person) in document.people.iter().enumerate() {
        list.person(i, person);
    }
    for (i, group) in document.groups.iter().enumerate() {
        list.add(format!("groups[{i}]"), "attendee.group", group.span);
    }
    for (i, speech) in document.speeches.iter().enumerate() {
        list.speech(document, i, speech);
    }
    for (i, enumeration) in document.enumerations.iter().enumerate() {
        list.enumeration(i, enumeration);
    }
    for (i, directive) in document.directives.iter().enumerate() {
        list.directive(i, directive);
    }
    for (i, section) in document.sections.iter().enumerate() {
        list.add(format!("sections[{i}]"), "heading", section.heading.span);
    }
    for (i, time) in document.times.iter().enumerate() {
        list.add(format!("times[{i}]"), "time", time.span);
    }
    for (i, organization) in document.organizations.iter().enumerate() {
        list.add(format!("organizations[{i}]"), "organization", organization.name.span);
    }
    for (i, citation) in document.citations.iter().enumerate() {
        list.add(format!("citations[{i}]"), "citation", citation.content.span);
    }
    for (i, repair) in document.repairs.iter().enumerate() {
        list.add(format!("repairs[{i}]"), "repair", repair.span);
    }
    for (i, diagnostic) in document.diagnostics.iter().enumerate() {
        list.add(format!("diagnostics[{i}].{}", diagnostic.code.name()), diagnosed(diagnostic.code), diagnostic.span);
    }
    list.0
}

/// The values so far.
#[derive(Default)]
struct List(Vec<Value>);

impl List {
    fn add(&mut self, path: impl Into<String>, rule: &'static str, span: Span) {
        self.0.push(Value { path: path.into(), rule, span });
    }

    fn text(&mut self, path: impl Into<String>, rule: &'static str, text: Option<&Text>) {
        if let Some(text) = text {
            self.add(path, rule, text.span);
        }
    }

    fn texts(&mut self, path: &str, rule: &'static str, texts: &[Text]) {
        for (i, text) in texts.iter().enumerate() {
            self.add(format!("{path}[{i}]"), rule, text.span);
        }
    }

    fn time(&mut self, path: impl Into<String>, rule: &'static str, time: Option<&Time>) {
        if let Some(time) = time {
            self.add(path, rule, time.span);
        }
    }

    fn official(&mut self, official: &Official) {
        self.text("official.number", "official.number", official.number.as_ref());
        self.texts("official.recipients", "official.recipients", &official.recipients);
        self.text("official.issuer", "official.signature", official.issuer.as_ref());
        self.time("official.issued", "official.signature", official.issued.as_ref());
        self.texts("official.attachments", "official.attachments", &official.attachments);
        self.texts("official.copies_to", "official.copies_to", &official.copies_to);
        self.text("official.note", "official.note", official.note.as_ref());
    }

    fn meeting(&mut self, document: &Document, i: usize, meeting: &Meeting) {
        let path = format!("meetings[{i}]");
        self.add(&path, "meeting.event", meeting.span);
        self.add(format!("{path}.name"), "meeting.name", meeting.name.span);
        self.time(format!("{path}.time"), "meeting.event", meeting.time.as_ref());
        self.text(format!("{path}.venue"), "meeting.event", meeting.venue.as_ref());
        self.texts(&format!("{path}.organizers"), "meeting.subject", &meeting.organizers);
        for (c, &chair) in meeting.chairs.iter().enumerate() {
            let name = document.people.get(chair as usize).map(|p| &p.name);
            self.text(format!("{path}.chairs[{c}]"), "meeting.chair", name);
        }
        for (a, attendee) in meeting.attendees.iter().enumerate() {
            let path = format!("{path}.attendees[{a}]");
            match *attendee {
                Attendee::Person { person, role } => {
                    let rule = if role == Role::Chair { "meeting.chair" } else { "attendee.role" };
                    self.text(path, rule, document.people.get(person as usize).map(|p| &p.name));
                }
                Attendee::Group { group, .. } => {
                    if let Some(group) = document.groups.get(group as usize) {
                        self.add(path, "attendee.group", group.span);
                    }
                }
            }
        }
        self.texts(&format!("{path}.agenda"), "meeting.agenda", &meeting.agenda);
    }

    fn person(&mut self, i: usize, person: &Person) {
        self.add(format!("people[{i}].name"), "cast", person.name.span);
        for (p, post) in person.posts.iter().enumerate() {
            self.add(format!("people[{i}].posts[{p}]"), "cast.post", post.span);
        }
    }

    fn speech(&mut self, document: &Document, i: usize, speech: &Speech) {
        // 提出三点要求：一是…: the content begins with the marker of a list.
        let start = speech.content.span.start;
        let lists = |e: &Enumeration| e.style == EnumerationStyle::Ordinal && e.span.start == start;
        let at = document.enumerations.partition_point(|e| e.span.start < start);
        let listed = document.enumerations.get(at).is_some_and(lists);
        self.add(format!("speeches[{i}].verb"), if listed { "speech.demand" } else { "speech.verb" }, speech.verb.span);
        self.add(format!("speeches[{i}].content"), "speech.content", speech.content.span);
    }

    fn enumeration(&mut self, i: usize, enumeration: &Enumeration) {
        let rule = match enumeration.style {
            EnumerationStyle::Ordinal => "enumeration.series",
            EnumerationStyle::Declared => match (&enumeration.label, enumeration.items.first()) {
                (Some(label), Some(item)) if item.content.span.start < label.span.start => "enumeration.declared.before",
                _ => "enumeration.declared.after",
            },
            EnumerationStyle::Slogan => "enumeration.slogan",
        };
        self.add(format!("enumerations[{i}]"), rule, enumeration.span);
        self.text(format!("enumerations[{i}].label"), "enumeration.label", enumeration.label.as_ref());
        for (n, item) in enumeration.items.iter().enumerate() {
            self.add(format!("enumerations[{i}].items[{n}]"), rule, item.content.span);
        }
    }

    fn directive(&mut self, i: usize, directive: &Directive) {
        let path = format!("directives[{i}]");
        let judged = if directive.modal.is_some() { "directive.judge.modal" } else { "directive.judge.bare" };
        self.add(&path, judged, directive.content.span);
        self.texts(&format!("{path}.addressees"), "directive.addressee", &directive.addressees);
        self.texts(&format!("{path}.inherited"), "directive.inherit", &directive.inherited);
        self.text(format!("{path}.modal"), "directive.shape", directive.modal.as_ref());
        self.text(format!("{path}.condition"), "directive.condition", directive.condition.as_deref());
        self.texts(&format!("{path}.actions"), "directive.action", &directive.actions);
        self.time(format!("{path}.deadline"), "directive.due", directive.deadline.as_deref());
        for (r, responsible) in directive.responsible.iter().enumerate() {
            self.add(format!("{path}.responsible[{r}]"), "directive.duty", responsible.organization.span);
        }
    }
}

/// The rule that finds what a code names.
fn diagnosed(code: Code) -> &'static str {
    match code {
        Code::CountMismatch | Code::OrdinalGap | Code::OrdinalRepeat | Code::LabelDrift => "diagnose.lists",
        Code::UnmatchedPair => "diagnose.marks",
        Code::DuplicateAttendee | Code::InconsistentPost => "diagnose.people",
        Code::UnresolvedSpeaker | Code::UnresolvedDate | Code::DateWeekdayMismatch | Code::DirectiveWithoutAddressee => "diagnose.facts",
        Code::UnrepairedText | Code::LimitReached => "diagnose",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(text: &str) -> Vec<(String, &'static str)> {
        let document = crate::parse(text).expect("short text");
        values(&document).into_iter().map(|v| (v.path, v.rule)).collect()
    }

    fn rule(text: &str, path: &str) -> Option<&'static str> {
        rules(text).into_iter().find(|(p, _)| p == path).map(|(_, rule)| rule)
    }

    #[test]
    fn every_value_names_the_rule_that_built_it() {
        let text = "5月18日，青山管理局召开动员大会。局长林晓峰主持会议，全体干部参加会议。林晓峰提出两点要求：一是各科室要在6月底前完成清淤，由水务科牵头；二是要落实“抓巡查、严值守、保安全”。";
        for (path, expected) in [
            ("meetings[0].name", "meeting.name"),
            ("meetings[0].chairs[0]", "meeting.chair"),
            ("people[0].posts[0]", "cast.post"),
            ("groups[0]", "attendee.group"),
            ("speeches[0].verb", "speech.demand"),
            ("enumerations[0]", "enumeration.series"),
            ("enumerations[1]", "enumeration.slogan"),
            ("directives[0].addressees[0]", "directive.addressee"),
            ("directives[0].deadline", "directive.due"),
            ("directives[0].responsible[0]", "directive.duty"),
            ("diagnostics[0].unresolved_date", "diagnose.facts"),
        ] {
            assert_eq!(rule(text, path), Some(expected), "{path} of {:?}", rules(text));
        }
        assert_eq!(rule(text, "directives[0].inherited[0]"), None);
    }

    #[test]
    fn one_field_may_come_from_several_rules() {
        assert_eq!(rule("会议强调，要抓好值守。", "speeches[0].verb"), Some("speech.verb"));
        assert_eq!(rule("增强“两个意识”，即大局意识、服务意识。", "enumerations[0]"), Some("enumeration.declared.after"));
        assert_eq!(rule("围绕水源保护、管网改造及水质监测三个方面开展。", "enumerations[0]"), Some("enumeration.declared.before"));
    }
}

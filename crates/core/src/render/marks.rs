//! Where in the text what was read stands, for pages that show it there.

use crate::document::Document;
use crate::span::Span;

/// A stretch of the text that shows something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) span: Span,
    /// An index into [`CLASSES`].
    pub(super) class: usize,
}

/// What a mark can show: its class on a page, and what it is called.
pub(super) const CLASSES: [(&str, &str); 12] = [
    ("person", "人员"),
    ("post", "职务"),
    ("group", "群体"),
    ("meeting", "会议"),
    ("organization", "机构"),
    ("time", "时间"),
    ("verb", "言说动词"),
    ("marker", "序号"),
    ("directive", "任务"),
    ("citation", "引用"),
    ("repair", "修复"),
    ("diagnostic", "诊断"),
];

/// All marks, by their starts.
pub(super) fn of(document: &Document) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut add = |class: &str, span: Span| {
        let class = CLASSES.iter().position(|(name, _)| *name == class);
        marks.extend(class.filter(|_| !span.is_empty()).map(|class| Mark { span, class }));
    };
    for person in &document.people {
        add("person", person.name.span);
        person.mentions.iter().for_each(|&m| add("person", m));
        person.posts.iter().for_each(|p| add("post", p.span));
    }
    document.groups.iter().for_each(|g| add("group", g.span));
    document.meetings.iter().for_each(|m| add("meeting", m.name.span));
    document.organizations.iter().flat_map(|o| &o.mentions).for_each(|&m| add("organization", m));
    document.times.iter().for_each(|t| add("time", t.span));
    document.speeches.iter().for_each(|s| add("verb", s.verb.span));
    document.enumerations.iter().flat_map(|e| &e.items).flat_map(|i| &i.marker).for_each(|m| add("marker", m.span));
    document.directives.iter().for_each(|d| add("directive", d.content.span));
    document.citations.iter().for_each(|c| add("citation", c.content.span));
    document.repairs.iter().for_each(|r| add("repair", r.span));
    document.diagnostics.iter().for_each(|d| add("diagnostic", d.span));
    marks.sort_by_key(|m| (m.span.start, m.span.end, m.class));
    marks
}

//! A Document made by hand, so that the tests here hold whatever the parser reads.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::document::*;
use crate::span::{Offsets, Span};

/// The text of [`document`].
pub(super) const SOURCE: &str = "青山管理局召开安全动员大会\n\
    5月18日上午，青山管理局在机关礼堂召开安全动员大会。局长林晓峰主持会议，全体干部200余人参加会议。\n\
    林晓峰强调，要做到三点要求：一是各单位5月底前完成检查，=由办公室牵头；二是不得瞒报。";

/// The place of the `nth` (from 0) occurrence of `words` in [`SOURCE`].
pub(super) fn text(words: &str, nth: usize) -> Text {
    let (start, _) = SOURCE.match_indices(words).nth(nth).expect("the words stand in the sample");
    Text::new(words, Span::of(start, start + words.len()))
}

/// What a reader takes out of [`SOURCE`].
pub(super) fn document() -> Document {
    let time = |words: &str, value: &str, relation| Time {
        text: words.into(),
        span: text(words, 0).span,
        value: Some(value.into()),
        part_of_day: None,
        clock: None,
        relation,
        resolved: None,
    };
    let title = text("青山管理局召开安全动员大会", 0);
    let first = text("各单位5月底前完成检查，=由办公室牵头", 0);
    let second = text("不得瞒报", 0);
    let item = |marker: &str, ordinal, content: &Text| Item {
        marker: Some(text(marker, 0)),
        ordinal,
        content: content.clone(),
        enumerations: Vec::new(),
    };
    let directive = |content: &Text, item| Directive {
        condition: None,
        inherited: Vec::new(),
        content: content.clone(),
        addressees: Vec::new(),
        modality: Modality::Prohibition,
        modal: None,
        actions: Vec::new(),
        deadline: None,
        responsible: Vec::new(),
        issuer: Some(Speaker::Person(0)),
        item: Some(ItemRef { enumeration: 0, item }),
    };
    let lead = Responsible { organization: text("办公室", 0), role: ResponsibleRole::Lead };
    let content = text(&SOURCE[SOURCE.find("要做到").unwrap_or(0)..], 0);
    let span = |from: &Text, to: &Text| Span::new(from.span.start, to.span.end);
    Document {
        schema: SCHEMA.into(),
        offsets: Offsets::Utf8,
        source: Source { length: SOURCE.len() as u32, script: Script::Simplified },
        kind: Kind::MeetingReport,
        title: Some(title),
        official: None,
        meetings: vec![Meeting {
            name: text("安全动员大会", 1),
            form: Some("动员大会".into()),
            time: Some(time("5月18日上午", "--05-18", None)),
            venue: Some(text("机关礼堂", 0)),
            organizers: vec![text("青山管理局", 1)],
            chairs: vec![0],
            attendees: vec![Attendee::Group { group: 0, role: Role::Attend }],
            agenda: Vec::new(),
            span: text("安全动员大会", 1).span,
        }],
        people: vec![Person {
            name: text("林晓峰", 0),
            posts: vec![Post { text: "局长".into(), organization: None, title: text("局长", 0), span: text("局长", 0).span }],
            roles: vec![Role::Chair, Role::Speak],
            mentions: vec![text("林晓峰", 0).span, text("林晓峰", 1).span],
        }],
        groups: vec![Group {
            text: "全体干部".into(),
            span: text("全体干部", 0).span,
            role: Role::Attend,
            organization: None,
            count: Some(200),
            approximate: true,
        }],
        speeches: vec![Speech { speaker: Some(Speaker::Person(0)), verb: text("强调", 0), content, parent: None }],
        enumerations: vec![Enumeration {
            style: EnumerationStyle::Ordinal,
            label: Some(text("三点要求", 0)),
            declared: Some(3),
            items: vec![item("一是", 1, &first), item("二是", 2, &second)],
            parent: None,
            span: span(&text("一是", 0), &second),
        }],
        directives: vec![
            Directive {
                addressees: vec![text("各单位", 0)],
                modality: Modality::Obligation,
                deadline: Some(Box::new(time("5月底前", "--05-31", Some(TimeRelation::Before)))),
                responsible: vec![lead],
                ..directive(&first, 0)
            },
            directive(&second, 1),
        ],
        sections: Vec::new(),
        times: Vec::new(),
        organizations: Vec::new(),
        citations: Vec::new(),
        repairs: Vec::new(),
        diagnostics: vec![Diagnostic {
            code: Code::CountMismatch,
            severity: Severity::Error,
            message: "“三点要求”后列了 2 项".into(),
            message_en: "“三点要求” is followed by 2 items".into(),
            span: text("三点要求", 0).span,
            related: vec![text("一是", 0).span, text("二是", 0).span],
        }],
    }
}

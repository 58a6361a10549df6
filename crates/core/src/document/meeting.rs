//! Who met: meetings (会议) and those who were there.

use super::{Phrase, Text, Time};
#[cfg(doc)]
use crate::Document;
use crate::span::Span;

/// A meeting (会议) that the text reports or records.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Meeting {
    /// The shortest noun phrase that names it (会议名称).
    pub name: Text,
    /// Its form (会议形式): 动员大会, 座谈会, 常务会议 …
    pub form: Option<String>,
    /// When it was held (时间).
    pub time: Option<Time>,
    /// Where it was held (地点), without 在.
    pub venue: Option<Text>,
    /// Who convened it (主办、召集): bodies or persons.
    pub organizers: Vec<Text>,
    /// Who chaired it (主持人): indices into [`Document::people`].
    pub chairs: Vec<u32>,
    /// Who was there (参会人员), who observed (列席), who was absent (缺席).
    pub attendees: Vec<Attendee>,
    /// What was on the agenda (议题): 审议…, 听取…汇报, 学习…
    pub agenda: Vec<Text>,
    /// From its first mention to the end of the sentence that reports it.
    pub span: Span,
}

/// One attendee of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(untagged))]
pub enum Attendee {
    /// A named person.
    Person {
        /// An index into [`Document::people`].
        person: u32,
        /// In what role.
        role: Role,
    },
    /// An unnamed group.
    Group {
        /// An index into [`Document::groups`].
        group: u32,
        /// In what role.
        role: Role,
    },
}

/// A person (人员) whom the text names.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Person {
    /// The name (姓名) at its first mention.
    pub name: Text,
    /// The posts (职务) that the text gives this person.
    pub posts: Vec<Post>,
    /// What the person did in the reported meeting or visit; [`Role::Mention`] only alone.
    pub roles: Vec<Role>,
    /// Every place the person is mentioned, pronouns included.
    pub mentions: Vec<Span>,
}

/// A post (职务): organisation and title.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Post {
    /// The whole post with the inherited organisation written out: 国资委副秘书长.
    pub text: Phrase,
    /// The organisation (机构), where the text gives one: 国资委.
    pub organization: Option<Text>,
    /// The title (职务名称): 副秘书长.
    pub title: Text,
    /// Where the post stands in the source.
    pub span: Span,
}

/// What somebody did in the reported meeting or visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Role {
    /// Chaired (主持).
    Chair,
    /// Attended (出席、参加).
    Attend,
    /// Observed (列席).
    Observe,
    /// Spoke (讲话、发言、致辞, or is quoted).
    Speak,
    /// Reported (汇报、通报、传达).
    Report,
    /// Was absent (缺席、请假).
    Absent,
    /// Was merely mentioned.
    Mention,
}

/// Unnamed people who were there (全体干部).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Group {
    /// The group as written, without its head count.
    pub text: Phrase,
    /// Where it stands.
    pub span: Span,
    /// Attend, observe or absent.
    pub role: Role,
    /// The organisation it belongs to, where the text says so.
    pub organization: Option<Text>,
    /// The head count (等200余人 → 200).
    pub count: Option<u32>,
    /// Whether the count is a round figure (余、近、约).
    pub approximate: bool,
}

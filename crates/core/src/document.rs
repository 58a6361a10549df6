//! The Document: what a parse returns. The field names are the JSON's; the project's
//! ARCHITECTURE.md says what holds for every value.
//!
//! Lists are flat and refer to one another by index, so a Document has no lifetime and no cycle.

use crate::diagnostic::Diagnostic;
use crate::span::{Offsets, Span};

/// The version of the Document's shape, in its `schema` field.
pub const SCHEMA: &str = "1";

/// A stretch of the text: as it reads once repaired, and where it stands in the source.
///
/// On clean simplified text `text` equals the source at `span` to the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    /// The repaired, simplified reading.
    pub text: String,
    /// The place in the source.
    pub span: Span,
}

/// Everything that was read from one text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Document {
    /// The version of this shape: [`SCHEMA`].
    pub schema: String,
    /// The unit of all spans.
    pub offsets: Offsets,
    /// What the source is like.
    pub source: Source,
    /// What kind of text (文种) it is.
    pub kind: Kind,
    /// The text's own title (标题).
    pub title: Option<Text>,
    /// The elements of an official document (公文要素), where the text is one.
    pub official: Option<Official>,
    /// The meetings (会议) that the text reports or records.
    pub meetings: Vec<Meeting>,
    /// The people (人员), one entry a person, in order of first mention.
    pub people: Vec<Person>,
    /// Unnamed attendees (全体干部).
    pub groups: Vec<Group>,
    /// Reporting frames (他强调，…).
    pub speeches: Vec<Speech>,
    /// Counted or marked series (一是…二是…).
    pub enumerations: Vec<Enumeration>,
    /// Who must do what by when (任务、要求).
    pub directives: Vec<Directive>,
    /// The heading tree (一、 （一） 1. （1）).
    pub sections: Vec<Section>,
    /// All times that the text states.
    pub times: Vec<Time>,
    /// The organisations (机构) that the text names.
    pub organizations: Vec<Organization>,
    /// Documents, document numbers, counted phrases and plan periods that the text cites.
    pub citations: Vec<Citation>,
    /// What was mended in the source to read it, in source order.
    pub repairs: Vec<Repair>,
    /// What is wrong with the text, in source order.
    pub diagnostics: Vec<Diagnostic>,
}

/// What the source is like.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Its length in the unit of the spans.
    pub length: u32,
    /// Its script.
    pub script: Script,
}

/// The script of a text (简体、繁体).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Script {
    /// Simplified characters only (简体).
    Simplified,
    /// Traditional characters only (繁体).
    Traditional,
    /// Both (简繁混排).
    Mixed,
}

/// The kind of a text (文种).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Kind {
    /// News of a meeting (会议报道).
    MeetingReport,
    /// Minutes (会议纪要).
    Minutes,
    /// The speech itself (讲话).
    Speech,
    /// A notice, opinion, letter, measure or other official document (通知、意见、函、办法…).
    Notice,
    /// An inspection or a visit (调研、考察).
    Visit,
    /// Anything else.
    Other,
}

/// The elements of an official document (公文) by GB/T 9704-2012.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Official {
    /// The document's number (发文字号): 国办发〔2014〕1号.
    pub number: Option<Text>,
    /// To whom it is sent (主送机关).
    pub recipients: Vec<Text>,
    /// Who signed it (发文机关署名).
    pub issuer: Option<Text>,
    /// The date it was issued (成文日期).
    pub issued: Option<Time>,
    /// The names of the attachments (附件).
    pub attachments: Vec<Text>,
    /// Who gets a copy (抄送).
    pub copies_to: Vec<Text>,
    /// The note in brackets under the date (附注).
    pub note: Option<Text>,
}

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
    pub text: String,
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
    pub text: String,
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

/// Who speaks in a frame: a person of [`Document::people`], or an institution as written (会议).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Speaker {
    /// An index into [`Document::people`].
    Person(u32),
    /// The institution as written: 会议, 国务院, 《意见》.
    Institution(String),
}

/// A reporting frame (转述): subject, verb of saying, content.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Speech {
    /// Who speaks, with 他 and omitted subjects resolved; `None` where nobody can be found.
    pub speaker: Option<Speaker>,
    /// The verb only: 进一步强调 → 强调.
    pub verb: Text,
    /// From the first character after 指出， or ： to the end of what is reported.
    pub content: Text,
    /// The frame this one stands in: an index into [`Document::speeches`].
    pub parent: Option<u32>,
}

/// How an enumeration is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum EnumerationStyle {
    /// Marked items: 一是、一要、第一、首先、（一）、一、1.、①.
    Ordinal,
    /// A counted label with its expansion: “五种意识”，即….
    Declared,
    /// Three or more parallel parts in quotation marks: “抓管理、强服务、提素质”.
    Slogan,
}

/// A counted or marked series (列举).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Enumeration {
    /// How it is marked.
    pub style: EnumerationStyle,
    /// The counted phrase without quotation marks (五个方面).
    pub label: Option<Text>,
    /// The number in the label.
    pub declared: Option<u32>,
    /// The items, at least one.
    pub items: Vec<Item>,
    /// The item that this enumeration stands in.
    pub parent: Option<ItemRef>,
    /// From the first marker or item to the end of the last item.
    pub span: Span,
}

/// One item of an enumeration.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Item {
    /// The marker as written (一是), where there is one.
    pub marker: Option<Text>,
    /// The number the marker states, or the item's place from 1.
    pub ordinal: u32,
    /// The item after its marker, without the final punctuation.
    pub content: Text,
    /// Enumerations within the item: indices into [`Document::enumerations`].
    pub enumerations: Vec<u32>,
}

/// An item of an enumeration, by index.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Copy)]
pub struct ItemRef {
    /// An index into [`Document::enumerations`].
    pub enumeration: u32,
    /// An index into its `items`.
    pub item: u32,
}

/// The force of a directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Modality {
    /// Must be done (要、必须).
    Obligation,
    /// Must not be done (不得、严禁).
    Prohibition,
    /// May be done (可以、允许).
    Permission,
    /// Is encouraged or hoped for (鼓励、希望).
    Encouragement,
}

/// A directive (任务、要求): who must do what by when.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Directive {
    /// The clause or clauses that state it, without the final punctuation.
    pub content: Text,
    /// Who has to act, where the unit says so (各单位).
    pub addressees: Vec<Text>,
    /// Who has to act by what was said before (承上): 各单位 for the second of 各单位要落实责任。要加强巡查。 Empty where
    /// the unit itself names somebody.
    pub inherited: Vec<Text>,
    /// Its main force.
    pub modality: Modality,
    /// The modal word (要、必须、不得), where there is one.
    pub modal: Option<Text>,
    /// In which case it holds (凡未经批准的，…).
    pub condition: Option<Text>,
    /// The verb phrases, in order.
    pub actions: Vec<Text>,
    /// By when, or in what time.
    pub deadline: Option<Time>,
    /// Who leads and who assists (…牵头，…配合).
    pub responsible: Vec<Responsible>,
    /// Whose directive it is: the speaker of the frame it stands in, or `None` where the text itself speaks.
    pub issuer: Option<Speaker>,
    /// The item of an enumeration that it stands in.
    pub item: Option<ItemRef>,
}

/// A body responsible for a directive.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Responsible {
    /// The body.
    pub organization: Text,
    /// Whether it leads (牵头) or assists (配合).
    pub role: ResponsibleRole,
}

/// How a body is responsible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ResponsibleRole {
    /// Leads (牵头、负责).
    Lead,
    /// Assists (配合、协助).
    Assist,
}

/// A heading (标题) and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Section {
    /// Its depth: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1） by GB/T 9704-2012, as far as the text uses them.
    pub level: u32,
    /// The heading's line after its marker, up to the first 。.
    pub heading: Text,
    /// The heading and all that stands under it.
    pub span: Span,
    /// The section it stands in: an index into [`Document::sections`].
    pub parent: Option<u32>,
}

/// A time (时间) as written and as far as it can be resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Time {
    /// As written.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// ISO 8601 with what the text states: `2012-05-18`, `--05-18`, `---27`, `--12-24/--12-25`, `2012`, `2011/2015`.
    pub value: Option<String>,
    /// 上午, 下午 … as written.
    pub part_of_day: Option<String>,
    /// The time of day: `18:00`.
    pub clock: Option<String>,
    /// How it bounds what is said.
    pub relation: Option<TimeRelation>,
    /// The full date or range, where the year is missing and a reference date is known.
    pub resolved: Option<String>,
}

/// How a time bounds what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum TimeRelation {
    /// Before (底前、之前).
    Before,
    /// After (之后、起).
    After,
    /// Within (三日内).
    Within,
    /// During (期间).
    During,
}

/// An organisation (机构) that the text names.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Organization {
    /// Its name at first mention.
    pub name: Text,
    /// Every place it is named, by its full name or by a short form that the text defines (以下简称“管理局”).
    pub mentions: Vec<Span>,
    /// Whether it is whoever fits the word (各单位, 有关部门), and no one body.
    pub generic: bool,
}

/// What a citation cites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum CitationKind {
    /// A titled document: 《…》.
    Document,
    /// A document number (发文字号): 国办发〔2014〕1号.
    Number,
    /// A counted phrase: “四个意识”.
    CountedPhrase,
    /// A plan period: “十二五”.
    PlanPeriod,
}

/// Something that the text cites (引用).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Citation {
    /// What it cites.
    pub kind: CitationKind,
    /// The citation without its brackets or quotation marks.
    pub content: Text,
}

/// What was mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum RepairKind {
    /// A reading in brackets after its character (注音): 統(tǒng).
    PinyinGloss,
    /// GBK text read one byte off (错位乱码): 精心安排?;顒又?要.
    ByteShift,
    /// UTF-8 read as another encoding (乱码): 涓浗.
    Mojibake,
    /// Half-width punctuation beside Han (半角标点).
    Width,
    /// A traditional character (繁体字).
    Traditional,
    /// A word of Taiwan or Hong Kong (地区用词): 資訊 for 信息. Made only where [`Options::repair`](crate::Options::repair)
    /// asks for it.
    RegionalWord,
    /// A line break inside a sentence (断行).
    HardWrap,
    /// A space between Han characters (多余空格).
    StraySpace,
    /// A character that can't be seen (不可见字符): BOM, zero-width space.
    Invisible,
    /// What a web page prints around a text (页面元素): 上一篇, 打印.
    PageFurniture,
}

/// One edit of the source (修复).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Repair {
    /// What was mended.
    pub kind: RepairKind,
    /// Where in the source.
    pub span: Span,
    /// What stands there in the repaired text; of an uncertain repair the best guess.
    pub replacement: String,
    /// Of an uncertain repair what may well stand there, the best first; empty where the repair is certain.
    #[cfg_attr(feature = "serde", serde(default))]
    pub candidates: Vec<String>,
    /// Whether the evidence decides it; an uncertain repair is reported and *not* applied.
    pub certain: bool,
}

impl Text {
    /// The reading and the place.
    #[must_use]
    pub fn new(text: impl Into<String>, span: Span) -> Self {
        Self { text: text.into(), span }
    }
}

//! What a word can be: [`Kind`], and sets of it.

/// Defines [`Kind`] and its names in the data files in one place.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal,)*) => {
        /// What a word can be. A word may be of several kinds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(crate) enum Kind { $($(#[$doc])* $kind,)* }

        impl Kind {
            /// The kind with this name in `data/*.tsv`.
            pub(crate) fn named(name: &str) -> Option<Self> {
                Self::NAMES.iter().position(|n| *n == name).map(|at| Self::ALL[at])
            }

            /// All kinds.
            const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// All names, as `data/*.tsv` give them, in the same order.
            pub(crate) const NAMES: &'static [&'static str] = &[$($name),*];
        }
    };
}

kinds! {
    /// Verb of saying (言说动词): 指出 强调 要求.
    Say = "say",
    /// What may stand between a subject and a verb of saying: 进一步 还 并 在讲话中.
    SayAdverb = "say_adverb",
    /// Institution that speaks (会议 大会 通知 全会).
    Voice = "voice",
    /// Third-person pronoun (他 她).
    Pronoun = "pronoun",
    /// To chair (主持).
    Chair = "chair",
    /// To attend (出席 参加 参会 到会).
    Attend = "attend",
    /// To observe (列席).
    Observe = "observe",
    /// To speak (讲话 发言 致辞).
    Speak = "speak",
    /// To tell at a meeting, with a noun as object (介绍 解读 部署 分析).
    Tell = "tell",
    /// To report (汇报 通报 传达).
    Report = "report",
    /// To be absent (缺席 请假).
    Absent = "absent",
    /// To accompany (陪同).
    Accompany = "accompany",
    /// To convene (召开 举行 举办).
    Convene = "convene",
    /// Form of a meeting (会议 大会 座谈会), the head of its name.
    MeetingForm = "meeting_form",
    /// Agenda verb (审议 听取 研究 部署).
    Agenda = "agenda",
    /// To visit or inspect (调研 考察 视察).
    Visit = "visit",
    /// Title of a post (书记 局长).
    Title = "title",
    /// Prefix of a title (副 原 代).
    TitlePrefix = "title_prefix",
    /// Honorific after a name that is no post (同志 先生).
    Honorific = "honorific",
    /// Known organisation (国务院 国资委).
    Organization = "organization",
    /// Last word of an organisation's name (局 委员会 大学).
    OrganizationSuffix = "organization_suffix",
    /// Place (北京 四川省).
    Place = "place",
    /// Head of a group of people (成员 负责人 干部).
    GroupHead = "group_head",
    /// Word for a body that sends people (部门 单位 企业 团体).
    BodyHead = "body_head",
    /// Generic addressee (各单位 各部门 有关部门).
    Addressee = "addressee",
    /// Modal of obligation (要 必须 应当).
    Obligation = "obligation",
    /// Modal of prohibition (不得 严禁).
    Prohibition = "prohibition",
    /// Modal of permission (可以 允许).
    Permission = "permission",
    /// Modal of encouragement (鼓励 支持 希望).
    Encouragement = "encouragement",
    /// Verb that can head a bare directive (加强 落实 推进).
    Action = "action",
    /// Word that joins a sentence to the one before it (同时 此外 另外).
    Connective = "connective",
    /// Part of the day (上午 下午).
    PartOfDay = "part_of_day",
    /// Word that says when, with a meaning in `time.tsv` (今年 近日 年底 春节).
    TimeWord = "time_word",
    /// Common word that must not be read as a name or a time (高度 广泛 严格).
    Common = "common",
    /// Word that no name of a body or post reaches across (在 由 关于).
    Boundary = "boundary",
    /// Word that can follow a person's name as what the person does (带队 围绕 担任).
    NameFollow = "name_follow",
    /// Verb by which a visitor brings others (率 率领 偕).
    Bring = "bring",
    /// Country or international body (法国 联合国).
    Country = "country",
    /// Title that only foreign states give (总统 首相).
    ForeignTitle = "foreign_title",
    /// Title that after a name is a form of address, no statement of the post (周明远总书记).
    StateTitle = "state_title",
    /// Verb between a person and the post that the person takes (任 担任).
    Appoint = "appoint",
    /// What a cited person said or thought (重要讲话 思想 批示).
    Saying = "saying",
    /// The same, where it follows the name directly (雷锋精神).
    SayingNear = "saying_near",
    /// A body of thought that bears its author's name (周明远新时代中国特色社会主义思想).
    SayingThought = "saying_thought",
    /// To give what is cited (发表重要讲话): who does it is no mere author.
    Utter = "utter",
    /// Last character of a place's name (村 镇 县).
    PlaceSuffix = "place_suffix",
    /// What can stand between a cited person and the saying (系列 重要).
    SayingModifier = "saying_modifier",
    /// Last word of a body made up of named people, whose roster a text may give: 领导小组.
    GroupBody = "group_body",
    /// Noun with a conjunction that can stand inside a body's name: 科学与 (工程学院).
    NameJoint = "name_joint",
    /// Title that needs a body before it to be a post: 成员, 代表.
    MemberTitle = "member_title",
    /// Title that several hold at once, so that a list of names may share it (委员 助理).
    SharedTitle = "shared_title",
    /// Title that names its own unit and inherits none: 局长, 校长助理.
    UnitTitle = "unit_title",
    /// Word for what someone belongs to, after which the name may follow: 会计学专业 (林晓峰), 课题组.
    Affiliation = "affiliation",
    /// Honour before a name that ends like a title and is none (特级教师 优秀教师).
    Honour = "honour",
    /// Word before a name that gives no post: a byline's or a credit's (记者 摄影).
    Byline = "byline",
    /// Word of a credit that is as often a verb, and gives a name only past a mark or a space (统筹：林晓峰).
    Credit = "credit",
    /// Word of a page's furniture (上一篇 打印).
    Furniture = "furniture",
    /// To begin or end, said of a meeting (开幕 闭幕 落幕).
    Open = "open",
    /// What may stand between a convener and the verb of convening (隆重 再次 专门 近日).
    ConveneAdverb = "convene_adverb",
    /// Form of a press conference (新闻发布会 吹风会), news of which is seldom news of a meeting.
    PressForm = "press_form",
    /// Word in the title of a feature, which tells of what others held or said (热议 综述 强烈反响).
    Feature = "feature",
    /// Word that ends in 会 and names no meeting (委员会 社会 晚会).
    NoMeeting = "no_meeting",
    /// To host (主办 承办 协办).
    Host = "host",
    /// Form of an official document, the last word of its title (通知 意见 办法).
    DocumentForm = "document_form",
    /// Salutation that opens a speech (同志们 各位代表 尊敬的).
    Salutation = "salutation",
    /// Label in the head of minutes (时间 地点 主持人 参加人员).
    MinutesField = "minutes_field",
    /// Formula of an official document (通知如下 特此通知 印发给你们).
    NoticeFormula = "notice_formula",
    /// Measure word that counts the items of a list (个 点 项).
    Measure = "measure",
    /// Word after which the first part of a list begins (围绕 处理好).
    ListLead = "list_lead",
    /// Word at which the last part of a list ends, in 把…贯穿活动始终 (贯穿 融入).
    ListTail = "list_tail",
    /// Last word of a list's label (方面 要求 意识).
    ListNoun = "list_noun",
    /// Word in which a number is no ordinal marker (统一 要素).
    NotOrdinal = "not_ordinal",
    /// Verb of saying whose content may follow without a mark (强调 认为 决定).
    SayDirect = "say_direct",
    /// Verb of saying that takes someone and what they should do (希望 要求 鼓励).
    SayAsk = "say_ask",
    /// Verb of saying that is as often a noun (要求 建议 决定).
    SayNoun = "say_noun",
    /// Verb of saying that states a decision only with a clause (决定 确定 同意).
    SayDecide = "say_decide",
    /// Verb that puts a list forward, with a noun of demands as its object (提出 作出).
    PutForward = "put_forward",
    /// What one voices with 表示 without saying anything of content (感谢 欢迎 慰问).
    Feeling = "feeling",
    /// Preposition that opens an adverbial (在 对 针对 按照).
    Preposition = "preposition",
    /// Manner adverb before a verb (切实 进一步 全面).
    Manner = "manner",
    /// Sign of a thing done or found (已 取得 近年来).
    Fact = "fact",
    /// Predicate that states what something is or does for something (是 有利于 具有).
    Stative = "stative",
    /// Noun that can act (单位 部门 干部 企业).
    Actor = "actor",
    /// Noun that names who has to act only right before a modal (教育系统要, 用人主体应).
    ActorTail = "actor_tail",
    /// Word before a verb that makes it a plan or a demand (将 拟 应当 未).
    Unreal = "unreal",
    /// Word before a verb of convening that makes it a habit or a thing of the past (定期 先后 曾).
    Repeated = "repeated",
    /// What goes on with a compound of which a meeting's form is only the first part (室 of 会议室, 堂 of 大会堂).
    FormTail = "form_tail",
    /// Word after a meeting's name that makes it something mentioned (精神 以来 筹备).
    MentionTail = "mention_tail",
    /// Word before a meeting's form that makes many of it (一系列 多场).
    PluralLead = "plural_lead",
    /// Word that opens a phrase of means (以 通过 采取).
    Means = "means",
    /// Word that closes a phrase of means (形式 方式 平台).
    MeansTail = "means_tail",
    /// How 在… ends where it names no place (期间 中 调研).
    NoPlace = "no_place",
    /// How a clause begins that tells of the meeting itself (本次 此次 论坛).
    MeetingSubject = "meeting_subject",
    /// Word that a group of its own begins with (全体 各 有关).
    Determiner = "determiner",
    /// Word in which the last word of a body's name is none (干部 部署 平台 格局).
    NotBody = "not_body",
    /// First person plural, where the writer speaks (我们 咱们).
    FirstPerson = "first_person",
    /// Word that makes a post one of the body just named (分管 主管).
    InCharge = "in_charge",
    /// Word for the whole body that meets, whose parts a list names after it (集团 公司 学校).
    WholeBody = "whole_body",
    /// To thank or welcome those who come (感谢 欢迎): what follows is no list of who was there.
    Greet = "greet",
    /// Word for several people, and no post that one person holds (成员 代表 干部).
    PluralHead = "plural_head",
    /// People of a standing that holds no post (教师 学生 导师): they are no further post of the body before them.
    Standing = "standing",
    /// Adverb or verb that stands in no name of a body (及时 亲自 报送).
    NameBreak = "name_break",
    /// Word that opens a name of who has to act (各 凡 上级).
    ActorLead = "actor_lead",
    /// Word that joins two names, or a name to a noun, rather than begin a predicate (和 以及 特别是).
    Link = "link",
    /// To lead in what several do (牵头 负总责).
    Lead = "lead",
    /// To assist in what another leads (配合 协助).
    Assist = "assist",
    /// Verb that says whose duty a thing is (负责 承担).
    Duty = "duty",
    /// Label before who leads (责任单位 牵头单位).
    LeadLabel = "lead_label",
    /// Label before who assists (配合单位 协办单位).
    AssistLabel = "assist_label",
    /// Label before the time by which (完成时限 时限要求).
    DueLabel = "due_label",
    /// Verb of bringing to an end, which makes a time its deadline (完成 建成 到位).
    Finish = "finish",
    /// Word that may open the case in which a directive holds (对 凡 如 一旦).
    Condition = "condition",
    /// The same, where it opens a case whatever follows (凡 如 一旦).
    Case = "case",
    /// Noun that names demands put forward, also as the content of a speech (要求 部署 安排 意见).
    Demand = "demand",
    /// Adverb that makes a rule of what is told (一律 一概).
    Rule = "rule",
    /// Word that turns from what is said to what happened (会上 会后 随后).
    Turn = "turn",
    /// Verb of one character that begins a part of a slogan (抓 强 守).
    SloganVerb = "slogan_verb",
    /// A speaker's own side, in whose name one speaks (中方 我方).
    OwnSide = "own_side",
    /// Verb that brings someone to a place (来到 前往).
    Arrive = "arrive",
    /// What makes a noun of a word of visiting that stands before it (组 of 调研组, 团 of 考察团).
    VisitTail = "visit_tail",
    /// How a line begins that goes on to another piece of news (另讯 另悉).
    Elsewhere = "elsewhere",
    /// Verb of one character that leads up to a body's name (报 市委).
    ShortLead = "short_lead",
    /// Verb that makes others come (组织 邀请 吸引).
    Gather = "gather",
    /// Verb that only carries the noun after it (作 进行 发表).
    LightVerb = "light_verb",
    /// Occasion, other than a meeting, that one attends (活动 仪式 会谈).
    Occasion = "occasion",
    /// Verb that a noun after it turns into the name of a matter (审批 程序, 奖励 办法).
    Nominal = "nominal",
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Kinds([u64; WORDS]);

/// How many words of 64 bits a set has: room for 128 kinds.
const WORDS: usize = 2;

impl Kinds {
    /// The set of these kinds.
    #[inline]
    pub(crate) const fn of(kinds: &[Kind]) -> Self {
        let mut set = [0; WORDS];
        let mut at = 0;
        while at < kinds.len() {
            set[kinds[at] as usize / 64] |= 1 << (kinds[at] as usize % 64);
            at += 1;
        }
        Self(set)
    }

    /// The kinds of both sets.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }

    /// Whether the two sets have a kind in common.
    #[inline]
    pub(crate) const fn meets(self, other: Self) -> bool {
        (self.0[0] & other.0[0]) | (self.0[1] & other.0[1]) != 0
    }

    /// Whether the set has `kind`.
    #[inline]
    pub(crate) fn has(self, kind: Kind) -> bool {
        self.0[kind as usize / 64] & (1 << (kind as usize % 64)) != 0
    }

    /// Whether the set has one of `kinds`.
    #[inline]
    pub(crate) fn any(self, kinds: &[Kind]) -> bool {
        self.meets(Self::of(kinds))
    }

    /// Adds all of `kinds`.
    pub(crate) fn extend(&mut self, kinds: Kinds) {
        *self = self.with(kinds);
    }
}

// A kind beyond the room of a set would be lost.
const _: () = assert!(Kind::ALL.len() <= WORDS * 64);

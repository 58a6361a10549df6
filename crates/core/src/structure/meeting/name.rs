//! The name of a meeting (会议名称): the shortest noun phrase, ending in a form (会议, 座谈会, 动员大会).

use super::scan;
use crate::annotate::{Reading, number_at, within};
use crate::lexicon::{Kind, Token};
use crate::particle::JOINTS;
use crate::segment::boundary;
use crate::span::Span;
use crate::structure::words;

/// A meeting's name where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// The noun phrase.
    pub(super) span: Span,
    /// The form it ends in.
    pub(super) form: Span,
}

impl Name {
    /// Whether the name is a form and nothing else: 会议, 座谈会.
    pub(super) fn is_bare(&self) -> bool {
        self.span == self.form
    }

    /// Whether a number of sittings stands before a name that any of them has: 两场|专题会议.
    pub(super) fn sums_up(&self, reading: &Reading<'_>) -> bool {
        reading.slice(self.form).ends_with("会议") && reading.before(self.span.start).ends_with(['场', '次'])
    }

    /// Whether the form is short for that of any meeting: 会议, 大会, but not 座谈会.
    pub(super) fn is_general(&self, reading: &Reading<'_>) -> bool {
        self.form.len() <= "会议".len() as u32 && reading.tokens.kinds_at(self.form.start).has(Kind::Voice)
    }
}

/// The most characters that a sitting's number before a quotation mark may take: 2018年度第十二次.
const MAX_NUMBER: usize = 12;

/// The least and the most bytes of 暨 and the occasion that it couples with a meeting: 暨讲座.
const MIN_COUPLED: u32 = 9;
const MAX_COUPLED: u32 = 90;

/// How far the 届 or 第 of a sitting's number stands before its end, in bytes: 第二十三次.
const MAX_COUNT: u32 = 18;

/// The kinds of words that end a noun phrase.
const BREAKS: &[Kind] = &[
    Kind::Agenda,
    Kind::Say,
    Kind::Convene,
    Kind::Open,
    Kind::Chair,
    Kind::Attend,
    Kind::Observe,
    Kind::Speak,
    Kind::Visit,
    Kind::Report,
    Kind::Obligation,
];

/// The name that starts at `start` or soon after, as the object of a verb: 召开|全系统动员大会，.
pub(super) fn object(reading: &Reading<'_>, start: u32) -> Option<Name> {
    let limit = scan::clause_end(reading, start);
    // 召开的各类会议 describes meetings.
    if reading.after(start).starts_with('的') {
        return None;
    }
    let Some(form) = last_form(reading, Span::new(start, limit)) else {
        return quoted(reading, start).or_else(|| talk(reading, start, limit));
    };
    let rest = Span::new(form.end, limit.max(form.end));
    if words::head_of(reading, rest, Kind::MentionTail).is_some() {
        return None;
    }
    let mut span = shorten(reading, Span::new(start, form.end), form);
    span.end = coupled(reading, span, limit);
    // 一系列座谈会 are no one meeting.
    if words::head_of(reading, span, Kind::PluralLead).is_some() {
        return None;
    }
    let name = Name { span, form };
    // 一年来召开14次会议 sums up.
    let summed = name.is_bare() && name.is_general(reading) && sittings(&reading.text[start as usize..]).0 > 1;
    (!summed).then_some(name)
}

/// The names that are joined to another: 召开消委会第二次会议、|防汛推进会议|和|第9次常务会议.
pub(super) fn joined(reading: &Reading<'_>, name: Name) -> Vec<Name> {
    let full = |n: &Name| !n.is_bare() || n.form.len() >= FULL_FORM;
    let (mut names, mut last) = (Vec::new(), name);
    while full(&last) && names.len() < MAX_JOINED {
        let rest = reading.after(last.span.end);
        let next = rest.strip_prefix(JOINTS).and_then(|after| object(reading, last.span.end + (rest.len() - after.len()) as u32));
        match next {
            Some(next) => last = next,
            None if rest.is_empty() || rest.starts_with(['，', '。', '；', '\n', '\r']) => return names,
            None => break,
        }
        names.push(last);
    }
    Vec::new()
}

/// A form of so many bytes names a meeting by itself: the five characters of 局长办公会.
pub(super) const FULL_FORM: u32 = 15;

/// So many meetings may be convened at once beside the first.
const MAX_JOINED: usize = 8;

/// A name that quotation marks enclose whole: 召开“白云河治理座谈会”; with the number that stands before them:
/// 召开第二期|“乡村振兴擂台赛”.
fn quoted(reading: &Reading<'_>, start: u32) -> Option<Name> {
    let start = after_le(reading, start);
    let number = number_before_quote(reading, start);
    let pair = reading.segments.pairs.opening_at(start + number).filter(|p| p.is_quote())?;
    let form =
        reading.tokens.ending_at(pair.inner.end, Kind::MeetingForm).filter(|t| t.span.start >= pair.inner.start && is_form(reading, *t))?;
    let span = if number > 0 { Span::new(start, pair.span.end) } else { pair.inner };
    Some(Name { span, form: form.span })
}

/// How many sittings `text` begins with, and the length of their number: 三场, 5次.
pub(super) fn sittings(text: &str) -> (u32, usize) {
    let (count, length) = number_at(text).unwrap_or_default();
    if length > 0 && text[length..].starts_with(['场', '次']) { (count, length + "场".len()) } else { (0, 0) }
}

/// The start of what follows the aspect of a verb: 召开了|.
fn after_le(reading: &Reading<'_>, start: u32) -> u32 {
    start + if reading.after(start).starts_with('了') { "了".len() as u32 } else { 0 }
}

/// Where a name ends that names an occasion of another form along with the meeting: 捐赠仪式|暨水利讲座,
/// 主题党日暨专题学习|活动.
pub(super) fn coupled(reading: &Reading<'_>, name: Span, limit: u32) -> u32 {
    let rest = reading.between(name.end, limit.max(name.end));
    if rest.starts_with("活动") && reading.slice(name).contains('暨') {
        return name.end + "活动".len() as u32;
    }
    if !rest.starts_with('暨') {
        return name.end;
    }
    let rest = Span::new(name.end, limit);
    let ends = |t: &Token| t.kinds.has(Kind::ConveneAdverb) || matches!(reading.slice(t.span), "在" | "于");
    let times = within(&reading.times, rest).map(|t| t.span.start);
    // “青山水利周开幕式暨水利展”今天在….
    let quote = reading.segments.pairs.around(name.end).map(|p| p.inner.end);
    let end = times.chain(reading.tokens.within(rest).filter(ends).map(|t| t.span.start)).chain(quote).min().unwrap_or(limit).min(limit);
    // 暨周例行学习活动.
    let verb = reading.tokens.any(Span::new(name.end, end), BREAKS) && !reading.tokens.kinds_ending(end).has(Kind::Occasion);
    if verb || !(MIN_COUPLED..=MAX_COUPLED).contains(&(end - name.end)) { name.end } else { end }
}

/// A meeting that is named by what one does at it: 举行|座谈.
fn talk(reading: &Reading<'_>, start: u32, limit: u32) -> Option<Name> {
    let start = after_le(reading, start);
    let form = reading.tokens.kind_at(start, Kind::MeetingForm).filter(|t| t.span.end == limit)?.span;
    Some(Name { span: form, form })
}

/// The length of the number of a sitting between `start` and a quotation mark: 第二期, 2018年第三次, 首届.
fn number_before_quote(reading: &Reading<'_>, start: u32) -> u32 {
    let after = reading.after(start);
    let end = after.char_indices().enumerate().find(|&(i, (_, c))| i == MAX_NUMBER || matches!(c, '“' | '「' | '"'));
    let lead = &after[..end.map_or(after.len(), |(_, (at, _))| at)];
    let ordinal = lead.rsplit_once('第').map(|(_, n)| n).or_else(|| lead.rsplit_once('首').map(|(_, n)| n));
    let counts = ordinal.is_some_and(|n| n.chars().count() <= 4 && n.ends_with(['期', '次', '届', '场', '轮', '季']));
    if counts { lead.len() as u32 } else { 0 }
}

/// The name that ends at `form`'s end, as the subject of a verb: 全国宣传工作会议|21日在北京召开.
pub(super) fn subject(reading: &Reading<'_>, form: Span, floor: u32) -> Option<Name> {
    let start = scan::clause_start(reading, form.start, floor);
    let span = scan::trim_start(reading, Span::new(start, form.end));
    // 会议决定，全省工作会议于3月召开 without its comma: what is decided is to come.
    let decided = reading.tokens.kind_at(span.start, Kind::Voice).is_some_and(|v| reading.tokens.kinds_at(v.span.end).has(Kind::SayDecide));
    (span.start <= form.start && !decided).then(|| Name { span: shorten(reading, span, form), form })
}

/// The form that ends the noun phrase at the head of `span`: the last one before a verb or a mark.
fn last_form(reading: &Reading<'_>, span: Span) -> Option<Span> {
    let mut last: Option<Span> = None;
    for token in reading.tokens.within(span) {
        if inside(reading, span, token.span.start) {
            continue;
        }
        if let Some(form) = last {
            if token.span.start < form.end && token.span.end <= form.end {
                continue;
            }
            let between = reading.between(form.end.min(token.span.start), token.span.start);
            if between.starts_with(JOINTS)
                || between.starts_with('并')
                || (token.span.start >= form.end && token.kinds.any(BREAKS) && !token.kinds.has(Kind::MeetingForm))
            {
                break;
            }
        }
        if is_form(reading, token) {
            last = Some(longer(last, token.span));
        }
    }
    let form = last?;
    let rest = reading.between(form.end, span.end);
    if words::head_of(reading, Span::new(form.end, span.end.max(form.end)), Kind::FormTail).is_some()
        || rest.starts_with('暨') && rest.len() < 6
    {
        return None;
    }
    Some(form)
}

/// Of two forms with one end the longer: 座谈会 rather than 会.
fn longer(last: Option<Span>, form: Span) -> Span {
    match last {
        Some(l) if l.end == form.end && l.start < form.start => l,
        _ => form,
    }
}

/// Whether a word is the form of a meeting: 委员会 and 社会 end in 会 and are none, nor is the 峰会 of 林晓峰会见;
/// but a body's name stands for its meeting after the number of a sitting: 三届二次|理事会.
pub(in crate::structure) fn is_form(reading: &Reading<'_>, token: Token) -> bool {
    let counted = || {
        let from = boundary(reading.text, token.span.start.saturating_sub(MAX_COUNT));
        let before = reading.between(from, token.span.start);
        before.ends_with('次') && before.contains(['届', '第'])
    };
    token.kinds.has(Kind::MeetingForm)
        && reading.tokens.ending_at(token.span.end, Kind::NoMeeting).is_none_or(|n| n.span.len() < token.span.len() || counted())
        && reading.people.get(reading.people.first_past(token.span.start)).is_none_or(|p| p.span.start >= token.span.start)
}

/// Whether `offset` lies in a pair of marks that opens within `span`.
fn inside(reading: &Reading<'_>, span: Span, offset: u32) -> bool {
    reading.segments.pairs.around(offset).is_some_and(|p| p.span.start >= span.start)
}

/// Takes off what is no part of the name: 了, 一次, 由各单位参加的, 与校区班子.
fn shorten(reading: &Reading<'_>, span: Span, form: Span) -> Span {
    // 主持|中共青山市委召开|座谈会, 出席|青山管理局举行的|座谈会.
    let held = reading.tokens.within(Span::new(span.start, form.start)).filter(|t| !inside(reading, span, t.span.start));
    let mut start = span.start;
    for token in held.filter(|t| t.kinds.any(&[Kind::Convene, Kind::Host])) {
        let modifies = reading.after(token.span.end).starts_with('的');
        if modifies || token.kinds.has(Kind::Convene) {
            start = token.span.end + if modifies { "的".len() as u32 } else { 0 };
        }
    }
    start = after_post(reading, Span::new(start, form.start));
    loop {
        let text = reading.between(start, form.end);
        let mut next = start + sittings(text).1 as u32;
        for lead in
            ["了", "过", "这次", "此次", "本次", "由", "以", "为期", "历时", "举世瞩目", "备受关注", "有", "围绕", "题为", "主题为", "与"]
        {
            let Some(rest) = text.strip_prefix(lead) else { continue };
            // A particle goes alone; a preposition takes its phrase along, through 的 or up to the form.
            let phrase = !matches!(lead, "了" | "过" | "这次" | "此次" | "本次");
            let modifier = rest.rfind('的').filter(|&at| start as usize + lead.len() + at < form.start as usize);
            next = match (phrase, modifier) {
                (false, _) => start + lead.len() as u32,
                (true, Some(at)) => start + (lead.len() + at + "的".len()) as u32,
                (true, None) if lead == "与" => form.start,
                (true, None) => start,
            };
            break;
        }
        if next == start || next > form.start {
            return Span::new(start, form.end);
        }
        start = next;
    }
}

/// Where a name begins that is named after a person, without the posts of that person: 青山公司工人|林晓峰同志先进事迹报告会.
fn after_post(reading: &Reading<'_>, span: Span) -> u32 {
    let first = within(&reading.people, span).next();
    first.filter(|p| reading.start_with_posts(p) <= span.start).map_or(span.start, |p| p.span.start)
}

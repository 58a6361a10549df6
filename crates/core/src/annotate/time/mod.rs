//! Times (时间): 5月18日下午3时30分, 10月底前, 三日内, 近日, “十二五”时期.
//!
//! A time begins at a number or at a word of `time.tsv`, and is read on from there: the date with its range, a
//! remark in brackets （初四）, the part of the day, the time of day, and the particle that bounds it (前, 内).
//! 三点要求 and 五日 are counts and no times; what tells them apart is what stands around them.

mod calendar;
mod clock;
mod cursor;
mod date;
mod period;
mod relation;
mod remark;
mod resolve;
#[cfg(test)]
mod tests;
mod value;
mod word;

pub(crate) use resolve::{Context, weekday_mismatch};

use super::number::starts_number;
use super::{Found, Reading};
use crate::document::{Time, TimeRelation};
use crate::lexicon::{Kind, Kinds, Token};
use crate::span::Span;
use clock::Near;
use cursor::Cursor;
use date::Unit;
use value::Value;
use word::Meaning;

/// How far before 之日起 its 自 is looked for, in bytes.
const MAX_SINCE: usize = 90;

/// What a time can begin with beside a number: words of time, and facts, which 今年以来 is.
const WORDS: Kinds = Kinds::of(&[Kind::TimeWord, Kind::PartOfDay, Kind::Fact]);

/// The rule of “十二五”时期.
pub(super) const PLAN_PERIOD: &str = "plan_period";

/// A time while it is read.
#[derive(Clone, Debug, Default)]
struct Draft {
    start: usize,
    end: usize,
    rule: &'static str,
    value: Value,
    /// What the word at its head means (今年), which the text's own date resolves.
    anchor: Option<Meaning>,
    part_of_day: Option<Span>,
    clock: Option<String>,
    relation: Option<TimeRelation>,
}

/// Finds all times of the text, and resolves them as far as the text or the caller says; with what they were
/// resolved by.
pub(super) fn read(reading: &Reading<'_>) -> (Vec<Found<Time>>, Context) {
    let mut drafts: Vec<Draft> = Vec::new();
    let apart = reading.tokens.with(WORDS).filter(|t| !reading.tokens.is_reached(t.span.start));
    let mut words = apart.filter_map(|token| time_word(reading, token)).peekable();
    let mut numbers = reading.segments.signs.iter().filter(|s| starts_number(s.character)).map(|s| s.at as usize).peekable();
    // Where the next number starts, from an offset on that never goes back.
    let mut next_number = |from: usize| {
        while numbers.next_if(|&at| at < from).is_some() {}
        numbers.peek().copied()
    };
    let mut number = next_number(0);
    let mut done = 0;
    loop {
        let word = words.peek().map(|t| t.span.start as usize);
        let draft = match (number, word) {
            (None, None) => break,
            (Some(at), word) if word.is_none_or(|w| at < w) => {
                let c = Cursor::new(reading.text, at).with_number();
                let draft = if at >= done { at_number(reading, c, done) } else { None };
                let after = draft.as_ref().map_or(0, |d| d.end).max(skip_number(c));
                number = next_number(after);
                draft
            }
            _ => {
                let token = words.next();
                token.filter(|t| t.span.start as usize >= done).and_then(|t| at_word(reading, t, done))
            }
        };
        if let Some(draft) = draft {
            done = draft.end;
            if number.is_some_and(|at| at < done) {
                number = next_number(done);
            }
            drafts.push(draft);
        }
    }
    let context = resolve::context(reading, &drafts);
    (resolve::finish(reading, drafts, context), context)
}

/// The length of the plan's name that `text` starts with: the 十二五 of 十二五期间.
pub(super) fn plan_length(text: &str) -> Option<usize> {
    let (number, after) = period::plan_number(Cursor::new(text, 0))?;
    period::plan_years(number).map(|_| after.at())
}

/// The word of time that a token is or begins with: another table may have 今年以来 as one word.
fn time_word(reading: &Reading<'_>, token: Token) -> Option<Token> {
    if token.kinds.any(&[Kind::TimeWord, Kind::PartOfDay]) {
        return Some(token);
    }
    if token.span.len() <= 6 || !reading.text.as_bytes()[..token.span.end as usize].ends_with("以来".as_bytes()) {
        return None;
    }
    let head = reading.slice(token.span).strip_suffix("以来").filter(|head| word::of(head).is_some())?;
    Some(Token { span: Span::new(token.span.start, token.span.start + head.len() as u32), kinds: token.kinds })
}

/// The end of the number that starts at the cursor, so that none is read from its middle.
fn skip_number(c: Cursor<'_>) -> usize {
    if let Some((_, after)) = c.number() {
        return after.at();
    }
    // 七八 and a run of twenty digits: all of it is passed over.
    let run = c.rest().chars().take_while(|&c| starts_number(c)).map(char::len_utf8).sum::<usize>();
    c.at() + run.max(1)
}

/// The time that the number at the cursor begins.
fn at_number(reading: &Reading<'_>, c: Cursor<'_>, done: usize) -> Option<Draft> {
    if !may_begin(c) {
        return None;
    }
    let at = c.at();
    if let Some((value, relation, start, end)) = period::plan(reading, c).filter(|p| p.2 >= done) {
        return Some(Draft { start, end, rule: PLAN_PERIOD, value, relation, ..Draft::default() });
    }
    if let Some((value, relation, start, end)) = period::stretch(reading, c, done) {
        return Some(Draft { start, end, rule: "stretch", value, relation, ..Draft::default() });
    }
    if let Some((value, relation, start, end)) = period::decade(reading, c, done) {
        return Some(Draft { start, end, rule: "decade", value, relation, ..Draft::default() });
    }
    if let Some((value, relation, end)) = period::duration(reading, c) {
        return Some(Draft { start: at, end, rule: "duration", value, relation: Some(relation), ..Draft::default() });
    }
    if let Some((value, end)) = period::window(c) {
        return Some(Draft { start: at, end, rule: "window", value, relation: Some(TimeRelation::Within), ..Draft::default() });
    }
    if let Some(draft) = congress(reading, c, done) {
        return Some(draft);
    }
    if let Some(read) = date::read(c).filter(|r| !is_other_word(reading, r)) {
        // 元月6日: the first month has a name of its own.
        let new_year = read.unit == Unit::Day && reading.text[done..at].ends_with("元月");
        let (start, value) = if new_year { (at - "元月".len(), read.value.in_month(1)) } else { (at, read.value) };
        let weak = read.weak && !new_year;
        let draft = Draft { start, end: read.end, rule: read.rule, value, ..Draft::default() };
        let draft = go_on(reading, draft);
        return (!weak || draft.part_of_day.is_some() || draft.clock.is_some()).then_some(draft);
    }
    if let Some((day, end)) = date::day_number_at(c).filter(|&(_, end)| goes_on_from_day(reading, c, end)) {
        let value = Value::Point(value::Partial::day(day));
        return Some(go_on(reading, Draft { start: at, end, rule: "date_without_year", value, ..Draft::default() }));
    }
    // 第三季度 and 前三季度 begin before their number.
    let front = reading.text[done..at].trim_end_matches('第').trim_end_matches('前').len() + done;
    let cursors = [Some(front).filter(|&front| front < at).map(|front| Cursor::new(reading.text, front)), Some(c)];
    for c in cursors.into_iter().flatten() {
        if let Some(read) = date::season_at(c) {
            return Some(go_on(reading, Draft { start: c.at(), end: read.end, rule: read.rule, value: read.value, ..Draft::default() }));
        }
    }
    let (clock, end) = clock::read(reading, c, Near::default())?;
    Some(bound(reading, Draft { start: at, end, rule: "clock", clock: Some(clock), ..Draft::default() }))
}

/// Whether a time can begin with the number at the cursor, by the character after it: most numbers count something,
/// and are passed over at once. Of a number with 五 in it, which may name a plan, this doesn't tell.
fn may_begin(c: Cursor<'_>) -> bool {
    const UNITS: &[char] =
        &['年', '学', '月', '日', '号', '天', '个', '工', '星', '周', '小', '分', '点', '时', '季', '大', '届', '五', '多', '余', '世'];
    const JOINTS: &[char] = &['起', '至', '到', '—', '－', '-', '–', '～', '~', '―', '─', '/', '.', '：', ':', '∶'];
    let Some((_, after)) = c.number() else { return true };
    let plan = c.text().get(c.at()..after.at()).is_some_and(|number| number.contains('五'));
    plan || after.gap().peek().is_some_and(|next| UNITS.contains(&next) || JOINTS.contains(&next))
}

/// Whether 17号 is a day: what follows happens on one (17号上午, 17号在京开幕, 17号就防汛表态), and no 楼 or 第 stands
/// before it.
fn goes_on_from_day(reading: &Reading<'_>, c: Cursor<'_>, end: usize) -> bool {
    let kinds = [Kind::PartOfDay, Kind::Convene, Kind::Open, Kind::Attend, Kind::Chair, Kind::Visit];
    let next = reading.tokens.kinds_at(end as u32).any(&kinds);
    let numbered = c.before().is_some_and(|b| b.is_ascii_alphanumeric() || "第楼栋厅路院区组道桥线船仓库门".contains(b));
    (next || reading.text[end..].starts_with(['在', '就'])) && (!numbered || c.text()[..c.at()].ends_with("领导小组"))
}

/// Whether the last character of a month or day belongs to a word of its own: 5日均, 3月球; but 5月18日夜 is a date.
fn is_other_word(reading: &Reading<'_>, read: &date::Read) -> bool {
    let whole = matches!(read.value, Value::Point(p) if p.month.is_some() && p.day.is_some());
    read.unit != Unit::Year
        && !whole
        && reading.text[..read.end].ends_with(['月', '日'])
        && relation::is_shadowed(reading, read.end - 3, read.end)
}

/// 党的二十大以来, 十八届三中全会以来: what began with a congress.
fn congress(reading: &Reading<'_>, c: Cursor<'_>, done: usize) -> Option<Draft> {
    let (_, after) = c.number()?;
    let after = match after.eat("大") {
        Some(after) => after,
        None => after.eat("届")?.number()?.1.eat("中全会")?,
    };
    let (relation, end) = relation::read(reading, after).filter(|r| r.0 == Some(TimeRelation::After))?;
    let party = reading.text[done..c.at()].ends_with("党的");
    let start = if party { c.at() - "党的".len() } else { c.at() };
    Some(Draft { start, end, rule: "since_congress", relation, ..Draft::default() })
}

/// The time that a word begins.
fn at_word(reading: &Reading<'_>, token: Token, done: usize) -> Option<Draft> {
    let text = reading.slice(token.span);
    let (start, after) = (token.span.start as usize, token.span.end as usize);
    let c = Cursor::new(reading.text, after);
    let meaning = word::of(text);
    let draft = Draft { start, end: after, anchor: meaning, rule: "time_word", ..Draft::default() };
    let take = |read: Option<date::Read>| match read {
        Some(read) => Draft { end: read.end, value: read.value, rule: read.rule, ..draft.clone() },
        None => draft.clone(),
    };
    match meaning {
        Some(Meaning::Year(_)) => {
            let draft = take(date::after_year(c, None).filter(|r| !r.weak));
            Some(go_on(reading, eat(reading, draft, &["同期"])))
        }
        Some(Meaning::Month(_)) => Some(go_on(reading, take(date::after_month(c)))),
        Some(Meaning::Each) => {
            let read = date::after_year(c, None).or_else(|| date::after_month(c));
            Some(go_on(reading, take(read.filter(|r| !r.weak))))
        }
        Some(Meaning::Half(half)) => {
            let (from, to) = if half == 1 { (1, 6) } else { (7, 12) };
            let value = Value::Range(value::Partial::month(from), value::Partial::month(to));
            Some(bound(reading, Draft { value, ..draft }))
        }
        Some(Meaning::Day(_)) if token.kinds.has(Kind::PartOfDay) => Some(go_on(reading, Draft { end: start, ..draft })),
        Some(Meaning::Day(_)) => Some(go_on(reading, remark::day(reading, draft))),
        Some(Meaning::Weekday(_)) => weekday(reading, draft),
        Some(Meaning::Edge | Meaning::Vague | Meaning::Years(..)) => Some(bound(reading, draft)),
        Some(Meaning::Inside) => Some(Draft { relation: Some(TimeRelation::Within), ..bound(reading, draft) }),
        Some(Meaning::Bounded(relation)) => Some(Draft { relation, ..draft }),
        Some(Meaning::Length(length)) => {
            let draft = bound(reading, draft);
            let bounds = matches!(draft.relation, Some(TimeRelation::Within | TimeRelation::After))
                && !reading.text[..draft.end].ends_with(['起', '始', '来']);
            bounds.then_some(Draft { value: Value::Duration(length.to_owned()), rule: "duration", ..draft })
        }
        Some(Meaning::Since) => since(reading, draft, done),
        Some(Meaning::Event(date)) => {
            let draft = bound(reading, draft);
            let value = date.map_or(Value::Vague, |(m, d)| Value::Point(value::Partial { year: None, month: Some(m), day: Some(d) }));
            // 会议开始 says what happens, not when.
            let bounds = draft.end > after && !reading.text[after..draft.end].ends_with("开始");
            bounds.then_some(Draft { value, rule: "event", ..draft })
        }
        None => part_of_day(reading, draft),
    }
}

/// A day of the week by itself: it must end its phrase, as 周一 may begin a name or a count.
fn weekday(reading: &Reading<'_>, draft: Draft) -> Option<Draft> {
    let plain = draft.end;
    let draft = go_on(reading, draft);
    let next = Cursor::new(reading.text, draft.end).peek();
    let closed = next.is_none_or(|n| !n.is_alphanumeric() || matches!(n, '至' | '到'));
    let longer = reading.text[draft.start..].starts_with(['本', '上', '下', '每', '星']);
    (draft.end > plain || closed || longer).then_some(draft)
}

/// A part of the day by itself: 下午3时, or 下午 where it begins its clause.
fn part_of_day(reading: &Reading<'_>, draft: Draft) -> Option<Draft> {
    let (start, end) = (draft.start, draft.end);
    let draft = go_on(reading, Draft { end: start, rule: "part_of_day", ..draft });
    let before = Cursor::new(reading.text, start).before();
    let opens = before.is_none_or(|b| !b.is_alphanumeric());
    let long = end - start > '晚'.len_utf8();
    (draft.clock.is_some() || draft.relation.is_some() && draft.end > end || opens && long && draft.part_of_day.is_some()).then_some(draft)
}

/// 自发布之日起30日内, 自公布之日起.
fn since(reading: &Reading<'_>, draft: Draft, done: usize) -> Option<Draft> {
    let mut from = draft.start.saturating_sub(MAX_SINCE).max(done);
    while !reading.text.is_char_boundary(from) {
        from += 1;
    }
    let before = &reading.text[from..draft.start];
    let clause = before
        .rfind(['，', '。', '；', '：', '\n', '、'])
        .map_or(0, |at| at + reading.text[from + at..].chars().next().map_or(0, char::len_utf8));
    let start = from + clause + before[clause..].find(['自', '从'])?;
    let draft = Draft { start, relation: Some(TimeRelation::After), rule: "since_day", ..draft };
    let after = Cursor::new(reading.text, draft.end);
    let after = after.eat("，").or_else(|| after.eat("的")).unwrap_or(after).gap();
    Some(match period::duration(reading, after).filter(|d| d.1 == TimeRelation::Within) {
        Some((value, relation, end)) => Draft { value, relation: Some(relation), end, ..draft },
        None => draft,
    })
}

/// Reads on from a date: remark, weekday, part of the day, time of day, particle.
fn go_on(reading: &Reading<'_>, draft: Draft) -> Draft {
    let mut draft = draft;
    let mut dated = draft.end > draft.start;
    for _ in 0..2 {
        draft.end = remark::end(reading, draft.end).unwrap_or(draft.end);
        if let Some(day) = word_at(reading, draft.end, |m| matches!(m, Meaning::Weekday(_))).filter(|_| dated) {
            draft.end = day.span.end as usize;
        }
    }
    let c = Cursor::new(reading.text, draft.end).gap();
    let part = reading.tokens.kind_at(c.at() as u32, Kind::PartOfDay).filter(|t| !dated || t.span.end as usize > draft.end);
    let mut near = Near { date: dated, ..Near::default() };
    if let Some(part) = part {
        let text = reading.slice(part.span);
        // 今晚 is the 晚 of today.
        let head = text.chars().next().filter(|_| word::of(text).is_some()).map_or(0, char::len_utf8) as u32;
        let own = Span::new(part.span.start + head, part.span.end);
        near.part = true;
        near.late = text.contains(['下', '晚', '夜', '傍']) || text.ends_with("午后");
        draft.part_of_day = Some(own);
        draft.end = part.span.end as usize;
        dated = true;
    }
    let c = Cursor::new(reading.text, draft.end);
    if let Some((clock, end)) = clock::read(reading, c, near).filter(|_| dated) {
        draft.clock = Some(clock);
        draft.end = end;
        // 8时30分（北京时间）.
        draft.end = remark::end(reading, draft.end).unwrap_or(draft.end);
    }
    // 1月23日中午下班前.
    if let Some(event) = word_at(reading, Cursor::new(reading.text, draft.end).gap().at(), |m| matches!(m, Meaning::Event(_))) {
        let with = bound(reading, Draft { end: event.span.end as usize, ..draft.clone() });
        if with.end > event.span.end as usize {
            return with;
        }
    }
    bound(reading, draft)
}

/// Takes in the particle that follows: 前, 内, 期间.
fn bound(reading: &Reading<'_>, draft: Draft) -> Draft {
    match relation::read(reading, Cursor::new(reading.text, draft.end)) {
        Some((relation, end)) => Draft { relation: relation.or(draft.relation), end, ..draft },
        None => draft,
    }
}

/// Takes in one of `words` where it follows.
fn eat(reading: &Reading<'_>, draft: Draft, words: &[&str]) -> Draft {
    let end = Cursor::new(reading.text, draft.end).eat_any(words).map_or(draft.end, Cursor::at);
    Draft { end, ..draft }
}

/// The word of `time.tsv` at `at` whose meaning is wanted.
fn word_at(reading: &Reading<'_>, at: usize, wanted: impl Fn(Meaning) -> bool) -> Option<Token> {
    let token = reading.tokens.kind_at(at as u32, Kind::TimeWord)?;
    word::of(reading.slice(token.span)).filter(|&m| wanted(m)).map(|_| token)
}

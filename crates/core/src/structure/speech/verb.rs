//! What makes a verb of saying a frame's verb, and where its content begins.

use super::Search;
use super::subject::{MAX_CLAUSE, Subject};
use crate::document::Kind as TextKind;
use crate::lexicon::{Kind, Token};
use crate::particle::ends_when;
use crate::span::Span;
use crate::structure::words::{LETTER, is_towards};

/// The least that a clause without a mark before it must hold, in bytes: four characters.
const MIN_CONTENT: usize = 12;

/// What may stand right after a verb whose content doesn't follow: 提出的, 强调了, 要求和.
const NO_CONTENT: &[char] = &['的', '了', '过', '着', '和', '与', '及', '、', '是', '为', '之', '等', '，', '：', '”', '》', '）', ')'];

/// The words before a verb of saying that make it a noun: 工作的要求, 提出要求, 新要求.
const NOUN_BEFORE: &[char] =
    &['的', '和', '、', '与', '及', '新', '总', '项', '出', '高', '严', '各', '某', '作', '做', '定', '有', '无', '按', '合'];

/// Where the content of the frame begins whose verb is `word`; `None` where it makes no frame.
pub(super) fn content(search: &Search<'_, '_>, word: Token, clause: Span, subject: &Subject, narrated: bool) -> Option<u32> {
    let text = search.reading.text;
    let after = said(text, word.span.end);
    let rest = text.get(after as usize..)?;
    let first = rest.chars().next()?;
    if matches!(first, '，' | '：' | ',' | ':') {
        return noted(search, word, clause, subject, narrated)
            .then(|| skip_space(text, after + first.len_utf8() as u32))
            .filter(|&at| at < text.len() as u32);
    }
    if first.is_whitespace() && subject.is_person() && word.kinds.has(Kind::SayDirect) {
        if let Some(at) = headline(search, after) {
            return Some(at);
        }
    }
    if search.is_title() && first.is_whitespace() && !first.is_control() {
        let at = skip_space(text, after);
        return (subject.is_own() && at < search.sentence.content.end).then_some(at);
    }
    // 会议指出　　要加强管理。: white space stands for the comma.
    let spaced = first.is_whitespace() && search.sentence.terminator != '\n' && subject.is_own() && subject.is_adjacent();
    if spaced && noted(search, word, clause, subject, narrated) {
        return Some(skip_space(text, after)).filter(|&at| at < search.sentence.content.end);
    }
    if first == '“' && subject.is_adjacent() && !word.kinds.has(Kind::SayNoun) && speaks(search, after) {
        return Some(after);
    }
    direct(search, word, clause, subject, narrated, after).then_some(after)
}

/// Where the second line of a headline begins whose first ends with the verb: 林晓峰在座谈会上强调, and below it 守住水源.
fn headline(search: &Search<'_, '_>, after: u32) -> Option<u32> {
    let segments = &search.reading.segments;
    let line = segments.line(after);
    let at = skip_space(search.reading.text, after);
    let next = segments.line(at);
    let is_headline =
        |l: Span| !l.is_empty() && l.len() <= MAX_HEADLINE && !search.reading.slice(l).contains(['。', '，', '：', '；', '？']);
    let below = line.content.end <= after && next.content.start == at;
    (below && is_headline(line.content) && is_headline(next.content)).then_some(at)
}

/// The longest line of a headline, in bytes: 60 characters.
const MAX_HEADLINE: u32 = 180;

/// The end of a verb with the 说 that may follow it: 强调说，.
fn said(text: &str, at: u32) -> u32 {
    let rest = &text[at as usize..];
    match rest.strip_prefix(['说', '道', '称', '过']) {
        Some(left) if left.starts_with(['，', '：', ',', ':']) => at + (rest.len() - left.len()) as u32,
        _ => at,
    }
}

/// The offset of the first character from `at` that is no white space within the line, or of the next line's.
pub(super) fn skip_space(text: &str, at: u32) -> u32 {
    let rest = &text[at as usize..];
    at + (rest.len() - rest.trim_start().len()) as u32
}

/// Whether a verb before a comma or colon is a verb of saying there, and no noun.
fn noted(search: &Search<'_, '_>, word: Token, clause: Span, subject: &Subject, _narrated: bool) -> bool {
    let before = search.reading.slice(Span::new(clause.start, word.span.start));
    let last = before.chars().next_back();
    // 对有关情况作了说明，: the verb stands as a noun, what follows is still what was said.
    if search.reading.slice(word.span) == "说明" && before.ends_with(['了', '作', '做', '行']) {
        let next = skip_space(search.reading.text, word.span.end + 3);
        let opens = search.words.kinds_at(next).any(&[Kind::Say, Kind::SayAdverb, Kind::Agenda]);
        return subject.is_own() && !opens && search.reading.after(word.span.end).starts_with('，');
    }
    if !word.kinds.has(Kind::SayNoun) {
        return subject.is_own() || last.is_none_or(|c| c != '的');
    }
    // 他听取有关情况介绍，: what one hears is a noun.
    let during = || ends_when(before) || before.ends_with(['地', '确']);
    let heard = |t: Token| t.kinds.has(Kind::Agenda) && !t.kinds.has(Kind::Say);
    // 青山研究中心主任林晓峰说，: what his posts hold is not heard.
    let from = subject.end().unwrap_or(clause.start).min(word.span.start);
    if last.is_some_and(|c| NOUN_BEFORE.contains(&c))
        || search.words.within(Span::new(from, word.span.start)).iter().any(heard) && !during()
    {
        return false;
    }
    match subject {
        Subject::Own { adjacent, span, .. } => {
            let speaks_for = search.reading.after(span.end).starts_with("代表");
            // 林晓峰委员发言|说，: a verb of speaking stands between.
            let speaks = search.reading.tokens.kinds_ending(word.span.start).has(Kind::Speak);
            // 林晓峰对同学们|说: whom one speaks to stands between.
            let people = search.words.kinds_ending(word.span.start).any(&[Kind::GroupHead, Kind::Actor, Kind::Pronoun])
                || search.reading.people.ending_at(word.span.start).is_some();
            let told = (people || before.ends_with('们'))
                && search.words.within(Span::new(span.end, word.span.start.max(span.end))).iter().any(|t| is_towards(search.reading, t));
            *adjacent || speaks_for || speaks || told || during()
        }
        Subject::Pronoun { .. } => true,
        // 要提高认识，认真总结，: a deed that is demanded.
        Subject::Omitted if word.kinds.has(Kind::Action) && is_demanded(search, word) => false,
        Subject::Omitted => !search.in_content || search.reading.after(word.span.end).starts_with(['：', ':']),
        Subject::None => false,
    }
}

/// Whether a verb tells how to do one of several deeds that a modal before it demands.
fn is_demanded(search: &Search<'_, '_>, word: Token) -> bool {
    let from = search.floor(word.span.start.saturating_sub(MAX_CLAUSE)).max(search.sentence.content.start);
    search.words.kinds_ending(word.span.start).has(Kind::Manner) && search.words.any(Span::new(from, word.span.start), &[Kind::Obligation])
}

/// Whether the content follows the verb without a mark: 会议要求各单位…, 强调要….
fn direct(search: &Search<'_, '_>, word: Token, clause: Span, subject: &Subject, narrated: bool, after: u32) -> bool {
    let rest = search.reading.slice(Span::new(after, clause.end.max(after)));
    if word.kinds.has(Kind::SayAsk) && subject.is_own() && subject.is_adjacent() && lists(search, word, after) {
        return true;
    }
    // 提醒居民，不要…: whom one asks alone stands before the comma.
    let people = [Kind::GroupHead, Kind::Actor, Kind::Addressee, Kind::Standing];
    let named = rest.ends_with('们') || search.words.kinds_ending(clause.end).any(&people);
    let asked = word.kinds.has(Kind::SayAsk) && named;
    // 指出几年来，…: the clause only says when.
    let when = (subject.is_own() || *subject == Subject::Omitted) && (ends_when(rest) || rest.ends_with('来'));
    if rest.len() < MIN_CONTENT && !asked && !when || rest.starts_with(NO_CONTENT) || rest.starts_with(char::is_whitespace) {
        return false;
    }
    if !subject.is_adjacent() && word.kinds.has(Kind::SayNoun) {
        let before = search.reading.before(word.span.start).chars().next_back();
        if before.is_some_and(|c| NOUN_BEFORE.contains(&c)) {
            return false;
        }
    }
    // 市委决定召开的会议: the verbs belong to an attribute.
    let doing = [Kind::Action, Kind::Convene, Kind::Say, Kind::Manner];
    if search.words.at(after).is_some_and(|t| t.kinds.any(&doing) && search.reading.after(t.span.end).starts_with('的')) {
        return false;
    }
    let modal = search.words.kinds_at(after).any(&[Kind::Obligation, Kind::Prohibition]);
    let omitted = matches!(subject, Subject::Omitted);
    if omitted && !leads(search, word, clause, narrated, modal) {
        return false;
    }
    if word.kinds.has(Kind::SayAsk) {
        // 嘱托值守职工，衷心希望…: whom one asks is no clause. In 号召全体党员，牢记初心 the clause goes on.
        let ends = search.reading.segments.clause(word.span.start).span.end;
        let next = search.words.at(skip_space(search.reading.text, ends));
        let does = |t: Token| t.kinds.any(&[Kind::Action, Kind::Manner, Kind::Obligation]);
        let bare = search.words.kinds_ending(clause.end).any(&[Kind::GroupHead, Kind::Actor])
            && next.is_some_and(|t| t.kinds.any(&[Kind::Say, Kind::SayAdverb]))
            && !search.words.within(Span::new(after, clause.end)).iter().skip(1).any(does);
        return !bare && (subject.is_adjacent() || omitted || modal && subject.is_own());
    }
    if word.kinds.has(Kind::SayDecide) && search.reading.slice(word.span) != "决定" {
        // 会议同意水务局将方案提请审议: the object's own subject may stand before 将.
        let disposed =
            || search.words.within(Span::new(after, clause.end)).iter().any(|t| matches!(search.reading.slice(t.span), "将" | "把"));
        let agreed = || search.reading.slice(word.span) == "同意" && acts(search, Span::new(after, clause.end));
        // 明确自己的职责: a word of its own.
        let opens = rest.starts_with(['将', '把', '由', '从', '自', '对', '不']) && !rest.starts_with("自己");
        return (subject.is_adjacent() || omitted) && (modal || opens || disposed() || agreed());
    }
    let during = || subject.is_own() && search.reading.before(word.span.start).ends_with(['中', '时', '上', '后']);
    if !word.kinds.has(Kind::SayDirect) || !(subject.is_adjacent() || omitted || modal && subject.is_own() || during()) {
        return false;
    }
    if modal || rest.starts_with(['将', '愿']) {
        return true;
    }
    let clausal = search.words.any(Span::new(after, clause.end), &[Kind::Obligation, Kind::Prohibition, Kind::Stative, Kind::Fact]);
    match search.reading.slice(word.span) {
        "认为" | "决定" => true,
        "指出" => when || clausal || rest.chars().nth(15).is_some(),
        "表示" => !is_feeling(search, Span::new(after, clause.end)),
        _ => clausal || search.words.kinds_at(after).has(Kind::Action) && !rest.ends_with(['性', '义', '题']),
    }
}

/// Whether a body does something in a clause: 会议同意|财政局安排资金, not 水务局提出的方案.
fn acts(search: &Search<'_, '_>, clause: Span) -> bool {
    let body = search.reading.organizations.at(clause.start).filter(|o| o.span.end < clause.end);
    let verb = body.and_then(|o| search.words.at(o.span.end)).filter(|w| w.kinds.has(Kind::Action) && !w.kinds.has(Kind::Say));
    verb.is_some_and(|w| !search.reading.between(w.span.end, clause.end).contains('的'))
}

/// Whether whom one asks is named before a list of what is asked: 希望大家：一是….
fn lists(search: &Search<'_, '_>, word: Token, after: u32) -> bool {
    let clause = search.reading.segments.clause(word.span.start);
    let named = search
        .words
        .ending_at(clause.content.end)
        .is_some_and(|t| t.span.start >= after && t.kinds.any(&[Kind::GroupHead, Kind::Actor, Kind::Addressee]));
    let at = skip_space(search.reading.text, clause.span.end);
    named && matches!(clause.terminator, '：' | ':') && search.reading.marker_at(at).is_some()
}

/// Whether what follows 表示 is a feeling that is voiced, no clause: 衷心感谢, 热烈祝贺.
fn is_feeling(search: &Search<'_, '_>, rest: Span) -> bool {
    let voiced = |t: Token| t.kinds.has(Kind::Feeling) && (t.span.end >= rest.end || t.span.start <= rest.start + MAX_ADVERBS);
    search.words.within(rest).iter().any(voiced)
}

/// How far into what follows 表示 a feeling stands at most, in bytes: 诚挚的问候和.
const MAX_ADVERBS: u32 = 18;

/// Whether a verb without a subject leads a frame: 希望广大青年… at the start of a sentence, 并要求… after a clause of narration.
fn leads(search: &Search<'_, '_>, word: Token, clause: Span, narrated: bool, modal: bool) -> bool {
    let start = search.sentence.content.start;
    // 同时，叮嘱企业要守住底线: the sentence begins with what joins it to the one before.
    let joint = search.words.at(start).filter(|w| w.kinds.has(Kind::Connective)).map_or(start, |w| w.span.end);
    let first = clause.start == start || search.reading.between(joint, clause.start).starts_with('，') && clause.start == joint + LETTER;
    let verb = search.reading.slice(word.span);
    let before = search.reading.slice(Span::new(clause.start, word.span.start.max(clause.start)));
    // 并强调我们部门要…: the telling goes on, and so it does in 林晓峰希望他多带徒弟，并表示镇里将支持.
    let tells = word.kinds.has(Kind::SayDirect) && !matches!(search.kind, TextKind::Notice | TextKind::Speech);
    if before == "并" && (first || tells) {
        return true;
    }
    if first {
        // 强调要守住水源: after what somebody said, the telling goes on.
        let told = word.kinds.has(Kind::SayDirect) && (modal || obliges(search, word, clause));
        return (told || word.kinds.has(Kind::SayAsk) && !word.kinds.has(Kind::SayNoun) || matches!(verb, "希望" | "要求" | "号召"))
            && !matches!(search.kind, TextKind::Notice);
    }
    // 他说，…，希望广大企业…: a hope is voiced within what is said, and 他指出…，强调堤坝是屏障 goes on telling.
    let goes_on = verb == "强调" && before.is_empty() && !matches!(search.kind, TextKind::Speech);
    narrated || goes_on || verb == "希望" && !matches!(search.kind, TextKind::Notice | TextKind::Speech)
}

/// Whether somebody has to act in the clause after a verb: 强调|各单位要落实责任.
fn obliges(search: &Search<'_, '_>, word: Token, clause: Span) -> bool {
    let who = [Kind::ActorLead, Kind::Addressee, Kind::Actor, Kind::GroupHead, Kind::Organization];
    search.words.kinds_at(word.span.end).any(&who) && search.words.any(Span::new(word.span.end, clause.end), &[Kind::Obligation])
}

/// Whether what stands in the quotation marks at `at` is a sentence said: 他说“我们一定做好”.
fn speaks(search: &Search<'_, '_>, at: u32) -> bool {
    let pairs = &search.reading.segments.pairs;
    pairs.opening_at(at).is_some_and(|p| search.reading.slice(p.inner).contains(['，', '。', '！', '？']))
}

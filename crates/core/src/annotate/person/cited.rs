//! People who are named only as the author of what is cited: 周明远新时代中国特色社会主义思想.

use super::super::Reading;
use crate::lexicon::{Kind, Token};
use crate::segment::boundary;
use crate::span::Span;

/// How far after a name what its bearer said may be named, in bytes: 70 characters.
const REACH: u32 = 210;

/// How far after its author's name a body of thought is named, in bytes: 周明远新时代中国特色社会主义思想.
const THOUGHT_REACH: u32 = 48;

/// Whether the name at `name` stands there as an author's only.
pub(super) fn is_cited(reading: &Reading<'_>, name: Span) -> bool {
    let text = reading.text;
    if reading.segments.pairs.around(name.start).is_some_and(|p| p.is_title()) {
        return true;
    }
    let after = address_end(reading, name.end);
    // 以周明远同志为核心的党中央.
    if text[..name.start as usize].ends_with('以') && text[after as usize..].starts_with('为') {
        return true;
    }
    let sentence = reading.segments.sentence(name.start).content;
    let near = modifiers_end(reading, after, sentence.end);
    // 林晓峰要求， is what the person does, 林晓峰的要求， is not.
    let owned = near > after && reading.before(near).ends_with('的');
    // So is 局长林晓峰要求各单位…, where a post or the name opens the clause.
    let start = reading.segments.clause(name.start).content.start;
    let opens = start == name.start || reading.posts.at(start).is_some_and(|p| p.span.end <= name.start);
    let clause =
        |at: u32| near == after && opens && reading.after(at).starts_with(|c| !matches!(c, '、' | '和' | '，' | '。' | '；' | '的'));
    let said = |at: u32| !owned && (reading.after(at).starts_with(['，', '：', ',']) || reading.before(at).ends_with("要求") && clause(at));
    if reading.tokens.kind_at(near, Kind::SayingNear).is_some_and(|t| !said(t.span.end)) {
        return true;
    }
    let window = Span::new(after, boundary(text, sentence.end.min(after.saturating_add(REACH)).max(after)));
    // Asked of every mention, after most of which nothing of the kind comes.
    if !reading.tokens.any(window, &[Kind::SayingThought, Kind::Saying]) {
        return false;
    }
    let thought = reading.tokens.of(window, Kind::SayingThought).next();
    if thought.is_some_and(|t| t.span.start - name.end <= THOUGHT_REACH && names_thought(reading, Span::new(name.end, t.span.start))) {
        return true;
    }
    for noun in reading.tokens.of(window, Kind::Saying) {
        if let Some(cited) = saying(reading, after, noun.span) {
            return cited;
        }
    }
    false
}

/// Whether a thought after `between` bears the name before it; 林晓峰结合自身思想实际 tells what the person does.
fn names_thought(reading: &Reading<'_>, between: Span) -> bool {
    reading.edges.before(between.end) <= between.start
        && !reading.tokens.within(between).any(|t| t.span.len() > 3 && t.kinds.any(&[Kind::Preposition, Kind::NameFollow]))
}

/// Whether the saying at `noun` makes the name before `after` an author's; `None` where it says nothing about it.
fn saying(reading: &Reading<'_>, after: u32, noun: Span) -> Option<bool> {
    const ACTS: &[Kind] = &[Kind::Chair, Kind::Attend, Kind::Report, Kind::Convene, Kind::Agenda, Kind::Tell, Kind::Speak];
    let text = reading.text;
    let rest = &text[noun.end as usize..];
    let middle = Span::new(after, modifiers_start(reading, after, noun.start));
    let between = reading.slice(middle);
    let weighty = reading.slice(noun).starts_with("重要");
    let spirit = rest.starts_with("精神") || reading.slice(noun).ends_with("精神");
    // 林晓峰就防汛|作了重要讲话; what is 所作重要讲话 is cited.
    let speaks = reading.tokens.around(noun).is_some_and(|t| t.kinds.has(Kind::Speak) && !reading.before(t.span.start).ends_with('所'));
    if speaks && !spirit && !rest.starts_with('的') {
        return Some(false);
    }
    if between.is_empty() {
        // 周明远总书记重要讲话; 林晓峰讲话 and 林晓峰报告 are what the person does.
        let modified = middle.end < noun.start;
        let owned = reading.slice(Span::new(middle.end, noun.start)).contains('的');
        let acts = rest.starts_with(['：', ':']) || rest.starts_with(['，', ',']) && !weighty;
        return Some(owned || (modified || weighty || spirit) && !acts);
    }
    // 在讲话中指出, 发表的重要讲话中指出: the person speaks here.
    let modified = reading.slice(Span::new(middle.end, noun.start)).contains('的');
    let marked = rest.starts_with(['，', '：']) && !modified;
    if (marked || rest.starts_with(['中', '时'])) && !rest.starts_with("中的") && !between.contains('的') {
        return Some(false);
    }
    // What lies between is about someone else, or a clause of its own, unless a preposition opens the phrase:
    // 关于…，…的重要论述.
    let phrase = between.starts_with(['对', '关', '就', '在', '致', '给', '向']) || reading.tokens.kinds_at(middle.start).has(Kind::Visit);
    // 林晓峰就落实周明远书记重要讲话精神提出要求: whoever has the title has said it.
    let other = (!phrase || between.starts_with('就')) && reading.tokens.any(middle, &[Kind::Title]);
    let acts = !phrase && reading.tokens.within(middle).any(|t| t.kinds.any(ACTS));
    if other || acts || (between.contains(['，', '；', '：']) && !phrase) || reading.tokens.any(middle, &[Kind::Say]) {
        return Some(false);
    }
    // 林晓峰作了会议精神的传达 and 林晓峰向大会作了关于防汛的报告 are what the person does; 林晓峰作的报告 is cited.
    let revered = weighty || spirit;
    let gives = |t: &Token| {
        let about = t.kinds.has(Kind::Tell) && reading.slice(t.span).starts_with(['作', '做']);
        t.span.start == middle.start && t.kinds.has(Kind::LightVerb)
            || !revered && (about || t.kinds.has(Kind::LightVerb)) && reading.tokens.around(t.span).is_none()
    };
    if reading.tokens.within(middle).filter(gives).any(|t| !reading.after(t.span.end).starts_with('的')) {
        return Some(false);
    }
    let uttered = reading.tokens.kinds_ending(middle.end).has(Kind::Utter);
    (modified || spirit || (phrase && weighty && !uttered)).then_some(true)
}

/// The end of what a person is addressed by after a name that ends at `at`: 总书记, 同志.
fn address_end(reading: &Reading<'_>, mut at: u32) -> u32 {
    while let Some(token) = reading.tokens.at(at).filter(|t| t.kinds.any(&[Kind::Title, Kind::Honorific])) {
        at = token.span.end;
    }
    at
}

/// Where the modifiers after `at` end.
fn modifiers_end(reading: &Reading<'_>, mut at: u32, ceiling: u32) -> u32 {
    let quoted = |at| occasion(reading, at).filter(|s| s.start == at);
    let next = |at| reading.tokens.kind_at(at, Kind::SayingModifier).map(|t| t.span).or_else(|| quoted(at));
    while let Some(span) = next(at).filter(|s| s.end <= ceiling) {
        at = span.end;
    }
    at
}

/// Where the modifiers before `noun` start: the 一系列 of 一系列重要讲话, the “七一” of “七一”重要讲话.
fn modifiers_start(reading: &Reading<'_>, floor: u32, noun: u32) -> u32 {
    let mut at = noun;
    while at > floor {
        let word = reading.tokens.ending_at(at, Kind::SayingModifier).map(|t| t.span);
        let Some(span) = word.or_else(|| occasion(reading, at - 1)).filter(|s| s.start >= floor && s.end == at) else { break };
        at = span.start;
    }
    at
}

/// The marks at `at` that hold the occasion of a saying: “七一”, “3·2”.
fn occasion(reading: &Reading<'_>, at: u32) -> Option<Span> {
    /// The most bytes that an occasion takes: six characters.
    const LONGEST: u32 = 18;
    let pair = reading.segments.pairs.around(at).filter(|p| p.is_quote() && p.inner.len() <= LONGEST)?;
    Some(pair.span)
}

//! Organisations (机构): known names, names by their last word, defined short forms, and generic ones (各单位).

use super::{Found, Reading};
use crate::lexicon::{Kind, Token};
use crate::sorted::arrange;
use crate::span::Span;

/// The longest name of a body, in bytes: 40 characters.
const MAX_LENGTH: u32 = 120;

/// The least that stands before a last word of one character (局, 部) to make a name, in bytes.
const MIN_STEM: u32 = 6;

/// How many short forms a text may define.
const MAX_SHORT_FORMS: usize = 16;

/// The longest short form, in bytes: 20 characters.
const MAX_SHORT_FORM: usize = 60;

/// How a bracket begins that defines a short form: （以下简称“管理局”）.
const DEFINES: &[&str] = &["以下简称", "以下统称", "下称", "简称"];

/// The kinds of words that lead up to a name and are no part of it: 加强|学校, 落实|国务院.
const LEADS: &[Kind] = &[
    Kind::Action,
    Kind::Manner,
    Kind::Obligation,
    Kind::Encouragement,
    Kind::Tell,
    Kind::Say,
    Kind::Preposition,
    Kind::Fact,
    Kind::ListLead,
    Kind::Stative,
];

/// A body where the text names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Body {
    /// Whether it is whoever fits the word (各单位, 有关部门), and no one body.
    pub(crate) generic: bool,
    /// The full name that a defined short form stands for.
    pub(crate) full: Option<Span>,
}

/// Finds all organisations of the text.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Found<Body>> {
    let mut list: Vec<Found<Body>> = Vec::new();
    // How far a word reaches that names no body: the 部 of 干部 and 部署 is none.
    let mut covered = 0;
    // How far the last word of a name reaches: the 院 of 落实|医院 ends no other name.
    let mut named = 0;
    for token in reading.tokens.all() {
        // Most words end no name of a body.
        if !token.kinds.any(&[Kind::Addressee, Kind::Organization, Kind::OrganizationSuffix]) {
            covered = covered.max(token.span.end);
            continue;
        }
        if token.span.end <= named {
            continue;
        }
        let found = if token.span.start < covered { None } else { at(reading, token) };
        if found.is_none() && !token.kinds.any(&[Kind::Organization, Kind::OrganizationSuffix]) {
            covered = covered.max(token.span.end);
        }
        let Some(found) = found else { continue };
        if !token.kinds.has(Kind::Addressee) {
            named = token.span.end;
        }
        // 青山管理局办公室 takes in the 青山管理局 that it begins with.
        while list.last().is_some_and(|last| found.span.contains(last.span)) {
            list.pop();
        }
        if list.last().is_none_or(|last| last.span.end <= found.span.start) {
            list.push(found);
        }
    }
    short_forms(reading, &mut list);
    list
}

/// The body whose name ends with `token`.
fn at(reading: &Reading<'_>, token: Token) -> Option<Found<Body>> {
    if token.kinds.has(Kind::Addressee) {
        return Some(Found { span: token.span, rule: "organization_generic", value: Body { generic: true, full: None } });
    }
    let known = token.kinds.has(Kind::Organization);
    if !known && !token.kinds.has(Kind::OrganizationSuffix) || token.kinds.any(&[Kind::MeetingForm]) && !token.kinds.has(Kind::NoMeeting) {
        return None;
    }
    let stem = Span::new(reading.edges.before(token.span.start).min(token.span.start), token.span.start);
    let stem = after_break(reading, stem);
    // 每一处, 沿着办: no body is named so.
    let near = stem.len() <= 2 * MAX_LENGTH;
    let no_stem = || near && reading.slice(stem).contains('每') || reading.slice(stem).ends_with('着');
    let makes_name = |start: u32| {
        let length = token.span.start - start;
        length <= MAX_LENGTH && (known || length >= MIN_STEM || length > 0 && token.span.len() > 3)
    };
    let Some(start) = without_leads(reading, stem, known).filter(|&start| makes_name(start) && !no_stem()) else {
        return known.then_some(Found { span: token.span, rule: "organization_known", value: Body::default() });
    };
    let span = Span::new(start, token.span.end);
    let generic = reading.tokens.kinds_at(start).any(&[Kind::Determiner, Kind::Addressee]) || reading.slice(span).starts_with('各');
    let rule = match (generic, known) {
        (true, _) => "organization_generic",
        (_, true) => "organization_known",
        _ => "organization_suffix",
    };
    Some(Found { span, rule, value: Body { generic, full: None } })
}

/// A stem from where the last word in it ends that no name has: 遇有重大问题及时|报市政府, 校长助理兼|人事处.
fn after_break(reading: &Reading<'_>, stem: Span) -> Span {
    let near = Span::new(stem.start.max(stem.end.saturating_sub(MAX_LENGTH)), stem.end);
    reading.tokens.of(near, Kind::NameBreak).next_back().map_or(stem, |t| Span::new(t.span.end.min(stem.end), stem.end))
}

/// Where a name begins after the verbs that lead up to it; `None` where no name is left. A name that is made of
/// verbs only keeps them: 发展改革委, 监督检查组; a verb of one character more often begins one (防汛办).
fn without_leads(reading: &Reading<'_>, stem: Span, known: bool) -> Option<u32> {
    let mut at = stem.start;
    let mut whole = stem.start;
    let mut urged = false;
    while let Some(token) = reading.tokens.at(at).filter(|t| t.span.len() >= MIN_STEM && t.kinds.any(LEADS) && t.span.end <= stem.end) {
        // 抓紧|完成泵站检修, but 全面深化改革领导小组, where what is left makes a name.
        urged |= token.kinds.has(Kind::Manner);
        at = token.span.end;
    }
    // 是|市委, 报|县级人民政府: a verb of one character, where a tier of government or a known body follows.
    let rest = reading.between(at, stem.end);
    if let Some(lead) = rest.chars().next().filter(|&c| reading.lexicon.kinds_of(c).has(Kind::ShortLead)) {
        let next = &rest[lead.len_utf8()..];
        if known && next.is_empty() || next.starts_with(['省', '市', '州', '县', '区', '镇', '乡', '国']) {
            at += lead.len_utf8() as u32;
            whole = at;
        }
    }
    // “管理局 within its own marks: the opening one is no part of the name.
    while let Some(pair) = reading.segments.pairs.opening_at(at).filter(|p| p.span.end > stem.end && at < stem.end) {
        at = pair.inner.start;
    }
    let left = stem.end.saturating_sub(at);
    if left == 0 && known || left >= MIN_STEM || left > 0 && known {
        Some(at.min(stem.end))
    } else if urged {
        None
    } else {
        Some(whole)
    }
}

/// Reads the short forms that the text defines (青山水库管理局（以下简称“管理局”）): wherever one stands from its
/// definition on, it names the full body.
fn short_forms(reading: &Reading<'_>, list: &mut Vec<Found<Body>>) {
    let mut defined: Vec<(Span, &str, u32)> = Vec::new();
    for pair in reading.segments.pairs.list.iter().filter(|p| p.is_bracket()) {
        let inner = reading.slice(pair.inner).trim();
        let Some(rest) = DEFINES.iter().find_map(|d| inner.strip_prefix(d)) else { continue };
        let name = rest.trim_start_matches(['：', ':']).trim_matches(|c: char| c.is_whitespace() || "“”‘’\"「」".contains(c));
        let full = list.get(list.partition_point(|f| f.span.end < pair.span.start));
        let full = full.filter(|f| f.span.end == pair.span.start && !f.value.generic);
        if let Some(full) = full.filter(|_| !name.is_empty() && name.len() <= MAX_SHORT_FORM && !name.contains(['，', '、', '《'])) {
            defined.push((full.span, name, pair.span.start));
        }
        if defined.len() == MAX_SHORT_FORMS {
            break;
        }
    }
    let mut missing: Vec<Found<Body>> = Vec::new();
    for (full, name, from) in defined {
        for (at, _) in reading.after(from).match_indices(name) {
            let span = Span::new(from + at as u32, from + (at + name.len()) as u32);
            let next = list.partition_point(|f| f.span.end <= span.start);
            let value = Body { generic: false, full: Some(full) };
            match list.get_mut(next).filter(|f| f.span.start < span.end) {
                Some(found) if found.span == span => found.value = value,
                // 管理局办公室 is a body of its own.
                Some(_) => {}
                None => missing.push(Found { span, rule: "organization_short_form", value }),
            }
        }
    }
    if !missing.is_empty() {
        list.extend(missing);
        arrange(list, |f| f.span.outer_first());
        list.dedup_by(|later, earlier| later.span.start < earlier.span.end);
    }
}

#[cfg(test)]
mod tests {
    fn bodies(text: &str) -> Vec<String> {
        let show = |o: &crate::Organization| format!("{}×{}{}", o.name.text, o.mentions.len(), if o.generic { " generic" } else { "" });
        crate::parse(text).map(|d| d.organizations.iter().map(show).collect()).unwrap_or_default()
    }

    #[test]
    fn a_defined_short_form_is_the_full_body() {
        let text = "青山水库管理局（以下简称“管理局”）成立。会后，管理局印发通知，管理局办公室负责落实。";
        assert_eq!(bodies(text), ["青山水库管理局×3", "管理局办公室×1"]);
        let text = "《青山市水库管理办法》（以下简称《办法》）由青山市水利局印发。";
        assert_eq!(bodies(text), ["青山市水利局×1"]);
    }

    #[test]
    fn generic_bodies_are_marked() {
        let text = "青山市水利局要求各单位、有关部门抓好落实，各市州水利局配合。";
        assert_eq!(bodies(text), ["青山市水利局×1", "各单位×1 generic", "有关部门×1 generic", "各市州水利局×1 generic"]);
    }

    #[test]
    fn words_that_only_look_like_bodies_are_none() {
        for text in [
            "广大干部要深刻领会，全面部署科研工作。",
            "会议召开，与会人员参会，座谈会在分会场举行。",
            "要统筹全局，搭建平台，守住场所，维护大局。",
            "推动学科建设，处理问题，出台办法，提高站位。",
            "一是抓紧完成泵站检修，责任到每一处、每一座泵站。",
            "居民商量着办，严把出厂关口，件件分类转办。",
        ] {
            assert_eq!(bodies(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn verbs_before_a_name_are_no_part_of_it() {
        assert_eq!(bodies("要加强学校管理，支持青山市水利局工作。"), ["学校×1", "青山市水利局×1"]);
        assert_eq!(bodies("要重视医院要求，落实公司规定，贯彻区政府部署。"), ["医院×1", "公司×1", "区政府×1"]);
        assert_eq!(bodies("二是调度中心牵头，重大问题及时报市政府，这是市委的决定。"), ["调度中心×1", "市政府×1", "市委×1"]);
        assert_eq!(bodies("成立防汛工作领导小组。"), ["防汛工作领导小组×1"]);
        assert_eq!(bodies("由市发展改革委和安全生产监督检查组组织。"), ["市发展改革委×1", "安全生产监督检查组×1"]);
    }
}

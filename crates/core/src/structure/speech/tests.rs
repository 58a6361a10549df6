use crate::document::{Document, Speaker};
use crate::parse;

fn frames(text: &str) -> Vec<(String, String, String)> {
    let document: Document = parse(text).expect("short text");
    let name = |s: &Option<Speaker>| match s {
        Some(Speaker::Person(i)) => document.people[*i as usize].name.text.to_string(),
        Some(Speaker::Institution(name)) => name.to_string(),
        None => String::new(),
    };
    document.speeches.iter().map(|s| (name(&s.speaker), s.verb.text.to_string(), s.content.text.chars().take(6).collect())).collect()
}

fn check(text: &str, expected: &[(&str, &str, &str)]) {
    let read = frames(text);
    let read: Vec<(&str, &str, &str)> = read.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
    assert_eq!(read, expected, "{text}");
}

#[test]
fn an_institution_speaks() {
    check("会议强调，要抓好落实工作。", &[("会议", "强调", "要抓好落实工")]);
    check("会议还指出，工作取得进展。", &[("会议", "指出", "工作取得进展")]);
    check("《意见》指出，水源保护事关长远。", &[("《意见》", "指出", "水源保护事关")]);
    check("青山县委要求，各乡镇要抓好春耕。", &[("青山县委", "要求", "各乡镇要抓好")]);
    check("大家一致认为，这次培训很及时。", &[("大家", "认为", "这次培训很及")]);
}

#[test]
fn a_noun_is_no_verb() {
    check("5月8日，青山管理局按照上级的工作要求，部署安全生产。", &[]);
    check("会议就下一步工作提出了意见。", &[]);
    check("局长林晓峰主持会议并讲话。", &[]);
    check("会议传达了上级的决定。", &[]);
}

#[test]
fn content_may_follow_without_a_mark() {
    check("针对近期汛情，会议要求各乡镇落实值班制度，确保信息畅通。", &[("会议", "要求", "各乡镇落实值")]);
    check("会议审议通过了工作方案，决定设立防汛专班。", &[("会议", "决定", "设立防汛专班")]);
}

#[test]
fn an_omitted_subject_is_carried() {
    check(
        "县长林晓峰来到青山管护站，要求管护人员坚守岗位。他说，山林是大家的家，希望广大村民共同爱护。",
        &[("林晓峰", "要求", "管护人员坚守"), ("林晓峰", "说", "山林是大家的"), ("林晓峰", "希望", "广大村民共同")],
    );
    check("各科室认真落实会议要求，开展自查。", &[]);
}

#[test]
fn demands_begin_with_their_list() {
    check("局长林晓峰对下一步工作提出了两点要求：一是加强巡查，二是做好值守。", &[("林晓峰", "提出", "一是加强巡查")]);
}

#[test]
fn ones_own_side_speaks_within_ones_speech() {
    check(
        "市长林晓峰会见客人。林晓峰指出，两市友谊深厚。我们希望双方密切往来。中方倡议加强协调。要办好论坛。",
        &[("林晓峰", "指出", "两市友谊深厚")],
    );
    check("两地举行会谈。中方强调，双方要加强合作。", &[("中方", "强调", "双方要加强合")]);
}

#[test]
fn a_cited_report_speaks_for_its_sentence() {
    let text = "局长林晓峰来到青山中学。林晓峰强调，党的二十大报告指出，教育是基础。各校要落实责任。";
    check(text, &[("林晓峰", "强调", "党的二十大报"), ("党的二十大报告", "指出", "教育是基础")]);
    let document = parse(text).expect("short text");
    assert!(document.directives.iter().all(|d| matches!(d.issuer, Some(Speaker::Person(_)))), "{:?}", document.directives);
}

#[test]
fn a_comma_within_marks_ends_no_clause() {
    check(
        "局长林晓峰围绕“深化合作，促进发展”的主题提出以下建议：\n\n一是扩大规模。\n\n二是做好联通。",
        &[("林晓峰", "提出", "一是扩大规模")],
    );
}

#[test]
fn many_without_names_speak() {
    check("老师们对关怀表示感谢，表示能在这里工作无比幸福。", &[("老师们", "表示", "能在这里工作")]);
    check("参加观摩的教师表示大有启发，学到了实用的办法。", &[("参加观摩的教师", "表示", "大有启发，学")]);
    check("局长林晓峰向参加观摩的教师表示衷心感谢。", &[]);
}

#[test]
fn who_chairs_a_meeting_speaks() {
    check(
        "局长林晓峰主持召开局务会议强调，要抓好防汛。会议要求，各科室要值守。",
        &[("林晓峰", "强调", "要抓好防汛"), ("会议", "要求", "各科室要值守")],
    );
}

#[test]
fn who_speaks_for_a_body_is_the_speaker() {
    check("林晓峰委员代表民盟青山市委表示，要抓落实。", &[("林晓峰", "表示", "要抓落实")]);
}

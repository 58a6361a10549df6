//! Roles and groups read from whole texts, and what must give none.

use crate::document::{Document, Role};

fn read(text: &str) -> Document {
    crate::parse(text).unwrap_or_else(|e| panic!("{e}"))
}

fn roles(text: &str, name: &str) -> Vec<Role> {
    read(text).people.iter().find(|p| p.name.text == name).map(|p| p.roles.clone()).unwrap_or_default()
}

fn groups(text: &str) -> Vec<String> {
    read(text)
        .groups
        .iter()
        .map(|g| format!("{}{}", g.text, g.count.map_or(String::new(), |c| format!("={c}{}", if g.approximate { "+" } else { "" }))))
        .collect()
}

const MEETING: &str = "3月2日，青山管理局召开防汛工作会议。";

#[test]
fn lists_before_a_verb_attend() {
    let text = format!("{MEETING}局党委书记林晓峰出席会议并讲话，局长周明远主持会议，副局长陈立新、王建国参加会议。");
    assert_eq!(roles(&text, "林晓峰"), [Role::Attend, Role::Speak]);
    assert_eq!(roles(&text, "周明远"), [Role::Chair]);
    assert_eq!(roles(&text, "陈立新"), [Role::Attend]);
    assert_eq!(roles(&text, "王建国"), [Role::Attend]);
}

#[test]
fn other_verbs_give_other_roles() {
    let text = format!("{MEETING}局长周明远作工作报告。副局长陈立新列席会议。副局长王建国因事请假。副局长林晓峰缺席。");
    assert_eq!(roles(&text, "周明远"), [Role::Report]);
    assert_eq!(roles(&text, "陈立新"), [Role::Observe]);
    assert_eq!(roles(&text, "林晓峰"), [Role::Absent]);
}

#[test]
fn who_is_only_named_is_mentioned() {
    let text = format!("{MEETING}会议传达学习了省长周明远主持召开的全省防汛会议精神。");
    assert_eq!(roles(&text, "周明远"), [Role::Mention]);
}

#[test]
fn groups_are_divided_as_they_stand_side_by_side() {
    let text = format!("{MEETING}各县区分管负责人、防汛办主任，以及管理局全体职工参加会议。");
    assert_eq!(groups(&text), ["各县区分管负责人、防汛办主任", "管理局全体职工"]);
    let text = format!("{MEETING}计划处、财务处、白云水库管理处负责人参会。");
    assert_eq!(groups(&text), ["计划处、财务处、白云水库管理处负责人"]);
    let text = format!("{MEETING}防汛工作领导小组办公室全体成员、抗旱工作专班办公室全体成员列席会议。");
    assert_eq!(groups(&text), ["防汛工作领导小组办公室全体成员", "抗旱工作专班办公室全体成员"]);
}

#[test]
fn people_without_a_post_stand_beside_those_who_hold_one() {
    let text = format!("{MEETING}学院领导班子、各研究所和团队负责人、研究生校外导师共80余人参加会议。");
    assert_eq!(groups(&text), ["学院领导班子", "各研究所和团队负责人", "研究生校外导师=80+"]);
    let text = format!("{MEETING}各学院负责人、教务员参加会议。");
    assert_eq!(groups(&text), ["各学院负责人、教务员"]);
}

#[test]
fn the_invited_attend_and_the_exhorted_do_not() {
    let text = format!("{MEETING}市直有关单位负责同志应邀列席动员会。外地企业代表等应邀参加动员会。");
    assert_eq!(groups(&text), ["市直有关单位负责同志", "外地企业代表"]);
    let text = format!("{MEETING}基层代表要经常走访群众，按时参加会议和活动。");
    assert_eq!(groups(&text), Vec::<String>::new());
}

#[test]
fn where_they_attend_is_no_part_of_a_group() {
    for tail in ["分别在主会场和分会场参会", "在各单位分会场参会", "以视频形式参加会议", "在线下或线上参加会议", "通过视频会议系统参加会议"]
    {
        let text = format!("{MEETING}局机关全体干部，各县（区）水利部门、局直属单位有关负责人{tail}。");
        assert_eq!(groups(&text), ["局机关全体干部", "各县（区）水利部门、局直属单位有关负责人"], "{tail}");
    }
}

#[test]
fn a_post_within_the_same_body_stays_with_it() {
    let text = format!("{MEETING}各学院负责人及分管安全工作副院长，图书馆、档案馆负责人参加会议。");
    assert_eq!(groups(&text), ["各学院负责人及分管安全工作副院长", "图书馆、档案馆负责人"]);
    let text = format!("{MEETING}集团领导班子、总会计师、各车间支部书记参加会议。");
    assert_eq!(groups(&text), ["集团领导班子、总会计师、各车间支部书记"]);
    let text = format!("{MEETING}局机关相关人员、各单位联络员以及部分企业的列席代表共计100余人出席会议。");
    assert_eq!(groups(&text), ["局机关相关人员", "各单位联络员", "部分企业的列席代表=100+"]);
}

#[test]
fn a_noun_of_saying_opens_no_frame() {
    let text = format!("{MEETING}根据防汛工作要求，会议设置3个会场，各处室负责人参会。");
    assert_eq!(groups(&text), ["各处室负责人"]);
}

#[test]
fn head_counts_are_no_part_of_a_group() {
    let text = format!("{MEETING}局机关全体干部、各单位负责人等200余人参加会议。");
    assert_eq!(groups(&text), ["局机关全体干部", "各单位负责人=200+"]);
}

#[test]
fn groups_stand_beside_names() {
    let text = format!("{MEETING}副局长陈立新、王建国及有关处室负责人参加会议。");
    assert_eq!(groups(&text), ["有关处室负责人"]);
    assert_eq!(roles(&text, "王建国"), [Role::Attend]);
}

#[test]
fn demands_plans_and_reports_make_no_group() {
    for tail in [
        "林晓峰感谢各处室负责人出席会议。",
        "各处室同志出席会议和调研应按照业务分工安排。",
        "各单位负责人要参加培训。",
        "会议要求，全体干部参加演练。",
        "各处室负责人汇报了工作。",
        "参加会议的干部表示赞同。",
    ] {
        let text = format!("{MEETING}{tail}");
        assert!(groups(&text).is_empty(), "{text}: {:?}", groups(&text));
    }
}

#[test]
fn lists_after_a_verb_attend_too() {
    let text = format!("{MEETING}出席会议的还有陈立新、王建国。");
    assert_eq!(roles(&text, "陈立新"), [Role::Attend]);
}

#[test]
fn every_name_of_a_list_has_the_role() {
    let text = format!("{MEETING}副局长林晓峰、周明远分别就防汛工作进行部署。");
    assert_eq!((roles(&text, "林晓峰"), roles(&text, "周明远")), (vec![Role::Speak], vec![Role::Speak]));
    let text =
        format!("{MEETING}座谈会上，青山集团董事长林晓峰、白云集团总经理周明远、蓝天集团董事长陈立新、红星集团总经理王建国先后发言。");
    for name in ["林晓峰", "周明远", "陈立新", "王建国"] {
        assert_eq!(roles(&text, name), [Role::Speak], "{name}");
    }
    let text = format!("{MEETING}副局长林晓峰、周明远共同主持会议。");
    assert_eq!(roles(&text, "林晓峰"), [Role::Chair]);
}

#[test]
fn described_attendees_attend() {
    let text = format!("{MEETING}出席会议的副局长林晓峰、周明远起立致意。列席去年全市防汛大会会议的局长陈立新介绍了见闻。");
    assert_eq!((roles(&text, "林晓峰"), roles(&text, "周明远")), (vec![Role::Attend], vec![Role::Attend]));
    assert!(!roles(&text, "陈立新").contains(&Role::Observe));
}

#[test]
fn visitors_past_the_lead_attend() {
    let text = "青山大学检查开学准备工作\n3月2日，学校领导检查开学准备工作。\n副校长林晓峰带队查看图书馆；校长助理周明远在东校区查看食堂。后勤处处长陈立新对本次检查的背景作了说明。";
    assert_eq!((roles(text, "林晓峰"), roles(text, "周明远")), (vec![Role::Attend], vec![Role::Attend]));
    assert_eq!(roles(text, "陈立新"), [Role::Speak]);
}

#[test]
fn reports_and_decisions() {
    let text = format!("{MEETING}局长林晓峰作题为《同心》的工作报告。副局长周明远作题为《同行》的讲话。组织处处长陈立新宣布了任免决定。");
    assert_eq!(roles(&text, "林晓峰"), [Role::Report]);
    assert_eq!(roles(&text, "周明远"), [Role::Speak]);
    assert_eq!(roles(&text, "陈立新"), [Role::Speak]);
}

#[test]
fn a_visitor_brings_others() {
    let text = "校长林晓峰率副校长周明远、陈立新到青山县调研。林晓峰指出，要加强合作。";
    assert_eq!(roles(text, "林晓峰"), [Role::Attend, Role::Speak]);
    assert_eq!(roles(text, "周明远"), [Role::Attend]);
    assert_eq!(roles(text, "陈立新"), [Role::Attend]);
}

#[test]
fn who_comes_in_after_a_study_speaks() {
    let text = "3月2日，会议举行集体学习，青山局副局长林晓峰应邀作题为《健全体系》的报告。";
    assert_eq!(roles(text, "林晓峰"), [Role::Speak]);
    let text = format!("{MEETING}局长周明远代表管理局，向大会报告工作。");
    assert_eq!(roles(&text, "周明远"), [Role::Report]);
}

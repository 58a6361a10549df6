use crate::annotate::annotate;
use crate::document::Enumeration;
use crate::lexicon::Lexicon;
use crate::options::Options;
use crate::segment::Segments;

fn read(text: &str) -> Vec<Enumeration> {
    let (lexicon, options) = (Lexicon::builtin(), Options::default());
    let (words, signs) = lexicon.scan(text);
    let reading = annotate(text, Segments::of(text, signs), words, &lexicon, &options, None);
    super::read(&reading, &[])
}

/// One line a list: label, number, items.
fn lists(text: &str) -> Vec<String> {
    let line = |e: &Enumeration| {
        let items: Vec<&str> = e.items.iter().map(|i| i.content.text.as_str()).collect();
        format!("{}={} {}", e.label.as_ref().map_or("", |l| &l.text), e.declared.unwrap_or(0), items.join("|"))
    };
    read(text).iter().map(line).collect()
}

#[test]
fn a_series_in_one_sentence_ends_with_it() {
    assert_eq!(
        lists("今年要抓好三个方面：一是夯实基础，二是优化流程，三是提升效能。同时各科室要加强协作。"),
        ["三个方面=3 夯实基础|优化流程|提升效能"]
    );
}

#[test]
fn a_series_of_sentences_runs_to_the_end_of_its_paragraph() {
    assert_eq!(
        lists("林晓峰提出两点要求。一要加强领导。各科室要配合。二要抓好宣传。要讲好故事。\n散会。"),
        ["两点要求=2 加强领导。各科室要配合|抓好宣传。要讲好故事"]
    );
}

#[test]
fn paragraphs_and_drifting_labels_make_one_series() {
    assert_eq!(lists("从两个方面推进。\n一是建台账。\n二是要明责任。\n会议结束。"), ["两个方面=2 建台账|要明责任"]);
    assert_eq!(lists("首先，摸清家底；其次是排好工期；三要盯住质量。"), ["=0 摸清家底|排好工期|盯住质量"]);
    assert_eq!(lists("一是定目标；二是排工期；三做好收尾。"), ["=0 定目标|排工期|做好收尾"]);
}

#[test]
fn a_new_first_marker_begins_a_new_series() {
    let read = lists("陈立新要求，一是查隐患；二是抓整改。周敏要求，一是讲纪律；二是守时间。");
    assert_eq!(read, ["=0 查隐患|抓整改", "=0 讲纪律|守时间"]);
}

#[test]
fn inner_series_hang_in_the_items_of_the_outer() {
    let read = read("第一，抓学习。一是读原文；二是写笔记。\n第二，抓落实。首先是定责任。");
    assert_eq!(read.len(), 2);
    assert_eq!(read[0].items[0].enumerations, [1]);
    assert_eq!(read[0].items[0].content.text, "抓学习。一是读原文；二是写笔记");
    assert_eq!(read[1].parent.map(|p| (p.enumeration, p.item)), Some((0, 0)));
}

#[test]
fn headings_give_their_first_line() {
    let read = read("一、总体要求\n坚持稳中求进。\n（一）目标。到年底完成。\n（二）步骤\n二、保障措施。各单位要配合。\n");
    let texts: Vec<Vec<&str>> = read.iter().map(|e| e.items.iter().map(|i| i.content.text.as_str()).collect()).collect();
    assert_eq!(texts, [vec!["总体要求", "保障措施"], vec!["目标", "步骤"]]);
    assert_eq!(read[0].items[0].enumerations, [1]);
}

#[test]
fn counted_phrases_are_expanded_by_what_follows() {
    assert_eq!(lists("要强化“三种意识”，即大局意识、服务意识、节约意识，努力争先。"), ["三种意识=3 大局意识|服务意识|节约意识"]);
    assert_eq!(lists("查找了3个方面问题：学用脱节、牵头不力和作风不实。"), ["3个方面问题=3 学用脱节|牵头不力|作风不实"]);
    assert_eq!(lists("做到“两个坚持”，即坚持把学习教育、整改落实贯穿工作始终。"), ["两个坚持=2 学习教育|整改落实"]);
    assert_eq!(
        lists("注意“两个结合”，即把本项工作与各科室、各站所的日常工作结合起来、与考核结合起来，务求实效。"),
        ["两个结合=2 与各科室、各站所的日常工作结合起来|与考核结合起来"]
    );
}

#[test]
fn the_parts_may_stand_before_their_phrase() {
    assert_eq!(lists("今年要重点围绕水源保护、管网改造及水质监测三个方面开展。"), ["三个方面=3 水源保护|管网改造|水质监测"]);
    assert_eq!(lists("重点实施“清源”“净网”“碧水”三大行动，全面见效。"), ["三大行动=3 清源|净网|碧水"]);
    assert_eq!(lists("推进“清源计划”、“净网计划”和“碧水计划”等三项计划落地。"), ["三项计划=3 清源计划|净网计划|碧水计划"]);
    assert_eq!(lists("落实“查得准、改得快、管得住”的“三个到位”。"), ["三个到位=3 查得准|改得快|管得住"]);
}

#[test]
fn the_parts_may_stand_right_before_a_quotation_or_end_in_its_noun() {
    assert_eq!(lists("做到部门、人员、资金和责任“四个落实”，确保成效。"), ["四个落实=4 部门|人员|资金|责任"]);
    assert_eq!(lists("打好防汛、抗旱、防火三大攻坚战。"), ["三大攻坚战=3 防汛|抗旱|防火"]);
    assert_eq!(lists("注重对象精准、项目精准、资金精准等三个精准。"), ["三个=3 对象精准|项目精准|资金精准"]);
}

#[test]
fn a_break_after_a_marker_does_not_lose_the_item() {
    assert_eq!(lists("提出两点要求。\n一是\n要坚定信念。\n二是\n要守正创新。\n散会。"), ["两点要求=2 要坚定信念|要守正创新"]);
    assert_eq!(lists("三点体会：一是一切从实际出发；二是要学；三是要做。\n最后，他祝大家顺利。"), ["三点体会=3 一切从实际出发|要学|要做"]);
}

#[test]
fn slogans_are_parallel() {
    assert_eq!(lists("以“抓源头、严过程、保供水”为主题"), ["=0 抓源头|严过程|保供水"]);
    assert_eq!(lists("口号是“源头清 流域净 群众赞”"), ["=0 源头清|流域净|群众赞"]);
}

#[test]
fn what_is_no_enumeration() {
    for text in [
        "深刻领会“两个走在前”，增强“四种本领”、坚定“三个方向”、做到“两个不误”。",
        "要抓学习、抓整改、抓落实，要讲规矩；要守纪律。",
        "面向一、二年级学生开课，第一书记第一时间到场。",
        "最根本的是坚持群众路线，一方面抓供水，另一方面抓节水。",
        "钢铁、水泥、玻璃等6个行业先行试点，结合动员、学习两个阶段推进。",
        "他说：“我来这里三年了，一直住在站上，每天都看水位。”",
        "学习甲理论、乙思想、丙主义、“三个先行”重要思想，聚焦教育、科技、人才以及“三新”工作。",
        "保持定力、推进改革、打好三大攻坚战。",
        "首先，向大家表示感谢。最后，祝大家身体健康。",
        "“清源、净网”行动开始了，来自8个国家的代表到场：他们参观了水厂、管网。",
    ] {
        assert_eq!(lists(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn parts_that_begin_with_what_is_counted_may_end_in_verbs() {
    assert_eq!(lists("党员要做到带头守岗、带头巡查、带头帮扶“三个带头”。"), ["三个带头=3 带头守岗|带头巡查|带头帮扶"]);
    assert_eq!(lists("要深化改革、加强帮扶“三个带头”。"), Vec::<String>::new());
}

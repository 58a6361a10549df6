//! What every repair must hold: replaying the certain repairs gives the text, the map is monotone and lands on
//! character bounds, and a repaired text needs no repair.

use super::*;
use crate::document::RepairKind;
use crate::span::Span;

impl Repaired<'_> {
    fn repairs(&self) -> Vec<Repair> {
        self.map.clone().into_repairs(&self.text, self.doubtful.clone())
    }
}

/// Repairs `source`, checks what must hold of every repair, and gives the text.
pub(super) fn mended(source: &str) -> String {
    let repaired = repair(source, &Options::default());
    holds(source, &repaired);
    let settled = repaired.repairs().iter().all(|r| r.certain);
    let text = repaired.text.into_owned();
    let again = repair(&text, &Options::default());
    // What was left in doubt is no longer marked as such in the text.
    assert!(!settled || again.text == text.as_str(), "{text} changes to {} when it is repaired again", again.text);
    text
}

fn holds(source: &str, repaired: &Repaired<'_>) {
    let (mut replayed, mut at) = (String::new(), 0);
    for r in repaired.repairs().iter().filter(|r| r.certain) {
        assert!(r.span.start < r.span.end && r.span.start as usize >= at, "{r:?} in {source:?}");
        replayed.push_str(&source[at..r.span.start as usize]);
        replayed.push_str(&r.replacement);
        at = r.span.end as usize;
    }
    replayed.push_str(&source[at..]);
    assert_eq!(replayed, repaired.text);
    let mut last = 0;
    for (start, c) in repaired.text.char_indices() {
        let place = repaired.map.to_source(Span::of(start, start + c.len_utf8()));
        assert!(place.start < place.end, "{c} of {source:?} comes from nowhere");
        assert!(source.get(place.range()).is_some(), "{place:?} cuts a character of {source:?}");
        assert!(place.start >= last, "the map runs backwards in {source:?}");
        last = place.start;
    }
    assert!(last as usize <= source.len());
}

#[test]
fn clean_text_is_borrowed() {
    for text in ["", "一", "5月18日18:00，青山管理局召开大会。\n一是著名，二是覆盖10,000人（WTO）。", "https://example.com/a,b;c?d=1"]
    {
        let repaired = repair(text, &Options::default());
        let repairs = repaired.repairs();
        assert!(repaired.text == text && repairs.is_empty(), "{repairs:?}");
        assert_eq!(repaired.script, Script::Simplified);
    }
    assert!(matches!(repair("各单位要落实责任。", &Options::default()).text, Cow::Borrowed(_)));
}

#[test]
fn readings_in_brackets_are_taken_out() {
    for (source, text) in [
        ("系統(tǒng)管理", "系统管理"),
        ("领（ling）导(dao)(dao)小组", "领导小组"),
        ("全国(guo)(guo)(guo)各地", "全国各地"),
        ("龟兹(qiū cí)古城", "龟兹古城"),
        ("绿(lǜ)色、妇女(nv)", "绿色、妇女"),
        ("一行(háng)行(xíng)动", "一行行动"),
        ("世界贸易组织(WTO)", "世界贸易组织（WTO）"),
        ("第(a)款", "第（a）款"),
        ("PM2.5(细颗粒物)", "PM2.5（细颗粒物）"),
        ("真正的说明（tong）", "真正的说明（tong）"),
        ("(tong)开头", "（tong）开头"),
        ("统(tong", "统(tong"),
    ] {
        assert_eq!(mended(source), text);
    }
}

#[test]
fn traditional_characters_become_simplified() {
    for (source, text) in [
        ("國務院總理主持會議", "国务院总理主持会议"),
        ("顯著提高，隨著發展，著力推進，著名專著", "显著提高，随着发展，着力推进，著名专著"),
        ("乾隆年間", "乾隆年间"),
        ("乾淨的環境", "干净的环境"),
        ("全面覆蓋，反覆研究，瞭望，瞭解", "全面覆盖，反复研究，瞭望，了解"),
        ("沉著應對，執著追求", "沉着应对，执着追求"),
    ] {
        assert_eq!(mended(source), text);
        assert_ne!(repair(source, &Options::default()).script, Script::Simplified);
    }
    // In simplified text the characters of both scripts stay.
    for text in ["乾隆皇帝", "著作权法", "瞭望台", "宫商角徵羽", "毕昇发明", "于谦、於先生"] {
        assert_eq!(mended(text), text);
    }
    assert_eq!(mended("随著时间推移，对著作的评价"), "随着时间推移，对著作的评价");
}

#[test]
fn a_comma_beside_another_mark_is_dropped() {
    assert_eq!(mended("下午,,全县防汛会召开,,查找问题,、明确路径,作出部署,。"), "下午，全县防汛会召开，查找问题、明确路径，作出部署。");
    assert_eq!(mended("“早准备”,,“快处置”。共1,000人,a,,b"), "“早准备”，“快处置”。共1,000人，a,,b");
}

#[test]
fn two_question_marks_and_a_letter_are_text_read_one_byte_off() {
    assert_eq!(
        mended("局長到場。副縣長羅天成到場??h內有關單位參加。縣內各單位"),
        "局长到场。副县长罗天成到场。县内有关单位参加。县内各单位"
    );
    assert_eq!(mended("这是为什么??因为没有落实"), "这是为什么？？因为没有落实");
}

#[test]
fn half_width_marks_beside_han_become_chinese() {
    for (source, text) in [
        ("会议指出,要抓好:一是甲;二是乙!", "会议指出，要抓好：一是甲；二是乙！"),
        ("共10,000人,18:00开始", "共10,000人，18:00开始"),
        ("网址http://example.com/a?b=1,请查看", "网址http://example.com/a?b=1，请查看"),
        ("\"五种意识\",即", "“五种意识”，即"),
        ("四省(区、市)和(WTO)", "四省（区、市）和（WTO）"),
        ("国办发[2014]1号", "国办发〔2014〕1号"),
        ("二○一二年，二O一三年，二0一四年", "二〇一二年，二〇一三年，二〇一四年"),
        ("阿卜杜拉．艾山", "阿卜杜拉·艾山"),
        ("Hello, world (a, b)", "Hello, world (a, b)"),
    ] {
        assert_eq!(mended(source), text);
    }
}

#[test]
fn a_span_stays_clear_of_what_was_dropped_beside_it() {
    let source = "系統(tǒng)管理";
    let repaired = repair(source, &Options::default());
    let word = repaired.map.to_source(Span::of(0, 6));
    assert_eq!(&source[word.range()], "系統");
    let rest = repaired.map.to_source(Span::of(6, 12));
    assert_eq!(&source[rest.range()], "管理");
    let whole = repaired.map.to_source(Span::of(0, 12));
    assert_eq!(&source[whole.range()], source);
}

#[test]
fn a_line_that_states_when_a_page_was_made_gives_its_date_and_stays() {
    for line in ["作者：林晓峰 2017-12-01", "发表于2017.12.01", "青山日报 2017年12月1日", "[ 发布日期 ] 2017-12-01 10:33"]
    {
        let repaired = repair(line, &Options::default());
        assert_eq!(repaired.published, Date::new(2017, 12, 1), "{line}");
        assert_eq!(repaired.text, line);
    }
    for line in ["会议时间：2017年12月1日", "第一阶段（2017年3月1日-2017年4月30日）", "2017年12月1日局长办公会", "自2017年12月1日起施行"]
    {
        assert_eq!(repair(line, &Options::default()).published, None, "{line}");
    }
}

#[test]
fn a_label_dates_a_text_rather_than_the_clock_of_its_page() {
    let label = "发布时间：2021-02-25 来源：青山镇";
    let date = |first: &str| repair(&format!("{first}\n青山镇召开防火会\n{label}\n"), &Options::default()).published;
    assert_eq!(date("2025年04月21日 星期一"), Date::new(2021, 2, 25));
    assert_eq!(date("青山日报 2021年2月26日"), Date::new(2021, 2, 26));
}

#[test]
fn page_furniture_is_kept_out_and_its_date_kept() {
    let source = "青山管理局召开工作会议\n发布时间：2017-12-01 10:33   浏览次数：57\n【字体：大 中 小】 打印 关闭\n11月30日，会议召开。\n上一篇：无\n";
    assert_eq!(mended(source), "青山管理局召开工作会议\n11月30日，会议召开。\n");
    assert_eq!(repair(source, &Options::default()).published, Date::new(2017, 12, 1));
    for line in [
        "2017-12-01 10:33 青山新闻网",
        "来源：青山日报 发布日期：2017年12月1日",
        "返回首页|网站地图|联系我们",
        "青ICP备05029117号-1",
        "《 青山日报 》（ 2015年05月01日 01 版）",
        "2017-12-01 10:33 来源：青山日报",
    ] {
        assert_eq!(mended(&format!("会议召开。\n{line}\n会议结束。\n")), "会议召开。\n会议结束。\n", "{line}");
    }
    assert_eq!(mended("安全第一 来源：青山日报  发布时间：2021-03-05\n会议召开。"), "安全第一\n会议召开。");
    // What names people, and what may be the text's own, stays.
    for line in [
        "责任编辑：林晓峰",
        "作者：林晓峰 来源：本站",
        "时间：2017年12月1日",
        "2017年12月1日",
        "打印设备采购通知",
        "关闭退出一批企业。",
        "王秀兰\n李明\n周强",
    ] {
        assert_eq!(mended(&format!("会议召开。\n{line}\n")), format!("会议召开。\n{line}\n"));
    }
}

#[test]
fn text_read_one_byte_off_is_read_again() {
    for (source, text) in [
        ("要确?;疃?中有序进行。", None),
        // Only another 动中 of the text decides which character lost its last byte.
        (
            "在活动中，要守纪律。要統籌規劃,精心安排?;顒又?,要相互配合。",
            Some("在活动中，要守纪律。要统筹规划，精心安排。活动中，要相互配合。"),
        ),
        ("加強協調,確保安全,確?；顒佑行蜷_展。", Some("加强协调，确保安全，确保活动有序开展。")),
        ("建好高等學?;鶎咏M織", Some("建好高等学校基层组织")),
    ] {
        let read = mended(source);
        if let Some(text) = text {
            assert_eq!(read, text);
        }
    }
    // A question mark before a mark is no damage where what follows reads as it stands.
    for text in ["为什么?;会议认为应当落实。", "怎么办？！各单位要落实责任。"] {
        assert!(repair(text, &Options::default()).repairs().iter().all(|r| r.kind != RepairKind::ByteShift), "{text}");
    }
}

#[test]
fn spaces_saved_as_question_marks_begin_paragraphs() {
    for (source, text) in [
        ("防汛工作会议召开。? ? ? ?会上，林晓峰作了部署。", "防汛工作会议召开。\n会上，林晓峰作了部署。"),
        ("? ? ? ? 会议召开。 ??? 会议指出，要抓好落实。???", "会议召开。\n会议指出，要抓好落实。\n"),
        ("关注我们? ? ? ?5月18日，会议召开。", "关注我们\n5月18日，会议召开。"),
    ] {
        assert_eq!(mended(source), text);
    }
    // Questions, and marks that a table or a form has.
    for (source, text) in [
        ("怎么办???会议指出，要抓好落实。", "怎么办？？？会议指出，要抓好落实。"),
        ("会议召开。? ?会上作了部署。", "会议召开。？ ?会上作了部署。"),
    ] {
        assert_eq!(mended(source), text);
    }
}

#[test]
fn spaces_are_dropped_where_they_part_nothing() {
    for (source, text) in [
        ("关 于 印 发 的 通 知", "关于印发的通知"),
        ("2020 年 2 月 16 日", "2020年2月16日"),
        ("学校于 2020 年 2 月开学。", "学校于2020年2月开学。"),
        ("组长：邵 岩 温 郁", "组长：邵岩 温郁"),
        ("组长：邵 岩　温 郁", "组长：邵岩　温郁"),
        ("联系人：王 娜（办公室）", "联系人：王娜（办公室）"),
    ] {
        assert_eq!(mended(source), text);
    }
    for text in ["（记者 林晓峰 周敏 摄影）", "强调 坚定不移推进改革", "本报讯 12月24日，会议召开。", "Smart City 建设", "　　会议召开。"]
    {
        assert_eq!(mended(text), text);
    }
}

#[test]
fn spaces_that_were_line_breaks_become_them_again() {
    for (source, text) in [
        (
            "关于做好防汛工作的通知 各站所： 汛期已到，现通知如下。 一、加强值守 各站所要值好班。 二、及时上报 遇险要报告。 青山管理局 2024年5月2日",
            "关于做好防汛工作的通知\n各站所：\n汛期已到，现通知如下。\n一、加强值守\n各站所要值好班。\n二、及时上报\n遇险要报告。\n青山管理局\n2024年5月2日",
        ),
        (
            "会议召开。 主持：林晓峰 记录：邵岩 温郁 会议议定：一要值守。 时间： 5月3日 （记者 林晓峰 周敏）",
            "会议召开。\n主持：林晓峰\n记录：邵岩 温郁 会议议定：一要值守。\n时间： 5月3日 （记者 林晓峰 周敏）",
        ),
        ("汛期已到。　　各站所要值守　　各组要巡堤。　　林晓峰说，好。", "汛期已到。\n各站所要值守\n各组要巡堤。\n林晓峰说，好。"),
    ] {
        assert_eq!(mended(source), text);
    }
    // One space after a stop may be the writer's; names and slogans are parted within their line.
    for text in ["林晓峰出席会议。 青山报记者 邵岩摄", "强调 坚定不移推进改革 守好堤坝", "出席：邵岩 温郁 林晓峰 周敏"]
    {
        assert_eq!(mended(text), text);
    }
}

#[test]
fn wrapped_lines_become_paragraphs() {
    let wrapped = "　　青山管理局五月十八日召开全系统质量提升活动动员大\n会，部署下一阶段的重点任务，局长林晓峰主持会议并对\n贯彻落实会议精神提出要求。\n　　会议指出，开展这项活动是适应新形势的必然要求，各\n单位要统一思想，加强领导，精心安排，确保活动取得实\n效。\n";
    let text = "　　青山管理局五月十八日召开全系统质量提升活动动员大会，部署下一阶段的重点任务，局长林晓峰主持会议并对贯彻落实会议精神提出要求。\n　　会议指出，开展这项活动是适应新形势的必然要求，各单位要统一思想，加强领导，精心安排，确保活动取得实效。\n";
    assert_eq!(mended(wrapped), text);
    let list = "各单位要抓好以下工作：\n一、加强组织领导\n二、落实主体责任\n三、做好宣传引导\n四、严格督查考核\n";
    assert_eq!(mended(list), list);
}

#[test]
fn what_cannot_be_seen_is_dropped() {
    assert_eq!(mended("\u{FEFF}会\u{200B}议强\u{AD}调\u{E123}，要\u{0}落实\u{7F}。\n"), "会议强调，要落实。\n");
}

#[test]
fn text_read_in_the_wrong_encoding_is_read_again() {
    let text = "会议要求各单位落实责任";
    let latin: String = text.bytes().map(char::from).collect();
    assert_eq!(mended(&format!("{latin}。")), format!("{text}。"));
    let twice: String = latin.bytes().map(char::from).collect();
    assert_eq!(mended(&twice), text);
    assert_eq!(mended("ÖÐ¹ú¹²²úµ³"), "中国共产党");
    // What GBK has no character for is lost on the way, so the words are chosen to come through.
    let gbk: String = "重点任务工作机制".as_bytes().chunks(2).filter_map(|b| gbk::decode(b[0], b[1])).collect();
    assert_eq!(gbk.chars().count(), 12);
    assert_eq!(mended(&gbk), "重点任务工作机制");
    assert_eq!(mended(&gbk.repeat(40)), "重点任务工作机制".repeat(40));
    for text in ["café à la carte", "涓涓细流，浏览銆", "联通公司"] {
        assert_eq!(mended(text), text);
    }
    let lost = repair("会议\u{FFFD}\u{FFFD}强调", &Options::default());
    assert!(lost.repairs().iter().any(|r| r.kind == RepairKind::Mojibake && !r.certain));
}

#[test]
fn repairs_of_one_kind_side_by_side_are_one() {
    let told = |source: &str| -> Vec<(RepairKind, Span, String)> {
        repair(source, &Options::default()).repairs().iter().map(|r| (r.kind, r.span, r.replacement.to_string())).collect()
    };
    let width = |start, end, text: &str| (RepairKind::Width, Span::new(start, end), text.to_owned());
    assert_eq!(told("能按时完成吗?!请各单位落实。"), [width(18, 20, "？！")]);
    // Of one kind but apart.
    assert_eq!(told("能完成吗?能,请各单位落实。"), [width(12, 13, "？"), width(16, 17, "，")]);
}

#[test]
fn regional_words_are_told_only_where_they_are_asked_for() {
    let source = "青山市資訊中心推進人工智慧與大數據，完善資料庫。";
    assert_eq!(mended(source), "青山市资讯中心推进人工智慧与大数据，完善资料库。");
    let asked = Options::default().repair(RepairKind::RegionalWord, true);
    let repaired = repair(source, &asked);
    holds(source, &repaired);
    assert_eq!(repaired.text, "青山市信息中心推进人工智能与大数据，完善数据库。");
    assert!(repair(source, &asked.repair(RepairKind::RegionalWord, false)).text.contains("资讯"));
}

#[test]
fn a_second_lost_byte_before_a_mark_is_told_with_its_candidates() {
    for (source, first, last) in [("各单位要加强生态?;?,落实责任。", "保", "护"), ("会议致以热烈?:?,向大家学习。", "祝", "贺")]
    {
        let repairs = repair(source, &Options::default()).repairs();
        let told: Vec<_> = repairs.iter().filter(|r| r.kind == RepairKind::ByteShift).collect();
        let starts = |r: &Repair, c: &str| r.replacement.starts_with(c) || r.candidates.iter().any(|x| x.starts_with(c));
        let ends = |r: &Repair, c: &str| r.replacement.ends_with(c) || r.candidates.iter().any(|x| x.ends_with(c));
        assert!(told.first().is_some_and(|r| starts(r, first)), "{source}: {told:?}");
        assert!(told.last().is_some_and(|r| ends(r, last)), "{source}: {told:?}");
        for r in told.iter().filter(|r| !r.certain) {
            assert_eq!(r.candidates.first(), Some(&r.replacement), "{source}: {told:?}");
        }
    }
}

#[test]
fn zeros_of_every_shape_stand_in_a_year() {
    for source in ["二○一二年", "二O一二年", "二0一二年", "二〇一二年", "二Ｏ一二年", "二◯一二年"] {
        assert_eq!(mended(source), "二〇一二年");
    }
    assert_eq!(mended("二○○○年五月三○日"), "二〇〇〇年五月三〇日");
    assert_eq!(mended("第10期、一0五室"), "第10期、一〇五室");
}

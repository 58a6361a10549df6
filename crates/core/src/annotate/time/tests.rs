//! Times and what is none, in sentences made up for the purpose.

use crate::{Brief, Options, Parser, Time, TimeRelation, parse};

/// The times of a text, one a string: text|value|part of day|clock|relation, empty fields left out at the end.
fn read(text: &str) -> Vec<String> {
    parse(text).map(|d| d.times.iter().map(show).collect()).unwrap_or_default()
}

fn show(time: &Time) -> String {
    let relation = match time.relation {
        Some(TimeRelation::Before) => "before",
        Some(TimeRelation::After) => "after",
        Some(TimeRelation::Within) => "within",
        Some(TimeRelation::During) => "during",
        _ => "",
    };
    let field = |f: &Option<Brief>| f.clone().map_or(String::new(), String::from);
    let line = [time.text.to_string(), field(&time.value), field(&time.part_of_day), field(&time.clock), relation.to_owned()].join("|");
    line.trim_end_matches('|').to_owned()
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(read(text).join(" "), *expected, "{text}");
    }
}

#[test]
fn dates_as_far_as_they_are_stated() {
    check(&[
        ("2012年5月18日，青山管理局召开例会。", "2012年5月18日|2012-05-18"),
        ("会议于二〇一二年五月十八日举行。", "二〇一二年五月十八日|2012-05-18"),
        ("5月18日（农历丙申年四月十二）上午", "5月18日（农历丙申年四月十二）上午|--05-18|上午"),
        ("2月17日（腊月初八）上午", "2月17日（腊月初八）上午|--02-17|上午"),
        ("1．3月2日，青山局召开例会。", "3月2日|--03-02"),
        ("二○一二年五月", "二〇一二年五月|2012-05"),
        ("２０１２年５月１８日", "２０１２年５月１８日|2012-05-18"),
        ("报名时间为2012-05-18 15:30。", "2012-05-18 15:30|2012-05-18||15:30"),
        ("截至2012/5/8，共收到", "2012/5/8|2012-05-08"),
        ("更新于2012.05.18。", "2012.05.18|2012-05-18"),
        ("5月18日下午，管理局召开会议。", "5月18日下午|--05-18|下午"),
        ("记者27日从管理局获悉", "27日|---27"),
        ("15日上午，会议举行。", "15日上午|---15|上午"),
        ("三日上午，会议举行。", "三日上午|---03|上午"),
        ("2012年，任务全面完成。", "2012年|2012"),
        ("2012年度工作", "2012年度|2012"),
        ("于 1 月 23 日中午下班前报局办公室", "1月23日中午下班前|--01-23|中午||before"),
        ("7月8号开工", "7月8号|--07-08"),
        ("98年5月建成", "98年5月|1998-05"),
    ]);
}

#[test]
fn ranges() {
    check(&[
        ("7日至8日，会议召开。", "7日至8日|---07/---08"),
        ("12月24日至25日，会议召开。", "12月24日至25日|--12-24/--12-25"),
        ("12月24－25日，会议召开。", "12月24－25日|--12-24/--12-25"),
        ("2011年12月30日至2012年1月2日", "2011年12月30日至2012年1月2日|2011-12-30/2012-01-02"),
        ("5月30日—6月2日", "5月30日—6月2日|--05-30/--06-02"),
        ("2019—2021年的工作", "2019—2021年|2019/2021"),
        ("1-3月，产量增加", "1-3月|--01/--03"),
        ("上半年完成一半，三季度末完成八成", "上半年|--01/--06 三季度末|--07/--09"),
        ("2012年前三季度", "2012年前三季度|2012-01/2012-09"),
        ("第四季度安排", "第四季度|--10/--12"),
        ("每季度通报一次", "每季度"),
        ("“十二五”时期，要", "“十二五”时期|2011/2015|||during"),
        ("十五期间和“十四五”末", "十五期间|2001/2005|||during “十四五”末|2021/2025"),
        ("8:30-11:30", "8:30-11:30|||08:30/11:30"),
    ]);
}

#[test]
fn deadlines_with_what_bounds_them() {
    check(&[
        ("于6月20日18：00前报送", "6月20日18：00前|--06-20||18:00|before"),
        ("于１月28日（初四）上午8时30分前返回", "１月28日（初四）上午8时30分前|--01-28|上午|08:30|before"),
        ("10月底前完成", "10月底前|--10|||before"),
        ("2013年年底前", "2013年年底前|2013|||before"),
        ("年底前完成，月底前上报", "年底前||||before 月底前||||before"),
        ("一周内完成", "一周内|P1W|||within"),
        (
            "三日内、72小时内、两个月内、5个工作日内",
            "三日内|P3D|||within 72小时内|PT72H|||within 两个月内|P2M|||within 5个工作日内|P5D|||within",
        ),
        ("自发布之日起30日内办理", "自发布之日起30日内|P30D|||within"),
        ("自公布之日起施行", "自公布之日起||||after"),
        ("自6月1日起施行", "6月1日起|--06-01|||after"),
        ("党的二十大以来", "党的二十大以来||||after"),
        ("春节前、国庆期间、元旦后", "春节前||||before 国庆期间|--10-01|||during 元旦后|--01-01|||after"),
        ("每月10日前上报", "每月10日前|---10|||before"),
    ]);
}

#[test]
fn lengths_that_lie_ahead_or_behind() {
    check(&[
        ("未来五年，要加快发展", "未来五年|P5Y|||within"),
        ("今后3年内完成", "今后3年内|P3Y|||within"),
        ("过去五年，成绩显著", "过去五年|P5Y"),
        ("近三年来，管理局坚持治水", "近三年来|P3Y|||after"),
        ("两年来，管理局坚持治水", "两年来|P2Y|||after"),
        ("建局30多年来", "30多年来|P30Y|||after"),
        ("三年级学生，百年大计，一年来往两次", ""),
        ("近五年的五年规划", ""),
        ("半年内完成，半个月内上报，半小时内到位", "半年内|P6M|||within 半个月内|P15D|||within 半小时内|PT30M|||within"),
        ("上了半天，半年总结，半个月一次", ""),
        ("抓住72小时黄金救援期，24小时值班", "72小时黄金救援期|PT72H|||within"),
        ("本届任期内完成，一届任期内见效", "本届任期内||||within 一届任期内||||within"),
        ("节前检查，节后复工", "节前||||before 节后||||after"),
    ]);
}

#[test]
fn decades_and_neighbours() {
    check(&[
        ("20世纪80年代，水库建成", "20世纪80年代|1980/1989"),
        ("上世纪九十年代末以来", "上世纪九十年代末以来|1990/1999|||after"),
        ("70年代初建厂", "70年代初"),
        ("新时代年代感，85年代表", ""),
        ("二三季度和三四季度", "二三季度|--04/--09 三四季度|--07/--12"),
        ("5月18、19日，会议召开", "5月18、19日|--05-18/--05-19"),
        ("5月3、9日", "5月|--05 9日|---09"),
    ]);
}

#[test]
fn a_numbered_day_happens_on_one() {
    check(&[
        ("全省林业会议17号在青山开幕", "17号|---17"),
        ("17号上午，会议召开", "17号上午|---17|上午"),
        ("第5号在册，5号楼，3号文件，三号在岗，学院7号在建", ""),
    ]);
}

#[test]
fn times_of_day() {
    check(&[
        ("下午3点半开会", "下午3点半||下午|15:30"),
        ("5月18日上午9时，会议开始", "5月18日上午9时|--05-18|上午|09:00"),
        ("晚8点集合", "晚8点||晚|20:00"),
        ("今天上午八时三十分", "今天上午八时三十分||上午|08:30"),
        ("18时许到达", "18时许|||18:00"),
        ("请于9点前到场", "9点前|||09:00|before"),
    ]);
}

#[test]
fn words_without_a_date() {
    check(&[
        ("管理局近日印发通知", "近日"),
        ("市委日前召开会议", "日前"),
        ("今明两年，要抓好", "今明两年"),
        ("比去年同期增长", "去年同期"),
        ("今年5月18日上午", "今年5月18日上午|--05-18|上午"),
        ("今年后几个月的工作", "今年"),
        ("今年以来，各单位", "今年以来||||after"),
    ]);
}

#[test]
fn counts_and_words_are_no_times() {
    for text in [
        "这项工作十分重要，要一分一秒也不耽误。",
        "这是百年大计，要有百年眼光。",
        "学习二十大精神，三年级学生参加。",
        "日常管理和月亮",
        "1+1大于2，2.10.3版，电话0431-88886666，编号2012-05-1899",
        "5日均完成，3日游，一月一调度",
        "师生比1：18，第5号文件，1号楼，三个月，五日",
        "公告2020年第3号",
        "同一时间，三点一线",
        "国办发〔2014〕1号",
        "5月球，前三名",
    ] {
        assert_eq!(read(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn particles_within_words_bound_nothing() {
    check(&[
        ("5月18日前往青山调研", "5月18日|--05-18"),
        ("5月18日后勤部门", "5月18日|--05-18"),
        ("5月18日起草了方案", "5月18日|--05-18"),
        ("年内部署三次检查", "年内||||within"),
        ("节日前后，工作日内", "节日前后"),
    ]);
}

/// Every counted noun with 点, in the frames of administrative prose: none is a time of day.
#[test]
fn three_hundred_counts_of_points_are_no_clock() {
    let numbers = ["一", "两", "三", "四", "五", "六", "3", "5"];
    let nouns = ["要求", "意见", "希望", "建议", "体会", "看法", "措施", "感受", "半成品", "共识"];
    let frames = [
        "林晓峰就下一步工作提出{}。",
        "他在讲话中对大家讲了{}，要求抓好落实。",
        "会上，欧阳文澜谈了{}：一是统一思想。",
        "结合青山管理局的实际，我提{}，供大家参考。",
        "会议强调了{}，并作出安排。",
        "围绕安全生产，大家形成{}。",
        "会后，各单位要把这{}传达到每一个班组。",
    ];
    let mut probed = 0;
    for (n, number) in numbers.iter().enumerate() {
        for (m, noun) in nouns.iter().enumerate() {
            for (f, frame) in frames.iter().enumerate() {
                // Every other combination is enough: 280 of 560, and the bare 点 below.
                if (n + m + f) % 2 == 0 {
                    let text = frame.replace("{}", &format!("{number}点{noun}"));
                    assert_eq!(read(&text).iter().filter(|t| t.contains('点')).count(), 0, "{text}");
                    probed += 1;
                }
            }
        }
    }
    for number in numbers {
        for text in ["讲{}，一是", "提{}：", "强调以下{}。"] {
            let text = text.replace("{}", &format!("{number}点"));
            assert_eq!(read(&text), Vec::<String>::new(), "{text}");
            probed += 1;
        }
    }
    assert!(probed >= 300);
}

fn resolved(text: &str, reference: Option<&str>) -> Vec<Option<String>> {
    let options = match reference {
        Some(date) => Options::new().reference_date(date).expect("a date"),
        None => Options::new(),
    };
    Parser::with_options(options)
        .parse(text)
        .map(|d| d.times.into_iter().map(|t| t.resolved.map(String::from)).collect())
        .unwrap_or_default()
}

#[test]
fn nothing_is_resolved_without_a_date() {
    assert_eq!(resolved("5月18日，今年，27日", None), [None, None, None]);
}

#[test]
fn a_reference_date_gives_the_year() {
    let cases = [
        ("5月18日", "2012-05-18"),
        ("12月24日至25日", "2011-12-24/2011-12-25"),
        ("10月底前", "2012-10"),
        ("今年", "2012"),
        ("去年12月", "2011-12"),
        ("今明两年", "2012/2013"),
        ("27日", "2012-04-27"),
        ("25日前", "2012-05-25"),
        ("今天上午", "2012-05-20"),
        ("昨日", "2012-05-19"),
        ("本月18日", "2012-05-18"),
        ("上半年", "2012-01/2012-06"),
        ("年底前", "2012-12"),
        // 20 May 2012 was a Sunday.
        ("本周五前", "2012-05-18"),
        ("下周一", "2012-05-21"),
        ("上周三下午", "2012-05-09"),
    ];
    for (text, expected) in cases {
        assert_eq!(resolved(text, Some("2012-05-20")), [Some(expected.to_owned())], "{text}");
    }
}

#[test]
fn the_texts_own_date_goes_before_the_callers() {
    let text = "青山管理局召开例会\n发布时间：2017-12-01 来源：办公室\n青山管理局11月30日召开例会。";
    assert_eq!(resolved(text, Some("2020-01-01")), [Some("2017-11-30".to_owned())]);
    let text = "各单位：\n请于1月23日前上报。\n青山管理局办公室\n2020年1月22日";
    assert_eq!(resolved(text, None), [Some("2020-01-23".to_owned()), None]);
}

#[test]
fn a_meeting_takes_the_year_that_the_text_states_for_itself() {
    let date = |text: &str| {
        let parser = Parser::with_options(Options::new().reference_date("2020-01-01").expect("a date"));
        parser.parse(text).ok().and_then(|d| d.meetings.into_iter().next()).and_then(|m| m.time).and_then(|t| t.value)
    };
    let body = "青山管理局召开安全生产会议。";
    for (text, expected) in [
        (format!("例会召开\n发布时间：2017-12-01 来源：办公室\n11月30日，{body}"), "2017-11-30"),
        (format!("例会召开\n（2017年12月1日）\n11月30日，{body}"), "2017-11-30"),
        (format!("11月30日，{body}（青山日报，2017年12月1日 02版）"), "2017-11-30"),
        (format!("例会召开\n2017年12月1日 96人看过\n11月30日，{body}"), "2017-11-30"),
        (format!("青山管理局办公室 二○一七年十二月一日\n11月30日，{body}"), "2017-11-30"),
        (format!("11月30日，{body}\n青山管理局办公室2017年12月1日印"), "2017-11-30"),
        (format!("例会召开\n2017年12月1日起施行\n11月30日，{body}"), "--11-30"),
        (format!("例会召开\n发布时间：2021-03-05 来源：办公室\n12月24日至25日，{body}"), "--12-24/--12-25"),
        (format!("例会召开\n11月30日，{body}会议总结了2017年的工作。"), "--11-30"),
        (format!("例会召开\n发布时间：2017-12-01 来源：办公室\n昨日，{body}"), "2017-11-30"),
        (format!("例会召开\n青山日报青山11月30日电 今天，{body}"), "--11-30"),
    ] {
        assert_eq!(date(&text).as_deref(), Some(expected), "{text}");
    }
    assert_eq!(date(&format!("今天，{body}")), None);
}

#[test]
fn a_weekday_is_checked_against_a_full_date() {
    let mismatch = |text: &str| parse(text).ok().and_then(|d| d.times.first().and_then(super::weekday_mismatch));
    assert_eq!(mismatch("2012年5月18日（星期五）上午"), None);
    assert_eq!(mismatch("2012年5月18日（星期三）上午"), Some((3, 5)));
    assert_eq!(mismatch("2012年5月18日星期日"), Some((7, 5)));
    assert_eq!(mismatch("5月18日（星期三）上午"), None);
}

use crate::parse;

/// The names and posts that are read from `text`, as 姓名:职务·职务.
fn people(text: &str) -> Vec<String> {
    let Ok(document) = parse(text) else { return Vec::new() };
    let posts = |p: &crate::Person| p.posts.iter().map(|q| q.text.as_str()).collect::<Vec<_>>().join("·");
    document.people.iter().map(|p| format!("{}:{}", p.name.text, posts(p))).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(people(text), expected, "{text}");
}

#[test]
fn names_after_posts() {
    check("局长林晓峰主持会议。", &["林晓峰:局长"]);
    check("副县长周明，人事处处长郁有学，参加会议。", &["周明:副县长", "郁有学:人事处处长"]);
    check("李强主持召开会议。", &["李强:"]);
    check("副市长欧阳晓东、诸葛明汇报。", &["欧阳晓东:副市长", "诸葛明:副市长"]);
    check("县委书记高岩向群众问好。", &["高岩:县委书记"]);
    check("校长姚郁与师生座谈。", &["姚郁:校长"]);
}

#[test]
fn chains_of_posts() {
    check(
        "青山市国资委党委委员、副秘书长、管理局党委书记林晓峰出席。",
        &["林晓峰:青山市国资委党委委员·青山市国资委副秘书长·管理局党委书记"],
    );
    check("局党组书记、局长林晓峰讲话。", &["林晓峰:局党组书记·局长"]);
    check("校党委副书记、纪委书记林晓峰讲话。", &["林晓峰:校党委副书记·校纪委书记"]);
    check("校党委常委、校长助理林晓峰参加会议。", &["林晓峰:校党委常委·校长助理"]);
    check("党委书记兼院长林晓峰讲话。", &["林晓峰:党委书记·院长"]);
    check("副校长林晓峰、周明远出席，主席陈立新和王建国出席。", &["林晓峰:副校长", "周明远:副校长", "陈立新:主席", "王建国:"]);
}

#[test]
fn posts_after_the_name() {
    check("林晓峰（市委书记）出席会议。", &["林晓峰:市委书记"]);
    check("由林晓峰任组长、周明任副组长。", &["林晓峰:组长", "周明:副组长"]);
    check("林晓峰、周明远当选为商会副会长。", &["林晓峰:商会副会长", "周明远:商会副会长"]);
    check("林晓峰委员说，要抓落实。", &["林晓峰:委员"]);
    check("林晓峰总理指出，要抓落实。", &["林晓峰:"]);
    check("林晓峰代表学校致辞。", &["林晓峰:"]);
}

#[test]
fn rosters_and_contact_lists() {
    let roster = "成立青山县防汛工作领导小组。\n组　长：林 峰  周明远\n副组长：陈立新";
    check(roster, &["林峰:青山县防汛工作领导小组组长", "周明远:青山县防汛工作领导小组组长", "陈立新:青山县防汛工作领导小组副组长"]);
    check("联系人：办公室 林晓峰（0451-82560000）", &["林晓峰:"]);
    check("青山新闻网讯（记者 林晓峰 摄影 周明远）近日，", &["林晓峰:", "周明远:"]);
    check("林晓峰：同意。", &["林晓峰:"]);
}

#[test]
fn names_of_other_peoples() {
    check("副主席阿布力孜·吐尼亚孜出席。", &["阿布力孜·吐尼亚孜:副主席"]);
    check("副主席林晓峰、向巴平措、周明远出席。", &["林晓峰:副主席", "向巴平措:副主席", "周明远:副主席"]);
    check("部长会见法国总统马克龙。", &["马克龙:法国总统"]);
    check("犯罪嫌疑人李某某、王某被抓获。李某某供认。", &["李某某:", "王某:"]);
}

#[test]
fn lists_show_names() {
    check("汪洋、周明远陪同前往灾区。", &["汪洋:", "周明远:"]);
    check("林晓峰、罗富和、周明远出席。", &["林晓峰:", "罗富和:", "周明远:"]);
}

#[test]
fn lists_show_the_names_before_and_between() {
    check("栗战声、郭声琨、周强、曹建明出席活动。", &["栗战声:", "郭声琨:", "周强:", "曹建明:"]);
    check("陈竺、王东、白玛扎西、丁仲礼出席。", &["陈竺:", "王东:", "白玛扎西:", "丁仲礼:"]);
    // A body or a place beside a list of names is none.
    check("人事处、林晓峰、周明远出席。", &["林晓峰:", "周明远:"]);
    check("副校长林晓峰、后勤处、周明远出席。", &["林晓峰:副校长", "周明远:"]);
}

#[test]
fn subjects_before_prepositions_and_acts() {
    check("林晓峰同周远山一道参加会议。", &["林晓峰:", "周远山:"]);
    check("赵乐际主持座谈会。", &["赵乐际:"]);
    check("倪书同出席会议。", &["倪书同:"]);
    check("副省长韩正在青山调研。", &["韩正:副省长"]);
    check("学生王晓峰说，要好好学习。", &["王晓峰:"]);
    check("全校师生在礼堂集合，方案在会上通过，学生高度重视。", &[]);
    check("双方在俄罗斯和塔吉克斯坦举行活动。", &[]);
}

#[test]
fn bodies_of_posts_keep_their_words() {
    check("中央书记处书记、中央党的群众路线活动领导小组组长林晓峰出席。", &["林晓峰:中央书记处书记·中央党的群众路线活动领导小组组长"]);
    check("国务院副总理、中青总理定期会晤委员会中方主席林晓峰出席。", &["林晓峰:国务院副总理·中青总理定期会晤委员会中方主席"]);
    check("董事长周明远、新希望山水集团有限公司董事长林晓峰出席。", &["周明远:董事长", "林晓峰:新希望山水集团有限公司董事长"]);
    check("校长办公室主任林晓峰参加。", &["林晓峰:校长办公室主任"]);
    check("中共中央总书记中央军委主席林晓峰出席。", &["林晓峰:中共中央总书记·中央军委主席"]);
    check("宣传部部长兼统战部部长林晓峰出席。", &["林晓峰:宣传部部长·统战部部长"]);
}

#[test]
fn chains_across_a_comma_and_of_one_committee() {
    check("校党委副书记、纪委书记，国家监委驻青山大学监察专员林晓峰出席。", &["林晓峰:校党委副书记·校纪委书记·国家监委驻青山大学监察专员"]);
    check("林晓峰同志任青山大学党委委员、常委、书记。", &["林晓峰:青山大学党委委员·青山大学党委常委·青山大学党委书记"]);
    check("各学院党委书记、院长，党委宣传部部长林晓峰出席。", &["林晓峰:党委宣传部部长"]);
    check("以林晓峰同志为书记的党委作出部署。", &[]);
}

#[test]
fn references_by_surname() {
    let Ok(document) = parse("市委书记林晓峰主持会议。林书记强调，要抓落实。张书记没有来。") else { return };
    assert_eq!(document.people.len(), 1);
    assert_eq!(document.people[0].mentions.len(), 2);
}

#[test]
fn authors_of_what_is_cited_are_no_people_of_the_text() {
    check("学习贯彻周明远新时代中国特色社会主义思想。", &[]);
    check("传达学习周明远总书记在青山考察时的重要讲话精神。", &[]);
    check("以周明远同志为核心的党中央作出部署。", &[]);
    check("听取了省委书记林晓峰代表省委所作的报告。", &[]);
    check("周明远总书记来校视察并发表重要讲话。", &["周明远:"]);
    check("副校长林晓峰讲话。", &["林晓峰:副校长"]);
    check("林晓峰传达了周明远总书记重要讲话精神。", &["林晓峰:"]);
}

#[test]
fn no_names() {
    for text in [
        "各单位要严格考核，广泛开展活动。",
        "今天下午，高度重视安全工作。",
        "书记高度重视，校长严格要求。",
        "从老家来到城里，应严格按照规定办理。",
        "茅山村、翁拉村、中塘村主持开展工作。",
        "大家要向老师学习，单位同志都要参加。",
        "引导广大教师以赤诚之心投身教育。",
        "石油、金融、农业、水利等行业。",
        "云阳县县长到会。",
        "局长办公会研究决定。",
        "任何单位、任何个人不得干预。",
        "维护宪法权威，发挥关键作用。",
    ] {
        check(text, &[]);
    }
}

#[test]
fn long_lists_stay_linear() {
    let names = "林晓峰、".repeat(20_000);
    let spaces = " ".repeat(200_000);
    for text in [names.clone(), format!("副校长{names}"), format!("林{spaces}峰"), "、".repeat(200_000), "副局长".repeat(50_000)] {
        let start = std::time::Instant::now();
        assert!(parse(&text).is_ok());
        assert!(start.elapsed().as_secs() < 20, "{} bytes", text.len());
    }
}

use crate::document::{Directive, Modality, ResponsibleRole, Text};
use crate::parse;

fn directives(text: &str) -> Vec<Directive> {
    parse(text).expect("short text").directives
}

fn read(text: &str) -> Vec<String> {
    directives(text).into_iter().map(|d| d.content.text.into()).collect()
}

fn only(text: &str) -> Directive {
    let mut list = directives(text);
    assert_eq!(list.len(), 1, "{text}: {list:?}");
    list.remove(0)
}

fn names(list: &[Text]) -> Vec<&str> {
    list.iter().map(|t| t.text.as_str()).collect()
}

#[test]
fn a_modal_makes_a_directive() {
    assert_eq!(read("会议强调，各单位要落实责任。"), ["各单位要落实责任"]);
    assert_eq!(read("会议强调，安全生产是头等大事。要加强巡查，严禁带火入山。"), ["要加强巡查，严禁带火入山"]);
}

#[test]
fn what_is_praised_or_done_is_none() {
    assert!(read("会议指出，推进管护站建设，是保护水源的重要举措。").is_empty());
    assert!(read("会议指出，今年以来，各乡镇开展了巡查，取得明显成效。").is_empty());
    assert!(read("青山管理局要求严格，职工要加班。").is_empty());
    assert!(read("会议指出，管护制度已经建立，不能变也不会变。").is_empty());
    assert!(read("青山管理局\n关于做好防汛工作的通知\n各科室：\n管理局于1月22日印发了方案。\n").is_empty());
}

#[test]
fn force_and_addressee() {
    let list = directives("会议要求，各乡镇要加强巡查。不得擅自离岗。");
    assert_eq!(list[0].addressees[0].text, "各乡镇");
    assert_eq!(list[1].modality, Modality::Prohibition);
}

#[test]
fn the_subject_of_the_modal_has_to_act() {
    for (text, who) in [
        ("会议强调，县防指发出了通知，各乡镇要抓好巡查。", Some("各乡镇")),
        ("会议强调，水务系统各级党组织和广大职工特别是站所负责人要守土尽责。", Some("水务系统各级党组织和广大职工特别是站所负责人")),
        ("会议强调，全体职工，特别是巡查人员要熟悉路线。", Some("全体职工，特别是巡查人员")),
        ("会议强调，汛期需要在岗值守的人员必须做好防护。", Some("汛期需要在岗值守的人员")),
        ("会议强调，各站所对上级下发的文件要吃透。", Some("各站所")),
        ("会议强调，请各站所做好记录。", Some("各站所")),
        ("会议强调，党办要列出清单。", Some("党办")),
        // Whoever is named is not who has to act.
        ("会议强调，要管好大门，外来人员一律不准入内。", None),
        ("会议强调，要支持水厂优化布局，提升水质。", None),
        ("会议强调，水厂制定的方案，要逐项落实。", None),
        ("会议强调，请他们做好观察。", None),
        ("会议强调，巡查方面要突出重点。", None),
    ] {
        let directive = only(text);
        assert_eq!(directive.addressees.first().map(|t| t.text.as_str()), who, "{text}");
    }
}

#[test]
fn whoever_was_named_before_is_inherited() {
    let list = directives("会议要求，各乡镇要加强巡查。要备足沙袋。\n会议强调，要抓好宣传。");
    assert_eq!(names(&list[1].inherited), ["各乡镇"]);
    assert!(list[1].addressees.is_empty() && list[0].inherited.is_empty());
    assert!(list[2].inherited.is_empty(), "another speech begins");
    let list = directives("局长林晓峰对各科室提出两点要求：一是抓好值守。二是管好物资。");
    assert_eq!(names(&list[0].inherited), ["各科室"]);
    assert_eq!(names(&list[1].inherited), ["各科室"]);
}

#[test]
fn who_has_to_act_stands_before_a_time_or_after_an_asking() {
    for (text, who) in [
        ("会议要求，各站所（分队）、各科室汛期前要检修设备。", Some("各站所（分队）、各科室")),
        ("会议要求，财务科放假期间不得留存现金。", Some("财务科")),
        ("会议要求，各学生公寓要盘点物资。", Some("各学生公寓")),
        ("会议要求，请各县（市、区）教育局核对名单。", Some("各县（市、区）教育局")),
        // With whom, and whose behaviour.
        ("会议要求，未尽事宜，请与青山县教育局联系。", None),
        ("会议要求，教育学生汛期前不要下河。", None),
    ] {
        let list = directives(text);
        assert_eq!(list[0].addressees.first().map(|t| t.text.as_str()), who, "{text}");
    }
}

#[test]
fn a_deadline_is_what_bounds_or_ends() {
    let due = |text: &str| only(text).deadline.map(|t| t.text);
    for (text, time) in [
        ("会议要求，各单位要在6月底前完成整改。", Some("6月底前")),
        ("会议要求，各单位要三日内报送方案。", Some("三日内")),
        ("会议要求，确保今年各项任务按时完成。", Some("今年")),
        ("会议要求，到2027年，要建成两座水厂。", Some("2027年")),
        ("会议要求，2027年各镇要全面消除隐患点。", Some("2027年")),
        ("会议要求，“十四五”期间，要建好管网。", Some("“十四五”期间")),
        ("会议要求，48小时抢修窗口期，要全力抢通道路。", Some("48小时抢修窗口期")),
        ("会议要求，放假期间，各科室要安排专人值守。", Some("放假期间")),
        ("会议要求，漏水点要在放假期间修补完毕。", Some("放假期间")),
        ("会议要求，确保8月底水质明显好转。", Some("8月底")),
        ("会议要求，2027年要抓好堤坝巡查。", Some("2027年")),
        ("会议要求，各科室要在假前检修设备。", Some("假前")),
        ("会议要求，力争到2027年使水质全面好转。", Some("2027年")),
        ("会议要求，各科室要提前三天报送名单。", Some("提前三天")),
        ("会议要求，用两年左右时间补齐短板。", Some("两年左右时间")),
        ("会议要求，各站所要把台账于5月8日公示在村务栏。", Some("5月8日")),
        ("会议要求，评审定于5月8日进行，各站所请于当天上午八时前到场。", Some("当天上午八时前")),
        ("会议要求，各站所要在开展巡查前检修设备。", Some("开展巡查前")),
        ("会议要求，会前要备齐材料。", Some("会前")),
        // When in general, how long, how often, or whose.
        ("会议要求，今年要重点抓好巡查。", None),
        ("会议要求，要稳妥推进今年后几个月的改造。", None),
        ("会议要求，各站所要24小时值守。", None),
        ("会议要求，要总结近三年内的经验。", None),
        ("会议要求，要守住“十四五”时期的成果。", None),
        ("会议要求，自即日起要严格登记。", None),
        ("会议要求，会议期间要关闭手机。", None),
        ("会议要求，节日期间，大院要封闭管理。", None),
        ("会议要求，各科室要继续做好年底前各项工作。", None),
        ("会议要求，要把巡查作为今后一段时期内的重要任务。", None),
        ("会议要求，3月20日我站已启动值守，要严格登记。", None),
        ("会议要求，县水务局于2027年9月15日9时启动响应，各站所要全面巡查。", None),
        ("会议要求，实现规划提出的到2027年建成水网的目标，必须加大投入。", None),
        ("会议要求，2027年全面建成水网后，要管好用好。", None),
        ("会议要求，外来人员须持48小时内核酸检测证明。", None),
        ("会议要求，发言要控制在十分钟以内。", None),
        ("会议要求，各科室要提供48小时内证明。", None),
        ("会议要求，职工七天内如有发热要报告。", None),
        ("会议要求，要谋划好未来五年发展。", None),
        ("会议要求，要谋划超前，减少事前审批。", None),
        ("会议要求，要走在时代前列，守在群众面前。", None),
    ] {
        assert_eq!(due(text).as_deref(), time, "{text}");
    }
}

#[test]
fn who_leads_and_who_assists() {
    let duties = |text: &str| {
        let list = only(text).responsible;
        list.into_iter().map(|r| (r.role == ResponsibleRole::Lead, String::from(r.organization.text))).collect::<Vec<_>>()
    };
    let lead = |name: &str| (true, name.to_owned());
    let assist = |name: &str| (false, name.to_owned());
    assert_eq!(duties("会议要求，要抓好清淤，由水务局牵头，林业站、供电所配合。"), [lead("水务局"), assist("林业站"), assist("供电所")]);
    assert_eq!(duties("会议要求，要抓好清淤（水务局牵头，林业站配合）。"), [lead("水务局"), assist("林业站")]);
    assert_eq!(duties("会议要求，要抓好清淤（责任单位：水务局、林业站）。"), [lead("水务局"), lead("林业站")]);
    assert_eq!(duties("会议要求，各站所主要负责人要负第一责任人的责任。"), [lead("各站所主要负责人")]);
    assert_eq!(duties("会议要求，要抓好清淤，由水务局负责。"), [lead("水务局")]);
    assert!(duties("会议要求，各科室要密切协作、全力以赴。").is_empty());
    assert!(duties("会议要求，各部门要认真负责。").is_empty());
}

#[test]
fn lines_of_labels_are_about_the_directives_before_them() {
    let text = "青山管理局关于做好防汛工作的通知\n青管发〔2027〕8号\n各乡镇人民政府：\n1. 加强河道巡查。完善巡查台账。\n责任单位：水务科；配合单位：办公室；完成时限：6月底前\n2. 抓好物资储备工作。\n青山管理局\n2027年5月1日\n";
    let list = directives(text);
    let of = |i: usize| list[i].responsible.iter().map(|r| r.organization.text.as_str()).collect::<Vec<_>>();
    assert_eq!(list.len(), 3, "{:?}", read(text));
    assert_eq!(of(0), ["水务科", "办公室"]);
    assert_eq!(of(1), ["水务科", "办公室"]);
    assert_eq!(list[1].deadline.as_ref().map(|t| t.text.as_str()), Some("6月底前"));
    assert!(of(2).is_empty());
    assert_eq!(names(&list[2].inherited), ["各乡镇人民政府"]);
}

#[test]
fn actions_are_divided_where_verb_phrases_are_joined() {
    let actions = |text: &str| only(text).actions.into_iter().map(|a| a.text).collect::<Vec<_>>();
    assert_eq!(actions("会议要求，各站所要加强组织领导、细化任务分工，落实值守责任。"), ["加强组织领导", "细化任务分工", "落实值守责任"]);
    assert_eq!(actions("会议要求，要加强排查整改并建立管理台账。"), ["加强排查整改", "建立管理台账"]);
    assert_eq!(actions("会议要求，要加强检查、维修、保养工作。"), ["加强检查、维修、保养工作"]);
    assert_eq!(actions("会议要求，要抓好跟踪协调、数据汇总和经验交流工作。"), ["抓好跟踪协调、数据汇总和经验交流工作"]);
}

#[test]
fn conditions_stand_before_what_is_demanded() {
    let condition = |text: &str| only(text).condition.map(|t| t.text);
    assert_eq!(condition("会议要求，凡未经批准的，一律不得进入库区。").as_deref(), Some("凡未经批准的"));
    assert_eq!(condition("会议要求，如遇险情，要立即上报。").as_deref(), Some("如遇险情"));
    assert_eq!(condition("会议要求，对落实不力的，要严肃问责。").as_deref(), Some("对落实不力的"));
    assert_eq!(condition("会议要求，对重点河段，要加密巡查。"), None);
    assert_eq!(condition("会议要求，各站所要凡事留痕。"), None);
}

#[test]
fn hopes_in_a_list_begin_with_whom_they_are_of() {
    let list = directives("林晓峰提出两点希望：一是希望各站所坚守岗位。二是希望全体职工加强学习。");
    let read: Vec<_> = list.iter().map(|d| (d.content.text.as_str(), d.modality, names(&d.addressees))).collect();
    assert_eq!(
        read,
        [("各站所坚守岗位", Modality::Encouragement, vec!["各站所"]), ("全体职工加强学习", Modality::Encouragement, vec!["全体职工"])]
    );
}

#[test]
fn demands_put_forward_without_a_frame() {
    let text = "会上，管理局对下一步工作作出了具体安排。一是各科室抓好排查。二是成立防汛专班。";
    assert_eq!(read(text), ["各科室抓好排查", "成立防汛专班"]);
    assert!(read("会上，管理局总结了三条经验。一是各科室抓好排查。二是成立防汛专班。").is_empty());
}

#[test]
fn a_series_that_goes_on_past_its_sentence_divides_none() {
    assert_eq!(read("会议要求，各站所要做到两点，一是要守岗。二是要勤巡查。"), ["各站所要做到两点，一是要守岗", "要勤巡查"]);
    assert_eq!(read("会议要求，各站所要做到两点，一是要守岗位，二是要勤巡查。"), ["各站所要做到两点", "要守岗位", "要勤巡查"]);
}

#[test]
fn what_must_be_within_an_attribute_is_stated() {
    assert!(read("会议强调，防汛是我们必须始终抓好的大事。这是我们要思考的方向。没有安全，那就不可能有发展。").is_empty());
    assert_eq!(read("会议强调，关键是要落实好上级的部署。各站所不可擅离岗位。"), ["关键是要落实好上级的部署", "各站所不可擅离岗位"]);
}

#[test]
fn a_pledge_is_no_directive() {
    assert!(read("他们表示，要利用自己的岗位作出更大贡献。").is_empty());
    assert_eq!(read("县委表示，各乡镇要抓好巡查。"), ["各乡镇要抓好巡查"]);
}

#[test]
fn pairs_go_on_past_a_semicolon() {
    let text = "会议强调，必须坚持科学调度，既重视上游，又重视下游；既重视汛期，又重视旱期，汛期是关键。";
    assert_eq!(read(text).len(), 2);
    assert!(read("会议指出，成绩来之不易；既有领导的关心，又有大家的努力。").is_empty());
}

#[test]
fn a_marker_that_demands_makes_a_directive() {
    let text = "会议强调，一要加强巡查。二要扩大清淤，重点是河口。";
    assert_eq!(read(text), ["加强巡查", "扩大清淤，重点是河口"]);
}

#[test]
fn whom_one_asks_has_to_act() {
    for (text, who) in [
        ("会议强调，要加强管护。鼓励竹编企业培育品牌，支持农户参与。", Some("竹编企业")),
        ("局长林晓峰希望林区干部坚守岗位，带着感情做好工作。", Some("林区干部")),
        ("会议强调，要加强管护。当地政府、工厂要关怀职工。", Some("当地政府、工厂")),
        ("局长林晓峰希望学生会和各位代表立足当前，抓好学习。", Some("学生会和各位代表")),
        // What is told of somebody, and a noun that he only qualifies, demand nothing of him.
        ("会议强调，要加强管护。上半年企业充分发挥了作用，下半年要抓好收尾。", None),
        ("会议强调，要加强管护。企业监督工作要着力推动发展。", None),
        ("会议强调，要加强管护。鼓励培育品牌，支持企业发展的方案要细化。", None),
    ] {
        let list = directives(text);
        let last = list.last().expect("a directive");
        assert_eq!(names(&last.addressees), who.into_iter().collect::<Vec<_>>(), "{text}");
    }
}

#[test]
fn a_part_of_the_year_bounds_what_is_demanded() {
    let due = |text: &str| directives(text).pop().and_then(|d| d.deadline).map(|t| t.text);
    assert_eq!(due("会议强调，下半年要突出抓好清淤工作。").as_deref(), Some("下半年"));
    assert_eq!(due("会议强调，要总结上半年的经验。"), None);
}

#[test]
fn what_one_plans_goes_on_past_its_sentence() {
    assert_eq!(read("会议强调，下一步管理局将统筹协调，抓好巡查。做实各项措施，筑牢屏障。要抓好值守。"), ["要抓好值守"]);
}

#[test]
fn a_fact_among_proposals_is_none() {
    assert_eq!(read("林晓峰提出三点建议：一是水源保护基金正式成立。二是抓好清淤。三是加强交流。"), ["抓好清淤", "加强交流"]);
}

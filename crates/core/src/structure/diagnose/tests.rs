use crate::diagnostic::Code;
use crate::options::Options;
use crate::parse::Parser;

fn codes(text: &str) -> Vec<Code> {
    Parser::with_options(Options::default()).parse(text).map(|d| d.diagnostics.into_iter().map(|d| d.code).collect()).unwrap_or_default()
}

/// `text` has `code`, `near` nearly has it.
#[track_caller]
fn check(code: Code, text: &str, near: &str) {
    assert!(codes(text).contains(&code), "{text}: {:?}", codes(text));
    assert!(!codes(near).contains(&code), "{near}: {:?}", codes(near));
}

#[test]
fn count_mismatch() {
    check(Code::CountMismatch, "会议要求抓好三个方面：一是学习；二是整改。", "会议要求抓好两个方面：一是学习；二是整改。");
    check(Code::CountMismatch, "处理好“三个关系”，即快与好的关系、近与远的关系。", "处理好“三个关系”，即质量、进度、成本的关系。");
    // The count is of something else, some sentences before.
    assert!(
        !codes("全县有五个方面的短板需要补齐。会议研究了对策，明确了分工。陈立新要求，一是学习；二是整改。").contains(&Code::CountMismatch)
    );
}

#[test]
fn ordinal_gap_and_repeat() {
    check(Code::OrdinalGap, "一是抓学习；三是抓整改。", "一是抓学习；二是抓整改。");
    check(Code::OrdinalRepeat, "周敏说，一是抓学习，一是抓整改。", "陈立新说，一是抓学习，二是抓整改。周敏说，一是讲纪律，二是守时间。");
    check(Code::OrdinalRepeat, "一是抓学习；二是抓整改；二是抓长效。", "一是抓学习；二是抓整改；三是抓长效。");
}

#[test]
fn label_drift() {
    check(Code::LabelDrift, "一是抓学习；二要抓整改。", "一是要抓学习；二是要抓整改；最后，要抓长效。");
}

#[test]
fn unmatched_pair() {
    check(Code::UnmatchedPair, "他强调，“安全不是口号，各站所要落实。", "他说：\n“安全不是口号。\n“各站所要落实。”");
    check(Code::UnmatchedPair, "办公室汇总情况（每月底前报局长。", "1）勘察\n2）施工\n参加人员（共三人\n，含司机）。");
}

#[test]
fn duplicate_attendee() {
    check(
        Code::DuplicateAttendee,
        "副局长林晓峰、总工程师陈立新、副局长林晓峰出席会议。",
        "副局长林晓峰、总工程师陈立新出席会议，林晓峰、周敏讲话。",
    );
}

#[test]
fn inconsistent_post() {
    check(
        Code::InconsistentPost,
        "青山管理局局长林晓峰出席会议。青山管理局副局长林晓峰讲话。",
        "青山管理局局长林晓峰出席会议。局党组书记、局长林晓峰讲话。",
    );
}

#[test]
fn unresolved_speaker() {
    check(Code::UnresolvedSpeaker, "并指出，要抓好防汛。", "5月18日，局长林晓峰主持会议并指出，要抓好防汛。");
}

#[test]
fn unresolved_date() {
    check(
        Code::UnresolvedDate,
        "5月18日，青山管理局召开安全生产动员大会。",
        "2012年5月18日，青山管理局召开安全生产动员大会。全局上下今年以来成绩明显。",
    );
}

#[test]
fn date_weekday_mismatch() {
    check(Code::DateWeekdayMismatch, "2022年3月8日（星期一），会议召开。", "2022年3月8日（星期二），会议召开。");
}

#[test]
fn directive_without_addressee() {
    let text = |last: &str| format!("会议要求：一是各科室要排查隐患；二是各站所要落实整改；三是{last}要抓好督查。");
    check(Code::DirectiveWithoutAddressee, &text(""), &text("办公室"));
}

#[test]
fn unrepaired_text() {
    check(Code::UnrepairedText, "会议在\u{fffd}\u{fffd}局召开，林晓峰主持。", "会议在青山局召开，林晓峰主持。");
}

#[test]
fn limit_reached() {
    check(Code::LimitReached, &"（".repeat(90), &"（".repeat(20));
    check(Code::LimitReached, &"未完（\n".repeat(150), &"已完（）\n".repeat(150));
}

#[test]
fn messages_are_filled_in() {
    let text = "会议要求抓好三个方面：一是学习；二是整改。";
    let found = crate::parse(text).map(|d| d.diagnostics).unwrap_or_default();
    let [only] = &found[..] else { panic!("{found:?}") };
    assert_eq!(only.message, "“三个方面”与所列的2项不符");
    assert_eq!(only.message_en, "“三个方面” does not agree with the 2 items listed");
    assert_eq!(&text[only.span.range()], "三个方面");
    assert_eq!(only.related.len(), 2);
}

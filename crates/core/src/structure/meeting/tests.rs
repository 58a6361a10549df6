//! Meetings read from whole texts, and what must not be read as one.

use crate::document::Document;

fn read(text: &str) -> Document {
    crate::parse(text).unwrap_or_else(|e| panic!("{e}"))
}

/// The meetings of a text: name, organizers, venue and chairs, with / between them.
fn meetings(text: &str) -> Vec<String> {
    let document = read(text);
    let person = |i: &u32| document.people[*i as usize].name.text.to_string();
    document
        .meetings
        .iter()
        .map(|m| {
            let organizers: Vec<&str> = m.organizers.iter().map(|o| o.text.as_str()).collect();
            let venue = m.venue.as_ref().map_or("", |v| v.text.as_str());
            let chairs: Vec<String> = m.chairs.iter().map(person).collect();
            format!("{}/{}/{}/{}", m.name.text, organizers.join("、"), venue, chairs.join("、"))
        })
        .collect()
}

#[test]
fn the_object_of_a_convening_verb_is_the_meeting() {
    let text = "青山管理局在二楼会议室召开“强基础、促发展”专题座谈会，研究下一步工作。青山管理局局长林晓峰主持会议。";
    assert_eq!(meetings(text), ["“强基础、促发展”专题座谈会/青山管理局/二楼会议室/林晓峰"]);
}

#[test]
fn the_subject_of_a_convening_verb_is_the_meeting_too() {
    let text = "全省林业工作会议在青山市隆重召开。会议由省林业局局长林晓峰主持。会议强调，要抓好防火。";
    assert_eq!(meetings(text), ["全省林业工作会议//青山市/林晓峰"]);
}

#[test]
fn who_chairs_and_convenes_is_both() {
    assert_eq!(meetings("市长林晓峰主持召开市政府常务会议，研究防汛工作。"), ["市政府常务会议/林晓峰//林晓峰"]);
}

#[test]
fn a_bare_meeting_takes_its_name_from_the_headline() {
    let text = "林晓峰主持青山市委常委会会议\n青山市委常委会召开会议，研究防汛工作。市委书记林晓峰主持会议。";
    assert_eq!(meetings(text), ["青山市委常委会会议/青山市委常委会//林晓峰"]);
}

#[test]
fn mentioned_and_planned_meetings_stay_out() {
    for text in [
        "青山管理局学习贯彻全省林业工作会议精神，部署春季造林。",
        "青山管理局将召开全系统动员大会。",
        "林晓峰指出，去年我们召开了多次座谈会。",
        "青山管理局委员会改选结束，社会各界广泛关注。",
        "青山市举办美食博览会，游客如织。",
        "各单位要定期召开安全生产例会。",
    ] {
        assert!(meetings(text).is_empty(), "{text}: {:?}", meetings(text));
    }
}

#[test]
fn the_head_of_minutes_is_a_meeting() {
    let text = "青山管理局第3次局长办公会议纪要\n时间：2024年3月2日\n地点：二楼会议室\n主持人：林晓峰\n会议研究了防汛工作。";
    assert_eq!(meetings(text).len(), 1);
    assert!(meetings(text)[0].starts_with("青山管理局第3次局长办公会议//二楼会议室/"));
}

#[test]
fn hosts_are_organizers() {
    let text = "青山生态论坛在白云镇开幕。论坛由青山市林业局和白云大学共同举办。";
    assert_eq!(meetings(text), ["青山生态论坛/青山市林业局和白云大学/白云镇/"]);
}

use crate::document::Modality;
use crate::parse;

fn read(text: &str) -> Vec<String> {
    parse(text).expect("short text").directives.into_iter().map(|d| d.content.text).collect()
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
}

#[test]
fn force_and_addressee() {
    let document = parse("会议要求，各乡镇要加强巡查。不得擅自离岗。").expect("short text");
    assert_eq!(document.directives[0].addressees[0].text, "各乡镇");
    assert_eq!(document.directives[1].modality, Modality::Prohibition);
}

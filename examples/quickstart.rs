//! Reads a text and prints who must do what by when.

use gongwen_examples::TEXT;

fn main() -> Result<(), gongwen::Error> {
    let document = gongwen::parse(TEXT)?;
    for meeting in &document.meetings {
        println!("会议：{}", meeting.name.text);
    }
    for directive in &document.directives {
        let who = directive.addressees.first().map_or("（未写明）", |a| a.text.as_str());
        let when = directive.deadline.as_ref().map_or("", |t| t.text.as_str());
        println!("{who}\t{when}\t{}", directive.content.text);
    }
    Ok(())
}

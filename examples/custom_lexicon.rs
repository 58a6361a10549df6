//! Adds an organisation and a title that only one's own texts know.

use gongwen::{Options, Parser};

const WORDS: &str = "# 本单位的词：词、制表符、类别\n数智办\torganization\n链长\ttitle\t产业链的\n";

fn main() -> Result<(), gongwen::Error> {
    let text = "数智办链长林晓峰主持会议。";
    let parser = Parser::with_options(Options::new().lexicon(WORDS)?);
    let document = parser.parse(text)?;
    for post in &document.people[0].posts {
        println!("{}：{}", document.people[0].name.text, post.text);
    }
    assert_eq!(document.people[0].posts[0].text, "数智办链长");
    // A mistake names its line.
    if let Err(mistake) = Options::new().lexicon("数智办") {
        println!("{mistake}");
    }
    Ok(())
}

#[test]
fn it_runs() {
    main().expect("the example runs");
}

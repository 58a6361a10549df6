//! Prints everybody whom a text names, with posts, roles and the places of their names.

use gongwen_examples::TEXT;

fn main() -> Result<(), gongwen::Error> {
    let document = gongwen::parse(TEXT)?;
    for person in &document.people {
        let posts: Vec<&str> = person.posts.iter().map(|p| p.text.as_str()).collect();
        println!("{}\t{}\t{:?}\t{} 处", person.name.text, posts.join("、"), person.roles, person.mentions.len());
        // A span indexes the text that was parsed.
        assert_eq!(&TEXT[person.name.span.range()], person.name.text);
    }
    for group in &document.groups {
        println!("{}\t{:?}", group.text, group.role);
    }
    Ok(())
}

//! Writes the task sheet (督办清单) of a text as CSV: who must do what by when.

use gongwen::render::{TaskSheet, tasks};
use gongwen_examples::TEXT;

fn main() -> Result<(), gongwen::Error> {
    let document = gongwen::parse(TEXT)?;
    let sheet = TaskSheet::new();
    let tasks = tasks(&document, TEXT);
    print!("{}{}", sheet.csv_header(), sheet.csv_rows(&tasks, ""));
    for task in &tasks {
        // Each row tells where in the text it stands.
        assert_eq!(&TEXT[task.span.range()], task.what);
    }
    Ok(())
}

#[test]
fn it_runs() {
    main().expect("the example runs");
}

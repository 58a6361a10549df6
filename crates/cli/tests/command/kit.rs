//! What the tests share: the command, texts, and files of every kind.

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A meeting whose parts are plain to read.
pub(crate) const MEETING: &str = "青山管理局召开安全生产动员大会\n\
    2024年5月18日上午，青山管理局召开安全生产动员大会。局长林晓峰主持会议。\n\
    林晓峰强调，各单位要在2024年6月20日前完成自查，不得瞒报。\n";

/// The command.
pub(crate) fn gongwen() -> Command {
    let mut command = Command::cargo_bin("gongwen").expect("the binary is built");
    command.env_remove("NO_COLOR");
    command
}

/// The workspace's folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A folder with these files.
pub(crate) fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, content) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder within");
        std::fs::write(path, content).expect("a file is written");
    }
    folder
}

/// Standard output of a run that ends well.
pub(crate) fn output(arguments: &[&str], input: &str) -> String {
    let done = gongwen().args(arguments).write_stdin(input).assert().success();
    String::from_utf8(done.get_output().stdout.clone()).expect("the output is text")
}

/// A Word document with one paragraph for each text.
pub(crate) fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let body: String = paragraphs.iter().map(|p| format!("<w:p><w:r><w:t>{p}</w:t></w:r></w:p>")).collect();
    archive(&[
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", &format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>")),
    ])
}

/// What says which part of a Word document is the main one.
pub(crate) const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// A ZIP archive.
pub(crate) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part begins");
        zip.write_all(content.as_bytes()).expect("a part is written");
    }
    zip.finish().expect("an archive").into_inner()
}

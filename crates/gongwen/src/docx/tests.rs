//! Word documents made here, part by part.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{DocxError, text};

const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const DOCUMENT_RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="/word/styles.xml"/></Relationships>"#;
const NUMBERING: &str = r#"<w:numbering xmlns:w="w">
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="1"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"#;
const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="9"><w:name w:val="TOC 1"/></w:style><w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style></w:styles>"#;

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part begins");
        zip.write_all(content.as_bytes()).expect("a part is written");
    }
    zip.finish().expect("an archive").into_inner()
}

fn docx(body: &str) -> Vec<u8> {
    let document = format!(r#"<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>{body}</w:body></w:document>"#);
    archive(&[
        ("_rels/.rels", RELS),
        ("word/_rels/document.xml.rels", DOCUMENT_RELS),
        ("word/numbering.xml", NUMBERING),
        ("word/styles.xml", STYLES),
        ("word/document.xml", &document),
    ])
}

fn p(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn numbered(number: u32, level: u32, text: &str) -> String {
    p(&format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>"#), text)
}

fn check(body: &str, expected: &str) {
    assert_eq!(text(&docx(body)).as_deref(), Ok(expected));
}

#[test]
fn paragraphs_are_lines_and_characters_are_unescaped() {
    let runs = "<w:p><w:r><w:t>关于</w:t></w:r><w:r><w:t>安全&amp;保&#x969C;</w:t><w:tab/><w:t>的</w:t><w:br/><w:t xml:space=\"preserve\">通知 </w:t></w:r></w:p><w:p/>";
    check(runs, "关于安全&保障\t的\n通知\n");
}

#[test]
fn the_numbers_that_word_makes_are_restored() {
    let body = [
        p(r#"<w:pStyle w:val="1"/>"#, "总体要求"),
        numbered(1, 1, "指导思想"),
        numbered(1, 1, "基本原则"),
        numbered(1, 2, "坚持统筹"),
        p(r#"<w:pStyle w:val="1"/>"#, "重点任务"),
        numbered(1, 1, "压实责任"),
        numbered(1, 2, "逐级落实"),
        numbered(2, 0, "甲"),
        numbered(2, 0, "乙"),
        numbered(3, 0, "另起"),
        numbered(3, 0, "接续"),
        numbered(4, 0, "一点"),
        p(r#"<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>"#, "不编号"),
        p(r#"<w:pStyle w:val="loop"/>"#, "样式自指"),
        numbered(77, 0, "没有这种编号"),
    ];
    let expected = "一、总体要求\n（一）指导思想\n（二）基本原则\n1.1 坚持统筹\n二、重点任务\n（一）压实责任\n2.1 逐级落实\n\
        1.甲\n2.乙\n5.另起\n6.接续\n• 一点\n不编号\n样式自指\n没有这种编号\n";
    check(&body.concat(), expected);
}

#[test]
fn tables_are_read_row_by_row() {
    let cell = |inner: &str| format!("<w:tc><w:tcPr/>{inner}</w:tc>");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let inner = format!("<w:tbl>{}</w:tbl>", row(&[cell(&p("", "甲")), cell(&p("", "乙"))]));
    let table = [
        row(&[cell(&p("", "单位")), cell(&p("", "任务"))]),
        row(&[cell(&p("", "办公室")), cell(&(p("", "汇总；") + &p("", "上报。"))), cell("<w:p/>")]),
        row(&[cell(&(p("", "说明一") + &p("", "说明二")))]),
        row(&[cell(&inner), cell(&p("", "丙"))]),
    ];
    let body = format!("{}<w:tbl><w:tblPr/>{}</w:tbl>{}", p("", "分工如下："), table.concat(), p("", "完"));
    check(&body, "分工如下：\n单位\t任务\n办公室\t汇总； 上报。\n说明一\n说明二\n甲\t乙\t丙\n完\n");
}

#[test]
fn what_no_reader_sees_is_left_out() {
    let body = "<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr>\
        <w:del><w:r><w:delText>删</w:delText><w:t>删</w:t></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
        <w:r><w:ruby><w:rt><w:r><w:t>tǒng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>统</w:t></w:r></w:rubyBase></w:ruby></w:r>\
        <mc:AlternateContent><mc:Choice><w:r><w:t>新</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>";
    check(&(body.to_owned() + &p(r#"<w:pStyle w:val="9"/>"#, "目录行 3")), "增统新\n");
}

#[test]
fn a_damaged_document_is_told_from_none() {
    let whole = docx(&p("", "会议"));
    assert!(matches!(text(&whole[..whole.len() / 2]), Err(DocxError::Archive { .. })));
    assert!(matches!(text(b"not a zip"), Err(DocxError::Archive { .. })));
    assert_eq!(text(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old"), Err(DocxError::Binary));
    assert_eq!(text(&archive(&[("_rels/.rels", RELS)])), Err(DocxError::MissingPart { part: "word/document.xml".into() }));
    assert_eq!(text(&archive(&[("a.txt", "")])), Err(DocxError::MissingPart { part: "_rels/.rels".into() }));
    let cut = archive(&[("_rels/.rels", RELS), ("word/document.xml", "<w:document><w:body><w:p>")]);
    assert!(matches!(text(&cut), Err(DocxError::Xml { .. })), "{:?}", text(&cut));
    // Styles and numbering may be missing, even where they are announced.
    let bare = archive(&[
        ("_rels/.rels", RELS),
        ("word/_rels/document.xml.rels", DOCUMENT_RELS),
        ("word/document.xml", "<w:document><w:p><w:t>会议</w:t></w:p></w:document>"),
    ]);
    assert_eq!(text(&bare).as_deref(), Ok("会议\n"));
}

#[test]
fn an_archive_that_unpacks_without_end_is_stopped() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    zip.start_file("_rels/.rels", options).expect("a part begins");
    zip.write_all(RELS.as_bytes()).expect("a part is written");
    zip.start_file("word/document.xml", options).expect("a part begins");
    let megabyte = vec![b' '; 1 << 20];
    for _ in 0..=super::package::MAX_PART >> 20 {
        zip.write_all(&megabyte).expect("a part is written");
    }
    let bytes = zip.finish().expect("an archive").into_inner();
    assert!(bytes.len() < 4 << 20);
    assert!(matches!(text(&bytes), Err(DocxError::PartTooLarge { .. })));
    // Entities that stand for one another are not followed.
    let laughs = r#"<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document><w:p><w:t>会&b;议</w:t></w:p></w:document>"#;
    assert_eq!(text(&archive(&[("_rels/.rels", RELS), ("word/document.xml", laughs)])).as_deref(), Ok("会议\n"));
}

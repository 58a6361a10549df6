//! The main text of a web page, without its menus, lists of links and footers.
//!
//! Spans of a Document that is parsed from it index that text, not the page.

mod choose;
mod page;
mod tags;
mod write;

use page::{Page, Piece};

/// The page's title, then its main text: a line for each paragraph, heading, item and row of a table.
///
/// Cells of a row are divided by tabs; the items of a numbered list (`<ol>`) have their numbers.
///
/// ```
/// let page = "<title>通知_青山管理局</title><ul><li><a href=/>首页</a></ul>
///     <div><p>各单位：</p><p>请于6月20日前，将自查报告报送办公室。</p></div>";
/// assert_eq!(gongwen::html::main_text(page), "通知\n各单位：\n请于6月20日前，将自查报告报送办公室。\n");
/// ```
#[must_use]
pub fn main_text(page: &str) -> String {
    let page = Page::read(page);
    let text = write::text(&page.pieces[choose::main(&page.pieces)]);
    match title(&page) {
        Some(title) if !stands_first(&text, &title) => format!("{title}\n{text}"),
        _ => text,
    }
}

/// Among so many first lines of the main text the title may stand.
const HEADING_LINES: usize = 5;

/// Whether the text has the title already: on a line of its own, or broken over the first lines.
fn stands_first(text: &str, title: &str) -> bool {
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let title = bare(title);
    let lines: Vec<String> = text.lines().take(HEADING_LINES).map(bare).collect();
    lines.contains(&title) || (1..lines.len()).any(|n| lines[..=n].concat() == title)
}

/// The title: what the page's own field for it says (ArticleTitle, as public bodies' pages in China have it), else
/// its only first-level heading, else its `<title>` without the site's name.
fn title(page: &Page<'_>) -> Option<String> {
    let mut headings = page.pieces.iter().enumerate().filter_map(|(at, piece)| match piece {
        Piece::Open { name: "h1", end, .. } => Some(inner(&page.pieces[at..*end])).filter(|heading| !heading.trim().is_empty()),
        _ => None,
    });
    let heading = headings.next().filter(|_| headings.next().is_none());
    let name = page.title.as_deref();
    let name = name.and_then(|n| n.split(['_', '|', '－', '—']).next()).and_then(|n| n.split(" - ").next()).map(str::to_owned);
    let title = page.field.clone().or(heading).or(name)?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty()).then_some(title)
}

/// The words of some pieces.
fn inner(pieces: &[Piece<'_>]) -> String {
    let words = pieces.iter().map(|piece| match piece {
        Piece::Words(words, _) => words,
        _ => "",
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html><html><head><meta charset="utf-8"><title>青山管理局召开安全动员大会_青山政务网</title>
<style>p{margin:0}</style><script>var 稿件="不是正文，不是，不是。";</script></head><body>
<div class="top"><a href="/">首页</a> <a href="/news">新闻，动态</a></div>
<ul class="menu"><li><a href="/1">领导，班子，分工，一览</a></li><li><a href="/2">机构，职能，一览</a></li></ul>
<div class="wrap"><div class="path">当前位置：<a href="/">首页</a> &gt; 新闻</div>
<h1>青山管理局召开安全动员大会</h1>
<div id="content"><p>　　5月18日上午，青山管理局召开安全动员大会，局长林晓峰主持会议。</p>
<p>林晓峰强调，<b>各单位</b>要&nbsp;落实责任，<br>要做好三件事：</p>
<ol><li>检查，检查到底；</li><li>整改，整改到位。</li></ol>
<table><tr><th>单位</th><th>时限</th></tr><tr><td>城东<br>分局</td><td><p>5月底，前</p></td></tr></table>
<p style="display: none">隐藏的话，不要读，不要读，不要读。</p></div>
<div class="links"><p>相关链接</p><a href="/a">各地，召开，会议，很长的一个链接标题</a><a href="/b">另一个，也很长，的链接，标题</a></div></div>
<footer>版权所有，青山管理局，未经许可，不得转载。</footer></body></html>"#;

    #[test]
    fn the_main_text_is_found_among_menus_and_footers() {
        let expected = "青山管理局召开安全动员大会\n　　5月18日上午，青山管理局召开安全动员大会，局长林晓峰主持会议。\n\
            林晓峰强调，各单位要\u{a0}落实责任，\n要做好三件事：\n1. 检查，检查到底；\n2. 整改，整改到位。\n\
            单位\t时限\n城东 分局\t5月底，前\n";
        assert_eq!(main_text(PAGE), expected);
    }

    #[test]
    fn paragraphs_that_stand_in_boxes_of_their_own_are_kept_together() {
        let boxes: String = (1..=6).map(|n| format!("<div><p>第{n}段，说了一件事，又说了一件事，还说了一件事。</p></div>")).collect();
        let page = format!("<body><div><a href=/>首页</a></div><div>{boxes}</div><div>主办：某局</div></body>");
        assert_eq!(main_text(&page).lines().count(), 6);
    }

    #[test]
    fn a_text_broken_by_br_alone_and_a_page_without_any_prose_are_read() {
        let page = "<body><div><a href=/>首页</a></div><div id=zoom>会议指出，要抓落实。<br><br>会议强调，要抓到底，抓到位。</div></body>";
        assert_eq!(main_text(page), "会议指出，要抓落实。\n会议强调，要抓到底，抓到位。\n");
        assert_eq!(main_text("<p>通知</p>"), "通知\n");
        assert_eq!(main_text(""), "");
    }

    #[test]
    fn a_page_that_stands_whole_in_a_form_is_read() {
        let page = "<form id=aspnetForm><input type=hidden value=x><p>会议强调，要抓落实。</p><p>会后，各单位，都要传达。</p></form>";
        assert_eq!(main_text(page), "会议强调，要抓落实。\n会后，各单位，都要传达。\n");
    }

    /// Each of these takes a reader that looks through all open elements at each tag a time that grows with the square
    /// of its length: hours for these.
    #[test]
    fn a_hostile_page_takes_no_stack_and_no_time() {
        let many = 20_000;
        for tag in ["<div>", "<p>", "<b>", "<li>", "<table>", "<td>", "<a href=x>", "<nav>", "<dl><dt>", "</div>", "<!--", "<div hidden>"] {
            let page = format!("<div>会议强调，要抓落实。</div>{}", tag.repeat(many));
            assert_eq!(main_text(&page), "会议强调，要抓落实。\n", "{tag}");
        }
        let deep = format!("{}会议强调，要抓落实。", "<div>".repeat(many));
        assert_eq!(main_text(&deep), "会议强调，要抓落实。\n");
        let fonts: String = (0..many).map(|n| format!("<font size={n}>")).collect();
        assert_eq!(main_text(&format!("{fonts}{}会议，强调。", "<p>一，二。</p>".repeat(1_000))).lines().count(), 1_001);
        let attributes: String = (0..many).map(|n| format!(" a{n}=\"{n}\"")).collect();
        assert_eq!(main_text(&format!("<p{attributes}>会议，强调。")), "会议，强调。\n");
        let names: String = (0..many).map(|n| format!("<x{n}>")).collect();
        assert_eq!(main_text(&format!("{names}会议，强调。")), "会议，强调。\n");
        let wide = "<p>会议，强调。</p>".repeat(20_000);
        assert_eq!(main_text(&wide).lines().count(), 20_000);
    }
}

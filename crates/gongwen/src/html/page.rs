//! Tags as blocks that stand in one another: the one place that knows what an element is.
//!
//! Of HTML's rules for pages that leave tags out, those are kept that show in the text: which element a tag ends that
//! its writer left open. Each tag is looked at once, and what it ends is taken off once, so that a page takes time by
//! its length, however deep it is. (HTML's own algorithm looks through all open elements at each tag.)

use std::borrow::Cow;
use std::collections::HashMap;

use super::tags::{Tag, Token, Tokens};

/// A page without its furniture.
#[derive(Debug)]
pub(super) struct Page<'p> {
    /// Its blocks and words in their order. The first is the whole page's block.
    pub(super) pieces: Vec<Piece<'p>>,
    /// What its `<title>` says.
    pub(super) title: Option<String>,
    /// What its field ArticleTitle says.
    pub(super) field: Option<String>,
}

/// A piece of a page.
#[derive(Debug)]
pub(super) enum Piece<'p> {
    /// A block begins.
    Open {
        /// The element's name.
        name: &'static str,
        /// Where its [`Piece::Close`] stands.
        end: usize,
        /// The number that a list says it begins with.
        start: Option<u32>,
    },
    /// The block of this name ends.
    Close(&'static str),
    /// A line ends.
    Break,
    /// Words, which may stand in a link.
    Words(Cow<'p, str>, bool),
}

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 45] = [
    "address",
    "article",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "dir",
    "listing",
];

/// Elements that are no part of any text, with all that is in them.
const FURNITURE: [&str; 22] = [
    "head", "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "nav", "footer", "aside", "button", "select",
    "textarea", "video", "audio", "canvas", "noembed", "noframes", "datalist", "title",
];

/// Elements that hold nothing and have no closing tag.
const EMPTY: [&str; 15] =
    ["area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Elements out of which no closing tag reaches but their own kind's, so that one left over in a cell doesn't end the
/// box around the table.
const WALLS: [&str; 5] = ["table", "td", "th", "caption", "template"];

/// What a page's head holds; at anything else the body has begun.
const IN_HEAD: [&str; 9] = ["base", "link", "meta", "title", "script", "style", "noscript", "template", "basefont"];

impl<'p> Page<'p> {
    /// Reads a page.
    pub(super) fn read(page: &'p str) -> Self {
        let mut reader = Reader::default();
        reader.open(Tag { name: "body".to_owned(), ..Tag::default() });
        for token in Tokens::of(page) {
            match token {
                Token::Words(words) => reader.words(words),
                Token::Open(tag) => reader.begin(tag),
                Token::Close(name) => reader.finish(&name),
            }
        }
        reader.close_to(0);
        Self { pieces: reader.pieces, title: reader.title, field: reader.field }
    }
}

/// An element that is open.
struct Element {
    name: usize,
    /// Where its piece stands; none where it has none.
    piece: Option<usize>,
    furniture: bool,
}

#[derive(Default)]
struct Reader<'p> {
    pieces: Vec<Piece<'p>>,
    open: Vec<Element>,
    /// The names met so far, each with a number.
    numbers: HashMap<String, usize>,
    /// For each name the places in `open` where it stands, so that nothing has to be looked for.
    places: Vec<Vec<usize>>,
    /// The places in `open` of blocks.
    blocks: Vec<usize>,
    /// So many elements are open that are no part of the text.
    furniture: usize,
    linked: bool,
    title: Option<String>,
    field: Option<String>,
}

impl<'p> Reader<'p> {
    fn words(&mut self, words: Cow<'p, str>) {
        if self.last("title").is_some() {
            self.title.get_or_insert_with(|| words.into_owned());
            return;
        }
        if !words.trim().is_empty() && self.open.len() == 2 {
            self.leave_head("");
        }
        if self.furniture == 0 {
            self.pieces.push(Piece::Words(words, self.linked));
        }
    }

    /// An element begins; what its writer left open before it ends.
    fn begin(&mut self, tag: Tag) {
        let name = tag.name.as_str();
        self.leave_head(name);
        match name {
            "html" | "body" => return,
            "a" => self.linked = tag.href,
            "br" if self.furniture == 0 => self.pieces.push(Piece::Break),
            "meta" if tag.named.as_deref().is_some_and(|n| n.eq_ignore_ascii_case("ArticleTitle")) => {
                self.field = self.field.take().or(tag.content);
                return;
            }
            "li" => self.end_open(&["li"], &["ul", "ol", "menu", "dir"]),
            "dd" | "dt" => self.end_open(&["dd", "dt"], &["dl"]),
            "td" | "th" => self.end_open(&["td", "th"], &["table", "tr"]),
            "tr" => self.end_open(&["tr"], &["table"]),
            "tbody" | "thead" | "tfoot" => self.end_open(&["tbody", "thead", "tfoot", "caption"], &["table"]),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.end_open(&["h1", "h2", "h3", "h4", "h5", "h6"], &["div", "section", "li"]),
            _ => {}
        }
        if BLOCKS.contains(&name) {
            // No block stands in a paragraph.
            self.end_open(&["p"], &[]);
        }
        self.open(tag);
    }

    /// The head ends where something begins that it can't hold.
    fn leave_head(&mut self, next: &str) {
        if let Some(head) = self.last("head") {
            if head + 1 == self.open.len() && !IN_HEAD.contains(&next) {
                self.close_to(head);
            }
        }
    }

    /// Ends the innermost open element of these `names`, unless one of the `walls` stands within it.
    fn end_open(&mut self, names: &[&str], walls: &[&str]) {
        let last = |names: &[&str]| names.iter().filter_map(|name| self.last(name)).max();
        // A table's own parts end one another also where a cell was left open between them.
        let wall = last(walls).max(last(&WALLS).filter(|_| !names[0].starts_with('t')));
        if let Some(at) = last(names).filter(|&at| wall.is_none_or(|wall| wall < at)) {
            self.close_to(at);
        }
    }

    fn open(&mut self, tag: Tag) {
        let block = BLOCKS.into_iter().find(|b| *b == tag.name);
        let furniture = tag.hidden || FURNITURE.contains(&tag.name.as_str());
        let empty = EMPTY.contains(&tag.name.as_str());
        if furniture && empty {
            return;
        }
        let at = self.open.len();
        self.furniture += usize::from(furniture);
        let mut piece = None;
        if let Some(name) = block.filter(|_| self.furniture == 0) {
            piece = Some(self.pieces.len());
            self.pieces.push(Piece::Open { name, end: 0, start: tag.start });
        }
        if block.is_some() {
            self.blocks.push(at);
        }
        let next = self.numbers.len();
        let name = *self.numbers.entry(tag.name).or_insert(next);
        if name == next {
            self.places.push(Vec::new());
        }
        self.places[name].push(at);
        self.open.push(Element { name, piece, furniture });
        if empty {
            self.close_to(at);
        }
    }

    /// A closing tag: it ends what is open under its name, with all that was left open within.
    fn finish(&mut self, name: &str) {
        match name {
            "a" => self.linked = false,
            "br" if self.furniture == 0 => self.pieces.push(Piece::Break),
            // What follows is still shown.
            "body" | "html" => return,
            _ => {}
        }
        let Some(at) = self.last(name) else { return };
        let wall = if BLOCKS.contains(&name) || FURNITURE.contains(&name) {
            WALLS.iter().filter_map(|wall| self.last(wall)).max().filter(|_| !name.starts_with('t'))
        } else {
            // What runs on within a line ends no block.
            self.blocks.last().copied()
        };
        if wall.is_none_or(|wall| wall <= at) {
            self.close_to(at);
        }
    }

    /// Where the innermost open element of this name stands.
    fn last(&self, name: &str) -> Option<usize> {
        self.places[*self.numbers.get(name)?].last().copied()
    }

    /// Ends the open element at `at` and all within it.
    fn close_to(&mut self, at: usize) {
        for place in (at..self.open.len()).rev() {
            let Some(element) = self.open.pop() else { return };
            self.places[element.name].pop();
            self.furniture -= usize::from(element.furniture);
            if self.blocks.last() == Some(&place) {
                self.blocks.pop();
            }
            let here = self.pieces.len();
            if let Some(Piece::Open { name, end, .. }) = element.piece.and_then(|piece| self.pieces.get_mut(piece)) {
                *end = here;
                let name = *name;
                self.pieces.push(Piece::Close(name));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(page: &str) -> String {
        let told = |piece: &Piece<'_>| match piece {
            Piece::Open { name, .. } => format!("({name} "),
            Piece::Close(_) => ")".to_owned(),
            Piece::Break => "/".to_owned(),
            Piece::Words(words, linked) => format!("{words}{}", if *linked { "@" } else { "" }),
        };
        let page = Page::read(page);
        for (at, piece) in page.pieces.iter().enumerate() {
            if let Piece::Open { name, end, .. } = piece {
                assert!(*end > at && matches!(page.pieces[*end], Piece::Close(closed) if closed == *name));
            }
        }
        page.pieces.iter().map(told).collect()
    }

    #[test]
    fn what_a_writer_left_open_is_ended_where_a_browser_ends_it() {
        assert_eq!(told("<p>甲<p>乙<div>丙"), "(body (p 甲)(p 乙)(div 丙))");
        assert_eq!(told("<ul><li>甲<ul><li>乙</ul><li>丙</ul>丁"), "(body (ul (li 甲(ul (li 乙)))(li 丙))丁)");
        assert_eq!(told("<dl><dt>甲<dd>乙<dt>丙</dl>"), "(body (dl (dt 甲)(dd 乙)(dt 丙)))");
        assert_eq!(
            told("<table><tr><td>甲<td>乙<table><tr><td>丙</table><tr><th>丁</table>戊"),
            "(body (table (tr (td 甲)(td 乙(table (tr (td 丙)))))(tr (th 丁)))戊)"
        );
        assert_eq!(told("<div><table><tr><td>甲</div>乙</table>丙</div>丁"), "(body (div (table (tr (td 甲乙)))丙)丁)");
        assert_eq!(told("<div><b><p>甲</b>乙</p></div>丙"), "(body (div (p 甲乙))丙)");
        assert_eq!(told("甲</div></p></b>乙<br>丙</br>丁<hr>"), "(body 甲乙/丙/丁(hr ))");
    }

    #[test]
    fn heads_furniture_and_links_are_known() {
        assert_eq!(told("<html><head><title>题</title><meta name=a>甲<p>乙"), "(body 甲(p 乙))");
        assert_eq!(told("<head><script>甲</script><div>乙</div>"), "(body (div 乙))");
        assert_eq!(told("<nav><p>甲</nav>乙<span style=display:none>丙<span>丁</span>戊</span>己"), "(body 乙己)");
        assert_eq!(told("<a href=/>甲<a name=x>乙</a><input hidden>丙"), "(body 甲@乙丙)");
        let page = Page::read("<head><title> 通知&lt;</title><meta name=articletitle content=题><body><svg><title>图</title></svg>");
        assert_eq!((page.title.as_deref(), page.field.as_deref()), (Some(" 通知<"), Some("题")));
    }
}

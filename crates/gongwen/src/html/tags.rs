//! Markup as tags and the words between them, in one pass.

use std::borrow::Cow;

/// What a page is made of.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'p> {
    /// Words, with their character references resolved.
    Words(Cow<'p, str>),
    /// A tag that opens an element.
    Open(Tag),
    /// The name in a tag that closes an element.
    Close(String),
}

/// A tag that opens an element, with what of its attributes is ever asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tag {
    /// In lower case.
    pub(super) name: String,
    /// Whether it is a link.
    pub(super) href: bool,
    /// Whether it is not shown.
    pub(super) hidden: bool,
    /// Its `name`.
    pub(super) named: Option<String>,
    /// Its `content`.
    pub(super) content: Option<String>,
    /// Its `start`: the number that a list begins with.
    pub(super) start: Option<u32>,
}

/// The tokens of a page. What no browser makes sense of is passed over.
pub(super) struct Tokens<'p> {
    rest: &'p str,
    /// The element whose content is no markup, and which only its own closing tag ends.
    raw: Option<&'static str>,
}

/// Elements whose content is no markup.
const RAW: [&str; 8] = ["script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title"];

impl<'p> Tokens<'p> {
    /// Of a page.
    pub(super) fn of(page: &'p str) -> Self {
        Self { rest: page, raw: None }
    }

    /// Takes `length` bytes.
    fn take(&mut self, length: usize) -> &'p str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// Passes over all up to the end of `mark`, or to the page's end where it doesn't come.
    fn skip_past(&mut self, mark: &str) {
        let length = self.rest.find(mark).map_or(self.rest.len(), |at| at + mark.len());
        self.take(length);
    }

    /// The content of an element that holds no markup.
    fn raw(&mut self, name: &str) -> Option<Token<'p>> {
        let mut end = self.rest.len();
        for (at, _) in self.rest.match_indices("</") {
            let after = &self.rest.as_bytes()[at + 2..];
            if after.len() >= name.len() && after[..name.len()].eq_ignore_ascii_case(name.as_bytes()) {
                end = at;
                break;
            }
        }
        let words = self.take(end);
        // References stand for characters in a title, but not in a script.
        (name == "title" && !words.is_empty()).then(|| Token::Words(htmlize::unescape(words)))
    }

    /// A tag; none where the page ends within it or it is none.
    fn tag(&mut self) -> Option<Token<'p>> {
        let closing = self.rest.starts_with("</");
        self.take(if closing { 2 } else { 1 });
        let length = self.rest.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>').unwrap_or(self.rest.len());
        let mut tag = Tag { name: self.take(length).to_ascii_lowercase(), ..Tag::default() };
        while let Some((name, value)) = self.attribute()? {
            tag.note(name, value);
        }
        if closing {
            return Some(Token::Close(tag.name));
        }
        self.raw = RAW.into_iter().find(|raw| *raw == tag.name);
        Some(Token::Open(tag))
    }

    /// The next attribute of a tag, or nothing at the tag's end; none where the page ends before.
    fn attribute(&mut self) -> Option<Option<(&'p str, &'p str)>> {
        self.rest = self.rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if self.rest.is_empty() {
            return None;
        }
        if self.rest.starts_with('>') {
            self.take(1);
            return Some(None);
        }
        // A sign = at the start belongs to the name.
        let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '=');
        let length = self.rest.char_indices().skip(1).find(|(_, c)| ends(*c)).map_or(self.rest.len(), |(at, _)| at);
        let name = self.take(length);
        let after = self.rest.trim_start_matches(|c: char| c.is_ascii_whitespace());
        let Some(value) = after.strip_prefix('=') else { return Some(Some((name, ""))) };
        self.rest = value.trim_start_matches(|c: char| c.is_ascii_whitespace());
        let value = match self.rest.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                self.take(1);
                let value = self.take(self.rest.find(quote)?);
                self.take(1);
                value
            }
            _ => self.take(self.rest.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(self.rest.len())),
        };
        Some(Some((name, value)))
    }
}

impl Tag {
    /// Keeps what an attribute says; of two with one name the first counts.
    fn note(&mut self, name: &str, value: &str) {
        match name.to_ascii_lowercase().as_str() {
            "href" => self.href = true,
            "hidden" => self.hidden = true,
            "style" => self.hidden |= value.replace(' ', "").to_ascii_lowercase().contains("display:none"),
            "name" if self.named.is_none() => self.named = Some(htmlize::unescape_attribute(value).into_owned()),
            "content" if self.content.is_none() => self.content = Some(htmlize::unescape_attribute(value).into_owned()),
            "start" if self.start.is_none() => self.start = value.trim().parse().ok(),
            _ => {}
        }
    }
}

impl<'p> Iterator for Tokens<'p> {
    type Item = Token<'p>;

    fn next(&mut self) -> Option<Token<'p>> {
        while !self.rest.is_empty() {
            if let Some(name) = self.raw.take() {
                match self.raw(name) {
                    Some(words) => return Some(words),
                    None => continue,
                }
            }
            let after = self.rest.strip_prefix('<').map(|after| after.strip_prefix('/').unwrap_or(after));
            match after.map(|after| after.chars().next()) {
                Some(Some(c)) if c.is_ascii_alphabetic() => match self.tag() {
                    Some(tag) => return Some(tag),
                    // A browser gives up what stands in a tag without an end.
                    None => self.rest = "",
                },
                _ if self.rest.starts_with("<!--") => {
                    // <!--> is whole.
                    self.take(2);
                    self.skip_past("-->");
                }
                _ if self.rest.starts_with("<!") || self.rest.starts_with("<?") || self.rest.starts_with("</") => self.skip_past(">"),
                _ => {
                    // A sign < that begins no tag is a word.
                    let length = self.rest.match_indices('<').map(|(at, _)| at).find(|at| *at > 0).unwrap_or(self.rest.len());
                    return Some(Token::Words(htmlize::unescape(self.take(length))));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(page: &str) -> Vec<String> {
        let told = |token| match token {
            Token::Words(words) => words.into_owned(),
            Token::Open(tag) => format!("<{}{}{}>", tag.name, if tag.hidden { " hidden" } else { "" }, tag.content.unwrap_or_default()),
            Token::Close(name) => format!("</{name}>"),
        };
        Tokens::of(page).map(told).collect()
    }

    #[test]
    fn tags_words_and_references_are_told_apart() {
        assert_eq!(told("<P Class=a>会&nbsp;议&amp;<br/>3 < 5"), ["<p>", "会\u{a0}议&", "<br>", "3 ", "< 5"]);
        assert_eq!(told("会议<p title=\"a>b\" style='Display: none'>一</P\n>"), ["会议", "<p hidden>", "一", "</p>"]);
        assert_eq!(told("<meta content = 甲&amp;乙 content=丙>"), ["<meta甲&乙>"]);
    }

    #[test]
    fn comments_scripts_and_declarations_are_passed_over() {
        assert_eq!(told("<!DOCTYPE html><?xml?><!-- <p>一</p> -->甲<!-->乙</>丙"), ["甲", "乙", "丙"]);
        assert_eq!(told("<script>if (a<b) '</p>'</SCRIPT>甲"), ["<script>", "</script>", "甲"]);
        assert_eq!(told("<title>甲<b>&lt;</title>"), ["<title>", "甲<b><", "</title>"]);
    }

    #[test]
    fn what_has_no_end_is_given_up() {
        for page in ["甲<p", "甲<p class=\"", "甲<!--", "甲<script>", "甲</p", "甲<?", "甲<p a=", "甲<p ="] {
            assert_eq!(told(page).first().map(String::as_str), Some("甲"), "{page}");
            assert!(told(page).len() <= 2, "{page}");
        }
        assert_eq!(told("<"), ["<"]);
        assert!(told("").is_empty());
    }
}

//! Strings of a few characters, kept where they stand.

use std::fmt::{self, Debug, Display};
use std::ops::Deref;

/// A string that is mostly short, such as a date: up to fourteen bytes of it need no memory of their own.
///
/// It is read like a `str`, and made from one or from a `String`.
///
/// ```
/// use gongwen_core::Brief;
/// let date = Brief::from("2012-05-18");
/// assert_eq!(date, "2012-05-18");
/// assert!(date.starts_with("2012"));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(from = "String"))]
pub struct Brief(Kept);

/// How many bytes are kept in place: as many as leave the whole at two words.
const ROOM: usize = 14;

/// What is no longer than [`ROOM`] is always kept in place, so that equal strings are kept alike.
#[derive(Clone, PartialEq, Eq)]
enum Kept {
    Here(u8, [u8; ROOM]),
    // Two boxes, as the length beside a pointer would make every short string longer by half.
    Away(Box<Box<str>>),
}

impl Brief {
    /// The string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Kept::Here(length, bytes) => bytes.get(..usize::from(*length)).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or_default(),
            Kept::Away(text) => text,
        }
    }

    fn here(text: &str) -> Option<Self> {
        let mut bytes = [0; ROOM];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self(Kept::Here(text.len() as u8, bytes)))
    }
}

impl Deref for Brief {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl Default for Brief {
    fn default() -> Self {
        Self(Kept::Here(0, [0; ROOM]))
    }
}

impl From<&str> for Brief {
    fn from(text: &str) -> Self {
        Self::here(text).unwrap_or_else(|| Self(Kept::Away(Box::new(text.into()))))
    }
}

impl From<String> for Brief {
    fn from(text: String) -> Self {
        Self::here(&text).unwrap_or_else(|| Self(Kept::Away(Box::new(text.into()))))
    }
}

impl From<Brief> for String {
    fn from(brief: Brief) -> Self {
        match brief.0 {
            Kept::Here(..) => brief.as_str().to_owned(),
            Kept::Away(text) => (*text).into(),
        }
    }
}

impl PartialEq<str> for Brief {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Brief {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl Debug for Brief {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        Debug::fmt(self.as_str(), out)
    }
}

impl Display for Brief {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(self.as_str(), out)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Brief {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Brief {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        for text in ["", "5月18日", "2012年5月", "会议强调，", "2012-12-24/2012-12-25", "各单位要抓好落实"] {
            let (one, other) = (Brief::from(text), Brief::from(text.to_owned()));
            assert!(one == text && one == other && one != "会", "{text}");
            assert_eq!(String::from(one), text);
        }
        assert_eq!(size_of::<Option<Brief>>(), 2 * size_of::<u64>());
    }
}

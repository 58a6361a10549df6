//! Strings of a few characters, kept where they stand.

use std::fmt::{self, Debug, Display};
use std::ops::Deref;

/// A string: in place up to `ROOM` bytes, else in memory of its own. What fits is always kept in place, so that equal
/// strings are kept alike.
#[derive(Clone, PartialEq, Eq)]
enum Kept<const ROOM: usize, A> {
    Here(u8, [u8; ROOM]),
    Away(A),
}

impl<const ROOM: usize, A: From<Box<str>>> Kept<ROOM, A> {
    fn of(text: &str) -> Self {
        let mut bytes = [0; ROOM];
        match bytes.get_mut(..text.len()) {
            Some(room) => {
                room.copy_from_slice(text.as_bytes());
                Self::Here(text.len() as u8, bytes)
            }
            None => Self::Away(Box::<str>::from(text).into()),
        }
    }
}

/// What reads such a string, and what makes it.
macro_rules! strings {
    ($($(#[$doc:meta])* $name:ident = $room:literal or $away:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        #[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(from = "String"))]
        pub struct $name(Kept<$room, $away>);

        impl $name {
            /// The string.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match &self.0 {
                    Kept::Here(length, bytes) => {
                        bytes.get(..usize::from(*length)).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or_default()
                    }
                    Kept::Away(text) => text,
                }
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                self.as_str()
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self(Kept::Here(0, [0; $room]))
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(Kept::of(text))
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(Kept::of(&text))
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.as_str().to_owned()
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl PartialEq<$name> for &str {
            fn eq(&self, other: &$name) -> bool {
                *self == other.as_str()
            }
        }

        impl Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                Debug::fmt(self.as_str(), out)
            }
        }

        impl Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                Display::fmt(self.as_str(), out)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
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
    )*};
}

strings! {
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
    // Two boxes, as the length beside a pointer would make every short string longer by half.
    Brief = 14 or Box<Box<str>>;
    /// A string that is often short, such as a verb or a name: up to 22 bytes of it, seven characters, need no memory of
    /// their own.
    ///
    /// It is read like a `str`, and made from one or from a `String`.
    ///
    /// ```
    /// use gongwen_core::Phrase;
    /// let verb = Phrase::from("强调");
    /// assert_eq!(verb, "强调");
    /// assert!(verb.ends_with("调"));
    /// ```
    Phrase = 22 or Box<str>;
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
            let (one, other) = (Phrase::from(text), Phrase::from(text.to_owned()));
            assert!(one == text && one == other && one != "会", "{text}");
            assert_eq!(String::from(one), text);
        }
        assert_eq!(size_of::<Option<Phrase>>(), 3 * size_of::<u64>());
        assert_eq!(size_of::<Option<Brief>>(), 2 * size_of::<u64>());
    }
}

//! What each diagnostic means: its name, and a page about it.

use crate::diagnostic::Code;

/// Defines each code's name and page in one place; a code that is missing here does not compile.
macro_rules! pages {
    ($($code:ident = $name:literal,)*) => {
        impl Code {
            /// All codes.
            pub const ALL: &'static [Self] = &[$(Self::$code),*];

            /// The name that the JSON has: `count_mismatch`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// A page in Markdown: what it means, a text that has it, how to mend it, and what does not count.
            ///
            /// ```
            /// use gongwen_core::Code;
            /// assert!(Code::CountMismatch.page().contains("五个方面"));
            /// ```
            #[must_use]
            pub fn page(self) -> &'static str {
                match self { $(Self::$code => include_str!(concat!("../data/codes/", $name, ".md")),)* }
            }

            /// The code with this name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$code),)* _ => None }
            }
        }
    };
}

pages! {
    CountMismatch = "count_mismatch",
    OrdinalGap = "ordinal_gap",
    OrdinalRepeat = "ordinal_repeat",
    UnmatchedPair = "unmatched_pair",
    UnresolvedSpeaker = "unresolved_speaker",
    UnresolvedDate = "unresolved_date",
    DateWeekdayMismatch = "date_weekday_mismatch",
    UnrepairedText = "unrepaired_text",
    LabelDrift = "label_drift",
    DuplicateAttendee = "duplicate_attendee",
    InconsistentPost = "inconsistent_post",
    DirectiveWithoutAddressee = "directive_without_addressee",
    LimitReached = "limit_reached",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_has_its_json_name_and_a_page_of_its_own() {
        for &code in Code::ALL {
            let name = code.name();
            assert_eq!(serde_json::to_value(code).ok(), Some(name.into()));
            assert_eq!(Code::named(name), Some(code));
            assert!(code.page().starts_with(&format!("# {name}：")), "{name}");
            assert!(code.page().contains("怎么改"), "{name}");
        }
        assert_eq!(Code::named("none"), None);
    }
}

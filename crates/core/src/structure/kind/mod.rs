//! What kind of text (文种) it is, and its title (标题).
//!
//! The kind is weighed, not matched: each piece of evidence (a title that ends in 通知, 同志们： at the
//! head, a convening sentence in the lead) counts for a kind, and the heaviest kind is the text's.

mod opening;
mod page;
mod visit;
mod weigh;

pub(super) use page::{headlines, lead, prose};
pub(super) use weigh::kind;

use crate::annotate::Reading;
use crate::document::Text;

/// The title of the text.
pub(super) fn title(reading: &Reading<'_>) -> Option<Text> {
    page::title(reading).map(|span| reading.text_at(span))
}

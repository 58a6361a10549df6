//! Citations (引用): 《…》, 国办发〔2014〕1号, “四个意识”, “十二五”.

use super::{Found, Reading};
use crate::document::CitationKind;

/// Finds all citations of the text.
pub(super) fn read(_reading: &Reading<'_>) -> Vec<Found<CitationKind>> {
    Vec::new()
}

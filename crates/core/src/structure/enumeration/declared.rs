//! Declared lists (数量短语的展开): “五种意识”，即…; …、…等四个方面.
use super::Draft;
use crate::annotate::Reading;

pub(super) fn read(_reading: &Reading<'_>) -> Vec<Draft> {
    Vec::new()
}

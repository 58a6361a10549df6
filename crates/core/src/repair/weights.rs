//! What each clue of `clues.rs` weighs, as `cargo xtask fit` writes it.

/// By how much a character must beat the others to be certain, by the kind of evidence for it.
pub(super) const SURE: [f32; 8] = [3.98, 0.90, 5.07, 0.86, 6.49, 4.34, 4.98, 3.76];

#[rustfmt::skip]
pub(super) const FIRST: [f32; 105] = [
    1.20, // LATTICE
    0.78, 0.64, 1.28, 0.20, 0.70, 1.86, 0.14, 0.99, 0.88, 0.51, -0.35, 0.59, // LOST_OFTEN
    0.43, // FREQUENCY
    -0.64, // ALONE
    0.50, 0.61, 0.85, -0.47, -1.06, // PAIR_BEFORE
    1.47, 0.38, 0.06, -0.89, -0.65, // PAIR_AFTER
    0.26, -0.83, 0.25, 0.97, 1.34, 1.24, // SEAM_WORD
    2.47, // COMPANION
    2.78, 1.06, 2.10, // WORD
    0.20, 2.60, // SURNAME
    2.33, -0.55, 1.82, 0.29, 1.39, 0.17, 2.56, 0.13, 0.86, 0.00, 0.95, 0.00, 0.72, 0.00, 0.01, 0.00, 0.01, 0.00, // SEEN_ELSEWHERE
    -0.07, // STOP
    1.76, -0.50, -1.39, 0.00, // OPENING
    2.16, // AFTER_CLOSING
    -0.80, // AFTER_MARK
    -0.69, // UNFINISHED
    -1.82, -1.11, 0.46, -0.55, 0.75, 0.87, // CLAUSE
    0.53, // ALONE_BEFORE
    -2.02, // AFTER_TITLE
    0.31, 0.68, 0.46, 0.70, -0.49, // STOP_PAIR_BEFORE
    0.67, 0.73, 0.57, 0.98, -0.46, // STOP_PAIR_AFTER
    0.57, 0.31, 0.49, // STOP_WORD_BEFORE
    0.39, -0.18, 0.72, // STOP_WORD_AFTER
    0.53, 1.42, 0.33, 0.68, 0.90, 0.31, 0.69, -0.72, 0.59, 0.61, 1.00, 0.14, -0.35, 0.02, -0.37, 0.01, 0.16, 0.01, // STOP_SEEN_ELSEWHERE
];

#[rustfmt::skip]
pub(super) const LAST: [f32; 61] = [
    1.14, // LATTICE
    0.25, // FREQUENCY
    -0.59, // ALONE
    0.77, 0.29, 0.18, 0.01, -1.24, // PAIR
    1.20, // ONLY
    1.16, -0.00, -1.16, // COUNTING
    -1.85, 1.47, 0.57, 0.76, -0.94, // CLOSING
    2.67, 2.73, 4.58, // WORD
    2.83, 0.82, 2.06, // CLAUSE_END
    2.56, -0.76, 1.36, 0.47, 1.62, 0.01, 1.26, -0.10, 0.85, 0.21, 0.77, 0.07, 0.75, -0.51, 0.58, 0.01, 0.53, 0.16, // SEEN_ELSEWHERE
    3.63, 0.00, 1.08, 0.39, -1.62, 0.00, -0.08, -0.60, -1.07, 0.00, -0.69, 0.69, -0.95, 0.00, -0.31, -0.49, // MARK
    4.84, // CLOSES
    -1.24, // CLOSES_NOTHING
    -1.68, // AFTER_STOP
    1.68, // CLOSES_AFTER_STOP
];

//! What each clue weighs that speaks for a character at a seam or against it, in powers of ten of the lattice.
//!
//! The weights are fitted together on damage done to real texts on purpose, so that the likeliest of the candidates is the
//! right one as often as may be (a log-linear model, whose scores are the logarithms of odds). Each is of no use alone.

/// How much it weighs that the text has a character elsewhere between the same ones, and each tenfold of how often: by how
/// many of those before it and after it are the same, as [`SIDES`] tells.
pub(super) type Seen = [[f32; 2]; SIDES.len()];

/// How many characters before and after are compared.
pub(super) const SIDES: [(usize, usize); 9] = [(1, 0), (2, 0), (3, 0), (0, 1), (0, 2), (0, 3), (1, 1), (1, 2), (2, 1)];

/// An ideograph as the first character of a run.
pub(super) mod first {
    /// How frequent it is, and how often it is a word.
    pub(crate) const FREQUENCY: f32 = 0.38;
    pub(crate) const ALONE: f32 = -0.97;
    /// The tier of its pair with the character before it and after it, the last where it has none.
    pub(crate) const PAIR_BEFORE: [f32; 6] = [0.34, 1.62, 1.69, 0.64, -0.30, -2.11];
    pub(crate) const PAIR_AFTER: [f32; 6] = [1.11, 1.65, 0.83, 0.0, -0.15, -1.82];
    /// The words that stand at seams, by their order, and one after what it often follows.
    pub(crate) const SEAM_WORDS: [f32; 6] = [1.12, 0.47, 0.82, 0.32, 0.68, 0.29];
    pub(crate) const COMPANION: f32 = 1.16;
    /// A word of the lexicon across the seam, of two, three and more characters.
    pub(crate) const WORD: [f32; 3] = [1.67, 1.7, 2.2];
    /// A surname, and one after a title.
    pub(crate) const SURNAME: [f32; 2] = [0.31, 0.74];
    pub(crate) const SEEN: super::Seen =
        [[1.89, 1.01], [0.79, 0.17], [0.39, 0.08], [1.07, 0.12], [0.37, 0.02], [0.26, 0.02], [0.22, 0.02], [0.07, 0.02], [0.02, 0.0]];
}

/// A full stop as the first character of a run.
pub(super) mod stop {
    pub(crate) const ALWAYS: f32 = -0.45;
    /// The character after it opens sentences often, may open one, opens none, is no ideograph.
    pub(crate) const OPENING: [f32; 4] = [0.76, -0.26, -1.16, 0.0];
    /// It comes after ” 》 ）, or after another mark.
    pub(crate) const AFTER_CLOSING: f32 = 0.71;
    pub(crate) const AFTER_MARK: f32 = -0.55;
    pub(crate) const UNFINISHED: f32 = -0.23;
    /// The clause before it has so many characters: up to 2, 3, 4, up to 6, up to 9, and more.
    pub(crate) const CLAUSE: [f32; 6] = [-1.01, -0.86, 0.12, -0.45, 0.52, 0.77];
    /// How often the character before it is a word.
    pub(crate) const ALONE: f32 = 0.62;
    /// It comes after a title, before which a name may stand as well.
    pub(crate) const AFTER_TITLE: f32 = -0.64;
    /// The tier of the pair before it and after it, the last where that is none.
    pub(crate) const PAIR_BEFORE: [f32; 6] = [0.07, 0.10, 0.24, 0.23, -0.12, -0.95];
    pub(crate) const PAIR_AFTER: [f32; 6] = [0.91, 0.83, 0.86, 0.92, 0.81, -0.60];
    /// A word of the lexicon before it and after it, of two, three and more characters.
    pub(crate) const WORD_BEFORE: [f32; 3] = [0.64, -0.16, 0.21];
    pub(crate) const WORD_AFTER: [f32; 3] = [0.46, 0.05, 0.12];
    pub(crate) const SEEN: super::Seen =
        [[0.11, 0.64], [0.53, 0.37], [0.46, 0.15], [0.15, 0.15], [0.59, 0.37], [0.86, 0.28], [-0.04, 0.0], [-0.04, 0.0], [0.04, 0.0]];
}

/// The first character of a run where the second isn't known either.
pub(super) mod alone {
    pub(crate) const STOP: f32 = -1.7;
    /// A word of the lexicon that ends with it, of two, three and more characters.
    pub(crate) const WORD: [f32; 3] = [0.5, 1.2, 1.2];
    /// The text has it elsewhere after the same two.
    pub(crate) const SEEN: f32 = 0.9;
}

/// The last character of a run.
pub(super) mod last {
    /// How frequent it is, and how often it is a word.
    pub(crate) const FREQUENCY: f32 = 1.09;
    pub(crate) const ALONE: f32 = -0.24;
    /// The tier of its pair with the character before it, the last where it has none.
    pub(crate) const PAIR: [f32; 6] = [1.84, 1.71, 1.01, 0.66, -0.27, -2.64];
    /// It stands before a figure often, may, or does not.
    pub(crate) const COUNTING: [f32; 3] = [0.29, 0.23, -0.52];
    /// It ends a clause seldom, often, may end one, ends many nouns, or none of these.
    pub(crate) const CLOSING: [f32; 5] = [-1.06, 1.05, 0.43, 0.57, -0.97];
    /// It ends a word of the lexicon, of two, three and more characters, or one of those that end clauses.
    pub(crate) const WORD: [f32; 3] = [2.61, 0.98, 1.89];
    pub(crate) const CLAUSE_END: [f32; 3] = [2.84, 0.54, 1.53];
    /// A mark (。, 、, one that closes, another) at the line's end, before an ideograph, a letter or figure, and another mark.
    pub(crate) const MARK: [[f32; 4]; 4] =
        [[3.25, 0.0, 0.22, -0.41], [-1.61, 0.0, -0.26, -0.41], [-0.90, 0.0, 0.11, 1.29], [-1.68, 0.0, -0.07, -0.47]];
    /// A mark that closes what is open, and one that closes nothing.
    pub(crate) const CLOSES: f32 = 2.13;
    pub(crate) const CLOSES_NOTHING: f32 = -1.60;
    /// A mark after a full stop, and one that closes there.
    pub(crate) const AFTER_STOP: f32 = -4.00;
    pub(crate) const CLOSES_AFTER_STOP: f32 = 1.00;
    pub(crate) const SEEN: super::Seen =
        [[2.10, 0.53], [1.38, 0.20], [0.80, 0.06], [1.16, 0.15], [-0.13, -0.06], [0.19, 0.04], [1.21, -0.09], [0.12, 0.02], [0.53, 0.07]];
}

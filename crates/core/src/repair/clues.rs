//! The clues that speak for a character at a seam or against it, each by its place among the weights of its seam.
//!
//! What they weigh stands in `weights.rs`, fitted together on damage done to texts on purpose (`cargo xtask fit`): the weights
//! of a candidate's clues add up to the logarithm of its odds. Each is of no use alone.

/// How many characters before and after are compared with what the text has elsewhere.
pub(super) const SIDES: [(usize, usize); 9] = [(1, 0), (2, 0), (3, 0), (0, 1), (0, 2), (0, 3), (1, 1), (1, 2), (2, 1)];

/// For each of [`SIDES`] that the text has the character there, and each tenfold of how often.
const SEEN: usize = 2 * SIDES.len();

/// Names clues in the order of their weights, each with the number that it has.
macro_rules! clues {
    ($($(#[$doc:meta])* $name:ident[$width:expr])*) => {
        clues! { @places 0; $($(#[$doc])* $name[$width])* }
        #[cfg(test)]
        pub(crate) const NAMES: &[(&str, usize)] = &[$((stringify!($name), $width)),*];
    };
    (@places $at:expr; $(#[$doc:meta])* $name:ident[$width:expr] $($rest:tt)*) => {
        $(#[$doc])*
        pub(crate) const $name: usize = $at;
        clues! { @places $at + $width; $($rest)* }
    };
    (@places $at:expr;) => {
        #[cfg(test)]
        pub(crate) const COUNT: usize = $at;
    };
}

/// Of the first character of a run.
pub(super) mod first {
    use super::SEEN;

    clues! {
        /// How likely its pairs make it, in powers of ten.
        LATTICE[1]
        /// An ideograph: one of those that are lost most often; how frequent it is, and how often it is a word.
        LOST_OFTEN[12]
        FREQUENCY[1]
        ALONE[1]
        /// The tier of its pair with the character before it and after it, the last where it has none.
        PAIR_BEFORE[5]
        PAIR_AFTER[5]
        /// The words that stand at seams, by their order, and one after what it often follows.
        SEAM_WORD[6]
        COMPANION[1]
        /// A word of the lexicon across the seam, of two, three and more characters.
        WORD[3]
        /// A surname, and one after a title.
        SURNAME[2]
        SEEN_ELSEWHERE[SEEN]
        /// A full stop.
        STOP[1]
        /// The character after it opens sentences often, may open one, opens none, is no ideograph.
        OPENING[4]
        /// It comes after ” 》 ）, after another mark, or after what seldom ends a clause.
        AFTER_CLOSING[1]
        AFTER_MARK[1]
        UNFINISHED[1]
        /// The clause before it has so many characters: up to 2, 3, 4, up to 6, up to 9, and more.
        CLAUSE[6]
        /// How often the character before it is a word.
        ALONE_BEFORE[1]
        /// It comes after a title, before which a name may stand as well.
        AFTER_TITLE[1]
        /// The tier of the pair before it and after it, the last where that is none.
        STOP_PAIR_BEFORE[5]
        STOP_PAIR_AFTER[5]
        /// A word of the lexicon before it and after it, of two, three and more characters.
        STOP_WORD_BEFORE[3]
        STOP_WORD_AFTER[3]
        STOP_SEEN_ELSEWHERE[SEEN]
    }
}

/// Of the last character of a run.
pub(super) mod last {
    use super::SEEN;

    clues! {
        /// How likely its pairs make it, in powers of ten.
        LATTICE[1]
        /// An ideograph: how frequent it is, and how often it is a word.
        FREQUENCY[1]
        ALONE[1]
        /// The tier of its pair with the character before it, the last where it has none.
        PAIR[5]
        /// It is the only one that goes on a word so, by its first byte.
        ONLY[1]
        /// It stands before a figure often, may, or does not.
        COUNTING[3]
        /// It ends a clause seldom, often, may end one, ends many nouns, or none of these.
        CLOSING[5]
        /// It ends a word of the lexicon, of two, three and more characters, or one of those that end clauses.
        WORD[3]
        CLAUSE_END[3]
        SEEN_ELSEWHERE[SEEN]
        /// A mark (。, 、, one that closes, another) at the line's end, before an ideograph, a letter or figure, another mark.
        MARK[16]
        /// A mark that closes what is open, and one that closes nothing; neither where that can't be seen.
        CLOSES[1]
        CLOSES_NOTHING[1]
        /// A mark after a full stop, and one that closes there.
        AFTER_STOP[1]
        CLOSES_AFTER_STOP[1]
    }
}

/// The kinds of evidence for a character: each has a margin of its own by which it must beat the others to be certain.
pub(super) mod kind {
    /// A first ideograph; one in a long word, or that goes on a word and that the text has elsewhere
    /// beside the same two.
    pub(crate) const FIRST: usize = 0;
    pub(crate) const FIRST_SEEN: usize = 1;
    /// A full stop first; one between two words of which the text has one elsewhere beside a mark.
    pub(crate) const STOP: usize = 2;
    pub(crate) const STOP_SEEN: usize = 3;
    /// A last ideograph; one that the text has elsewhere after the same two; the only one that goes on a word so.
    pub(crate) const LAST: usize = 4;
    pub(crate) const LAST_SEEN: usize = 5;
    pub(crate) const LAST_ONLY: usize = 6;
    /// A mark last.
    pub(crate) const MARK: usize = 7;
    #[cfg(test)]
    pub(crate) const COUNT: usize = 8;
}

/// The first character of a run where the second isn't known either, in powers of ten of the lattice.
pub(super) mod alone {
    pub(crate) const STOP: f32 = -1.7;
    /// A word of the lexicon that ends with it, of two, three and more characters.
    pub(crate) const WORD: [f32; 3] = [0.5, 1.2, 1.2];
    /// The text has it elsewhere after the same two.
    pub(crate) const SEEN: f32 = 0.9;
}

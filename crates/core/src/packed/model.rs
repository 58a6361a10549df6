//! One decision after another, each guessed from those before it in the same surroundings: what the packed tables are
//! written with by `build.rs` and read with here.
//!
//! A decision is looked up in two surroundings, their guesses are mixed by weights that learn which of them are right,
//! and an arithmetic coder takes a fraction of a bit for what was guessed well. The same calls write and read: the writer
//! says what is so and gets it back, the reader is told. (A third surrounding, of the two characters before, would take 1 % off
//! the tables and add half of the time.) Whole numbers throughout, so that every machine guesses alike.

/// How many surroundings a decision is looked up in.
pub(crate) const SURROUNDINGS: usize = 2;

/// Surroundings as numbers that tell them apart.
pub(crate) type Context = [u32; SURROUNDINGS];

/// Takes decisions down, or gives them back.
pub(crate) trait Coder {
    /// Codes one decision that is true with this chance, of 65536.
    fn code(&mut self, decision: bool, chance: u32) -> bool;
}

/// What is known of the decisions so far.
pub(crate) struct Model<C> {
    pub(crate) coder: C,
    /// By surroundings: the chance of true in the upper 22 bits, how often it was seen in the lower 10.
    chances: Vec<u32>,
    weights: Vec<[i32; SURROUNDINGS]>,
    /// The logarithm of the odds of each chance, of 4096.
    odds: Vec<i16>,
    /// By how often surroundings were seen, how far the next decision moves their chance, of 8192.
    steps: [i32; STEADY as usize + 1],
}

/// As a power of two, how many surroundings are kept apart; more share a place. The tables have some 100,000.
const PLACES: u32 = 18;

/// How many sets of weights there are: sixteen uses, and in each the place of a bit in its number.
const WEIGHTS: usize = 256;

/// From so many sightings on a chance moves no slower.
const STEADY: u32 = 30;

/// What a weight starts with, of 65536.
const START: i32 = 8 << 12;

/// How fast weights learn.
const RATE: i32 = 10;

impl<C: Coder> Model<C> {
    /// A model that knows of no decision.
    pub(crate) fn new(coder: C) -> Self {
        let mut odds = vec![2047; 4096];
        let mut from = 0;
        for x in -2047..2048 {
            let to = chance(x) as usize;
            odds[from..=to].fill(x as i16);
            from = to + 1;
        }
        let steps = std::array::from_fn(|seen| 16384 / (2 * seen as i32 + 3));
        Self { coder, chances: vec![1 << 31; 1 << PLACES], weights: vec![[START; SURROUNDINGS]; WEIGHTS], odds, steps }
    }

    /// Codes a decision of this use.
    pub(crate) fn flag(&mut self, usage: u32, context: Context, decision: bool) -> bool {
        self.step(usage * 16, context, 1, decision)
    }

    /// Codes a number of so many bits that is `least` or more.
    pub(crate) fn number(&mut self, usage: u32, mut context: Context, bits: u32, least: u32, number: u32) -> u32 {
        let mut node = 1;
        // Up to here the number runs along the least one.
        let mut along = least > 0;
        for bit in (0..bits).rev() {
            let at_least = along && least >> bit & 1 == 1;
            let set = at_least || {
                context[0] = context[0] & !1 | u32::from(along);
                self.step(usage * 16 + bit, context, node, number >> bit & 1 == 1)
            };
            along &= set == at_least;
            node = node * 2 + u32::from(set);
        }
        node - (1 << bits)
    }

    /// Codes a number that is likelier the smaller it is.
    pub(crate) fn small(&mut self, usage: u32, context: u32, number: u32) -> u32 {
        let length = self.number(usage, [context, context ^ 2], 4, 0, (number + 1).ilog2());
        let mut value = 1;
        for bit in (0..length).rev() {
            let known = if length - bit <= 3 { value } else { 0 };
            let context = (context ^ length << 8 ^ bit << 4) << 4;
            value = value * 2 + u32::from(self.step(usage * 16 + 15, [context, context ^ 1], known, (number + 1) >> bit & 1 == 1));
        }
        value - 1
    }

    fn step(&mut self, weights: u32, context: Context, node: u32, decision: bool) -> bool {
        let weights = &mut self.weights[weights as usize];
        let (mut places, mut guesses, mut sum) = ([0; SURROUNDINGS], [0; SURROUNDINGS], 0);
        for i in 0..SURROUNDINGS {
            let mixed = context[i].wrapping_mul(0x9E37_79B1) ^ node.wrapping_mul(0x85EB_CA6B);
            places[i] = (mixed.wrapping_mul(0xC2B2_AE35) >> (u32::BITS - PLACES)) as usize;
            guesses[i] = i32::from(self.odds[(self.chances[places[i]] >> 20) as usize]);
            sum += guesses[i] * weights[i];
        }
        let guess = chance((sum >> 16).clamp(-2047, 2047));
        let decision = self.coder.code(decision, guess as u32 * 16 + 8);
        let miss = (i32::from(decision) << 12) - guess;
        for i in 0..SURROUNDINGS {
            weights[i] += (guesses[i] * miss * RATE + 0x2000) >> 14;
            let seen = &mut self.chances[places[i]];
            let count = *seen & 1023;
            let aim = if decision { 0x3F_FFFF } else { 0 };
            let chance = (*seen >> 10) as i32;
            let chance = chance + ((((aim - chance) >> 3) * self.steps[count as usize]) >> 10);
            *seen = (chance as u32) << 10 | (count + 1).min(STEADY);
        }
        decision
    }
}

/// The chance, of 4096, whose odds have this logarithm, in 256ths.
fn chance(odds: i32) -> i32 {
    const KNOTS: [i32; 33] = [
        1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901, 3975, 4022, 4050,
        4068, 4079, 4085, 4089, 4092, 4093, 4094,
    ];
    let (knot, past) = (((odds + 2048) >> 7) as usize, odds & 127);
    (KNOTS[knot] * (128 - past) + KNOTS[(knot + 1).min(32)] * past + 64) >> 7
}

/// The last of the part of a range that stands for true.
pub(crate) fn split(low: u32, high: u32, chance: u32) -> u32 {
    low + ((u64::from(high - low) * u64::from(chance)) >> 16) as u32
}

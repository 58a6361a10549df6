//! A choice among candidates as a softmax regression, fitted by the signs of the slopes alone (Rprop), which needs no step to be
//! chosen and finds the one minimum that there is.

/// How strongly weights are held near zero, as by a prior.
const PRIOR: f32 = 1.0;
/// How often the weights are moved.
const ROUNDS: usize = 250;
/// The first, the least and the greatest step of a weight.
const STEP: f32 = 0.1;
const STEPS: std::ops::Range<f32> = 1e-5..1.0;

/// One choice: what may be chosen, each with its clues, and which of these is right.
pub(super) struct Choice {
    /// The text that it is from, so that no text is asked of weights that it was fitted on.
    pub(super) text: usize,
    pub(super) candidates: Vec<(char, Vec<(usize, f32)>)>,
    /// The right one; `None` where it is none of them.
    pub(super) right: Option<usize>,
    /// Of each candidate the kind of evidence for it.
    pub(super) kinds: Vec<usize>,
}

impl Choice {
    /// The logarithm of the odds of each candidate, but for what is common to all.
    fn scores(&self, weights: &[f32]) -> Vec<f32> {
        self.candidates.iter().map(|(_, clues)| clues.iter().map(|&(clue, strength)| weights[clue] * strength).sum()).collect()
    }

    /// The best candidate, and by how much it beats the next.
    pub(super) fn best(&self, weights: &[f32]) -> (usize, f32) {
        let scores = self.scores(weights);
        let best = (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap_or(0);
        let next = (0..scores.len()).filter(|&i| i != best).map(|i| scores[i]).fold(f32::MIN, f32::max);
        (best, scores[best] - next)
    }
}

/// The weights of so many clues under which the right candidates are likeliest.
pub(super) fn fit<'c>(count: usize, choices: impl Iterator<Item = &'c Choice> + Clone) -> Vec<f32> {
    let (mut weights, mut steps, mut last) = (vec![0.0; count], vec![STEP; count], vec![0.0; count]);
    for _ in 0..ROUNDS {
        let mut slopes: Vec<f32> = weights.iter().map(|w| w * PRIOR).collect();
        for (choice, right) in choices.clone().filter_map(|c| Some((c, c.right?))) {
            let scores = choice.scores(&weights);
            let top = scores.iter().copied().fold(f32::MIN, f32::max);
            let odds: Vec<f32> = scores.iter().map(|s| (s - top).exp()).collect();
            let total: f32 = odds.iter().sum();
            for (i, (_, clues)) in choice.candidates.iter().enumerate() {
                let miss = odds[i] / total - f32::from(u8::from(i == right));
                if miss.abs() > 1e-6 {
                    clues.iter().for_each(|&(clue, strength)| slopes[clue] += miss * strength);
                }
            }
        }
        for i in 0..count {
            let turn: f32 = slopes[i] * last[i];
            steps[i] = (steps[i]
                * if turn > 0.0 {
                    1.2
                } else if turn < 0.0 {
                    0.5
                } else {
                    1.0
                })
            .clamp(STEPS.start, STEPS.end);
            last[i] = if turn < 0.0 { 0.0 } else { slopes[i] };
            if last[i] != 0.0 {
                weights[i] -= steps[i] * last[i].signum();
            }
        }
    }
    weights
}

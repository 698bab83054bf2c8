//! Which points of the uncertainty the draws of a run stand on.

use crate::random::Seed;

/// A plan of draws: plain, every draw a point of its own, or picked and frozen.
///
/// A picked-and-frozen plan takes two independent points of all uncertain quantities, A and B, and makes a block of draws
/// of them: A, B, and per group of quantities the point A with the values of that group taken from B. All draws of a
/// block share one luck. Blocks keep to the batches of the points, so errors can be told from the batches.
///
/// Source: Saltelli et al. (2010), doi 10.1016/j.cpc.2009.09.018.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Design {
    /// Per draw of a block the quantities, by their place among the scores, that are read at point B.
    frozen: Vec<Vec<usize>>,
    /// The seed of the points, where it is not that of the luck.
    points: Option<Seed>,
}

impl Design {
    /// Picked and frozen: one draw per group after A and B. `quantities` is the number of scores.
    pub fn pick_freeze(quantities: usize, groups: &[Vec<usize>]) -> Self {
        let mut frozen = vec![Vec::new(), (0..quantities).collect()];
        frozen.extend(groups.iter().cloned());
        Self { frozen, points: None }
    }

    /// Every draw a point of its own, the points under a seed of their own: runs with other luck then share them.
    pub fn with_points_of(seed: Seed) -> Self {
        Self { frozen: Vec::new(), points: Some(seed) }
    }

    /// The seed of the points of a run whose luck is under `seed`.
    pub(super) fn seed_of_points(&self, seed: Seed) -> Seed {
        self.points.unwrap_or(seed)
    }

    /// Draws per block; one for a plain plan.
    pub fn block(&self) -> usize {
        self.frozen.len().max(1)
    }

    /// The point that a draw stands on, which is also the draw whose luck it has.
    pub fn point(&self, draw: u32) -> u32 {
        u32::try_from(self.block()).map_or(draw, |block| draw.div_euclid(block))
    }

    /// The quantities that a draw reads at point B, in rising order of place.
    pub(super) fn other(&self, draw: u32) -> &[usize] {
        let within = usize::try_from(draw).ok().and_then(|draw| draw.checked_rem(self.frozen.len()));
        within.and_then(|row| self.frozen.get(row)).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_draw_is_its_own_point() {
        let plain = Design::default();
        assert_eq!((plain.block(), plain.point(7)), (1, 7));
        assert!(plain.other(7).is_empty());
    }

    #[test]
    fn a_block_holds_both_points_and_one_mixture_per_group() {
        let design = Design::pick_freeze(3, &[vec![1], vec![0, 2]]);
        assert_eq!(design.block(), 4);
        let rows: Vec<&[usize]> = (4..8).map(|draw| design.other(draw)).collect();
        assert_eq!(rows, [&[][..], &[0, 1, 2], &[1], &[0, 2]]);
        assert!((4..8).all(|draw| design.point(draw) == 1));
    }
}

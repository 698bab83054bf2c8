//! Counts of whole numbers over replications: the queue by week and the starts of specialised care by month.
//!
//! Adding two of them is exact, so the order in which replications were played leaves no trace.

use super::frame::Frame;
use super::journal::{GP, MUNICIPALITY, Note};
use super::outcomes::Layout;

/// Queue lengths told apart in the counts by week; longer ones count as the longest.
pub(super) const QUEUE_BINS: usize = 256;
/// Starts of specialised care per month told apart in the counts; more count as the most.
pub(super) const STARTS_BINS: usize = 96;
/// Replications whose queues are counted together: the counts of a week then come from far memory once for all of them.
const AT_ONCE: usize = 16;

/// The counts of some replications.
#[derive(Clone, Debug)]
pub(super) struct Counts {
    /// `[case][week][length]`.
    pub(super) queue: Vec<u32>,
    /// `[case][month][route][number]`.
    pub(super) starts: Vec<u32>,
}

impl Counts {
    /// No replication yet.
    pub(super) fn new(layout: &Layout) -> Self {
        let (weeks, months) = layout.span();
        Self {
            queue: vec![0; layout.cases() * weeks * QUEUE_BINS],
            starts: vec![0; layout.cases() * months * 2 * STARTS_BINS],
        }
    }

    /// The counts as kept elsewhere, if they fit: queue by week, starts by month.
    pub(super) fn filled(mut self, queue: &[u32], starts: &[u32]) -> Option<Self> {
        let fits = self.queue.len() == queue.len() && self.starts.len() == starts.len();
        fits.then(|| {
            self.queue.copy_from_slice(queue);
            self.starts.copy_from_slice(starts);
            self
        })
    }

    /// Counts the replications of another part of the run.
    pub(super) fn merge(&mut self, other: &Self) {
        for (mine, theirs) in [(&mut self.queue, &other.queue), (&mut self.starts, &other.starts)] {
            for (sum, count) in mine.iter_mut().zip(theirs) {
                *sum += count;
            }
        }
    }
}

/// Counts replications as they are played.
#[derive(Debug)]
pub(super) struct Counting {
    counts: Counts,
    weeks: usize,
    months: usize,
    /// Per case the queue by week of replications that are not counted yet, one after another.
    queues: Vec<Vec<u8>>,
    /// Starts of the replication that is counted.
    by_month: Vec<[u32; 2]>,
}

impl Counting {
    /// No replication yet.
    pub(super) fn new(layout: &Layout) -> Self {
        let (weeks, months) = layout.span();
        Self {
            counts: Counts::new(layout),
            weeks,
            months,
            queues: vec![Vec::with_capacity(AT_ONCE * weeks); layout.cases()],
            by_month: Vec::new(),
        }
    }

    /// Counts one replication of a case, week by week as it was noted. Of the cases that one play serves it is enough to
    /// count the first.
    pub(super) fn add(&mut self, case: usize, frame: &Frame, notes: &[Note]) {
        let from = frame.calendar.forecast_from();
        let queues = &mut self.queues[case];
        queues.extend(notes[from..].iter().map(|note| u8::try_from(note.waiting).unwrap_or(u8::MAX)));
        if queues.len() >= AT_ONCE * self.weeks {
            self.count_queues(case);
        }
        self.by_month.clear();
        self.by_month.resize(self.months, [0; 2]);
        for (week, note) in frame.weeks[from..].iter().zip(&notes[from..]) {
            if let Some(sums) = week.month.and_then(|month| self.by_month.get_mut(month)) {
                sums[MUNICIPALITY] += note.care[MUNICIPALITY];
                sums[GP] += note.care[GP];
            }
        }
        let bins = self.counts.starts[case * self.months * 2 * STARTS_BINS..].chunks_exact_mut(STARTS_BINS);
        for (bins, sum) in bins.zip(self.by_month.as_flattened()) {
            bins[(*sum as usize).min(STARTS_BINS - 1)] += 1;
        }
    }

    /// Counts the queues that are not counted yet, week by week.
    fn count_queues(&mut self, case: usize) {
        let (weeks, queues) = (self.weeks, &mut self.queues[case]);
        let bins = self.counts.queue[case * weeks * QUEUE_BINS..].as_chunks_mut::<QUEUE_BINS>().0;
        for (week, bins) in bins.iter_mut().enumerate().take(weeks) {
            for queue in queues.iter().skip(week).step_by(weeks) {
                bins[usize::from(*queue)] += 1;
            }
        }
        queues.clear();
    }

    /// All that was counted.
    pub(super) fn into_counts(mut self) -> Counts {
        for case in 0..self.queues.len() {
            self.count_queues(case);
        }
        self.counts
    }
}

//! What the pages of a folder, and all pages, show together.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::score::Points;
use crate::read::page::LazyPage;
use crate::source::Sources;

/// The numbers of the dialects that a page can be in, in order, and their points.
pub type Scores = Vec<(usize, Points)>;

/// The least advantage that the leader of a folder has on its pages.
const ADVANTAGE: i64 = 2;

/// The least lead that signs alone give one of two dialects that fit a page alike. A single weak sign can be a
/// coincidence.
const LEAD: i64 = 2;

/// What the pages of each folder, and all pages, show.
pub(super) struct Votes {
    by_folder: BTreeMap<String, Folder>,
    all: Scores,
}

/// What the pages of a folder show.
#[derive(Default)]
struct Folder {
    scores: Scores,
    /// The dialects with the most points; those that read all pages alike share the lead.
    leaders: BTreeSet<usize>,
    /// The points that each page adds for the leaders.
    advantage: i64,
}

impl Votes {
    pub(super) fn count(pages: &[LazyPage<'_>], sources: &Sources, scores: &[Scores]) -> Self {
        let mut pages_by_folder: BTreeMap<&str, Vec<&Scores>> = BTreeMap::new();
        for (page, scores) in pages.iter().zip(scores) {
            pages_by_folder.entry(sources.get(page.file).folder()).or_default().push(scores);
        }
        let all = sum(scores);
        let by_folder =
            pages_by_folder.into_iter().map(|(path, pages)| (path.to_owned(), Folder::of(&pages))).collect();
        Self { by_folder, all }
    }

    /// The dialect of a page, or those between which nothing decides.
    pub(super) fn choose(&self, folder: &str, own: &Scores) -> Result<usize, Vec<usize>> {
        let empty = Folder::default();
        let folder = self.by_folder.get(folder).unwrap_or(&empty);
        let total = |idx: &usize, points: &Points| points.sum + folder.advantage_of(*idx, points);
        let totals = own.iter().map(|(idx, points)| (*idx, Points { sum: total(idx, points), ..*points }));
        let tied = leading(&totals.collect::<Scores>(), |_| true);
        match tied.as_slice() {
            [only] if self.is_shown(*only) => Ok(*only),
            _ => [&folder.scores, &self.all].into_iter().find_map(|votes| strongest(votes, &tied)).ok_or(tied),
        }
    }

    /// Whether some page has a sign of a dialect.
    pub(super) fn is_shown(&self, idx: usize) -> bool {
        points_of(&self.all, idx).is_some_and(|points| points.signs > 0)
    }

    /// Whether some page has a sign of any dialect.
    pub(super) fn is_any_shown(&self) -> bool {
        self.all.iter().any(|(_, points)| points.signs > 0)
    }
}

impl Folder {
    fn of(pages: &[&Scores]) -> Self {
        let scores = sum(pages.iter().copied());
        let leaders = leading(&scores, |points| points.signs > 0).into_iter().collect();
        let advantage = advantage(pages, &leaders);
        Self { scores, leaders, advantage }
    }

    /// What the folder adds to the points of a dialect on a page. A page with types that the leader cannot read may well
    /// be in another dialect.
    fn advantage_of(&self, idx: usize, points: &Points) -> i64 {
        match (self.leaders.contains(&idx), points.unreadable) {
            (true, 0) => self.advantage,
            (true, _) => ADVANTAGE,
            (false, _) => 0,
        }
    }
}

/// The advantage of the leaders of a folder on each of its pages. A folder is the output of one generator as a rule,
/// and the more of its pages agree, the surer that is: each doubling of the majority adds two points. What one page of
/// 500 shows of another dialect by chance cannot outweigh the folder.
fn advantage(pages: &[&Scores], leaders: &BTreeSet<usize>) -> i64 {
    let agrees = |scores: &&&Scores| {
        let most = scores.iter().map(|(_, points)| points.sum).max();
        leaders.iter().any(|idx| points_of(scores, *idx).is_some_and(|points| Some(points.sum) == most))
    };
    let candidates = || pages.iter().filter(|scores| !scores.is_empty());
    let agreeing = candidates().filter(agrees).count();
    let majority = (2 * agreeing).saturating_sub(candidates().count());
    ADVANTAGE * i64::from((majority + 1).ilog2().max(1))
}

/// The points of each dialect on several pages.
fn sum<'a>(pages: impl IntoIterator<Item = &'a Scores>) -> Scores {
    let mut sums: Vec<Option<Points>> = Vec::new();
    for (idx, points) in pages.into_iter().flatten() {
        if sums.len() <= *idx {
            sums.resize(idx + 1, None);
        }
        let total = sums[*idx].get_or_insert_default();
        total.sum += points.sum;
        total.signs += points.signs;
        total.misfits += points.misfits;
        total.pages += points.pages;
        total.unreadable += points.unreadable;
    }
    sums.into_iter().enumerate().filter_map(|(idx, points)| Some((idx, points?))).collect()
}

/// The points of a dialect.
fn points_of(scores: &Scores, idx: usize) -> Option<Points> {
    scores.iter().find(|(own, _)| *own == idx).map(|(_, points)| *points)
}

/// The dialects with the most points of those that can be the best, and those that fit as well and have hardly fewer
/// signs.
fn leading(candidates: &Scores, can_be_best: impl Fn(&Points) -> bool) -> Vec<usize> {
    let possible = candidates.iter().map(|(_, points)| points).filter(|points| can_be_best(points));
    let Some(best) = possible.max_by_key(|points| (points.sum, Reverse(points.misfits), points.pages)) else {
        return Vec::new();
    };
    let is_leading = |points: &Points| {
        let fits_as_well = points.misfits <= best.misfits && points.pages >= best.pages;
        fits_as_well && (0..LEAD).contains(&(best.sum - points.sum))
    };
    candidates.iter().filter(|(_, points)| is_leading(points)).map(|(idx, _)| *idx).collect()
}

/// The candidate with the most votes, unless there are none or another has about as many.
fn strongest(votes: &Scores, candidates: &[usize]) -> Option<usize> {
    let own = candidates.iter().map(|idx| (*idx, points_of(votes, *idx).unwrap_or_default())).collect::<Scores>();
    match *leading(&own, |points| points.signs > 0) {
        [only] => Some(only),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The advantage where this many pages have most points for the leader, and this many for another dialect.
    fn advantage_of(agreeing: usize, others: usize) -> i64 {
        let page = |best: usize| -> Scores {
            (0..2).map(|idx| (idx, Points { sum: i64::from(idx == best), signs: 1, ..Points::default() })).collect()
        };
        let pages: Vec<Scores> = [vec![page(0); agreeing], vec![page(1); others], vec![Scores::new()]].concat();
        advantage(&pages.iter().collect::<Vec<_>>(), &BTreeSet::from([0]))
    }

    #[test]
    fn the_advantage_grows_with_the_majority() {
        assert_eq!(
            [(0, 0), (1, 0), (2, 1), (3, 0), (3, 1)].map(|(most, few)| advantage_of(most, few)),
            [2, 2, 2, 4, 2]
        );
        assert_eq!([(50, 50), (50, 35), (500, 0)].map(|(most, few)| advantage_of(most, few)), [2, 8, 16]);
    }
}

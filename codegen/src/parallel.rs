//! Runs independent work on all processors.

use std::num::NonZero;
use std::panic;
use std::thread;

/// The least number of items that is worth a thread.
const SMALLEST_SHARE: usize = 64;

/// Maps items in parallel. The results are in the order of the items.
pub(crate) fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    map_with(items, || (), |(), item| work(item))
}

/// Maps items in parallel with something that each thread keeps for its next item, such as a cache. The results are in
/// the order of the items.
pub(crate) fn map_with<'a, T: Sync, R: Send, K>(
    items: &'a [T],
    kept: impl Fn() -> K + Sync,
    work: impl Fn(&mut K, &'a T) -> R + Sync,
) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let share = items.len().div_ceil(threads).max(SMALLEST_SHARE);
    let work = |items: &'a [T]| -> Vec<R> {
        let mut kept = kept();
        items.iter().map(|item| work(&mut kept, item)).collect()
    };
    if items.len() <= share {
        return work(items);
    }
    thread::scope(|scope| {
        let workers: Vec<_> = items.chunks(share).map(|items| scope.spawn(|| work(items))).collect();
        let results =
            workers.into_iter().map(|worker| worker.join().unwrap_or_else(|payload| panic::resume_unwind(payload)));
        results.flatten().collect()
    })
}

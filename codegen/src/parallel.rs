//! Work that does not depend on its neighbours, on all processors.

use std::num::NonZero;
use std::panic;
use std::thread;

/// So much work that a thread pays.
const SMALLEST_SHARE: usize = 64;

/// The results in the order of the items, whichever is done first.
pub(crate) fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let share = items.len().div_ceil(threads).max(SMALLEST_SHARE);
    let work = |items: &[T]| -> Vec<R> { items.iter().map(&work).collect() };
    if items.len() <= share {
        return work(items);
    }
    thread::scope(|scope| {
        let workers: Vec<_> = items.chunks(share).map(|items| scope.spawn(|| work(items))).collect();
        let results = workers.into_iter().map(|worker| worker.join().unwrap_or_else(|it| panic::resume_unwind(it)));
        results.flatten().collect()
    })
}

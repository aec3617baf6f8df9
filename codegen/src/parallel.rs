//! Runs independent work on all processors.

use std::num::NonZero;
use std::panic;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many items a thread takes at once. Fewer than two such pieces are not worth a thread.
const PIECE: usize = 32;

/// How many threads work on items.
fn threads(items: usize) -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(items / PIECE)
}

/// Does two things at the same time if they are about many items.
pub(crate) fn both<A: Send, B>(items: usize, first: impl FnOnce() -> A + Send, second: impl FnOnce() -> B) -> (A, B) {
    if threads(items) < 2 {
        return (first(), second());
    }
    thread::scope(|scope| {
        let other = scope.spawn(first);
        let second = second();
        (other.join().unwrap_or_else(|payload| panic::resume_unwind(payload)), second)
    })
}

/// Maps items in parallel. The results are in the order of the items.
pub(crate) fn map<I, R>(items: I, work: impl Fn(I::Item) -> R + Sync) -> Vec<R>
where
    I: IntoIterator<Item: Send, IntoIter: ExactSizeIterator + Send>,
    R: Send,
{
    map_with(items, || (), |(), item| work(item))
}

/// Maps items in parallel with something that each thread keeps for its next item, such as a cache. The results are in
/// the order of the items.
pub(crate) fn map_with<I, R, K>(
    items: I,
    kept: impl Fn() -> K + Sync,
    work: impl Fn(&mut K, I::Item) -> R + Sync,
) -> Vec<R>
where
    I: IntoIterator<Item: Send, IntoIter: ExactSizeIterator + Send>,
    R: Send,
{
    let items = items.into_iter();
    let threads = threads(items.len());
    let left = Mutex::new((0, items));
    // Some items take much longer than others, so a thread takes the next piece when it is done with one.
    let next = || -> (usize, Vec<I::Item>) {
        let mut left = left.lock().unwrap_or_else(PoisonError::into_inner);
        left.0 += 1;
        (left.0, left.1.by_ref().take(PIECE).collect())
    };
    let run = || -> Vec<(usize, Vec<R>)> {
        let mut kept = kept();
        let mut done = Vec::new();
        loop {
            let (number, piece) = next();
            if piece.is_empty() {
                return done;
            }
            done.push((number, piece.into_iter().map(|item| work(&mut kept, item)).collect()));
        }
    };
    let mut done = thread::scope(|scope| {
        // This thread is one of them.
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(run)).collect();
        let mut done = run();
        for other in others {
            done.extend(other.join().unwrap_or_else(|payload| panic::resume_unwind(payload)));
        }
        done
    });
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().flat_map(|(_, results)| results).collect()
}

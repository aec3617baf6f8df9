//! Runs independent work on all processors.

use std::num::NonZero;
use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many items a thread takes at once. Fewer than two such pieces are not worth a thread.
const PIECE: usize = 32;

/// Frees a large value while this thread goes on.
pub(crate) fn discard<T: Send + 'static>(value: T) {
    // Where there is no other thread, this one has freed it.
    let _ = thread::Builder::new().spawn(move || drop(value));
}

/// Does two things at the same time if they are about many items.
pub(crate) fn both<A: Send, B>(items: usize, first: impl FnOnce() -> A + Send, second: impl FnOnce() -> B) -> (A, B) {
    if items < 2 * PIECE {
        return (first(), second());
    }
    thread::scope(|scope| {
        let other = scope.spawn(first);
        let second = second();
        (other.join().unwrap_or_else(|payload| panic::resume_unwind(payload)), second)
    })
}

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
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(items.len() / PIECE);
    let pieces: Vec<&'a [T]> = items.chunks(PIECE).collect();
    let next = AtomicUsize::new(0);
    // Some items take much longer than others, so a thread takes the next piece when it is done with one.
    let run = || -> Vec<(usize, Vec<R>)> {
        let mut kept = kept();
        let mut done = Vec::new();
        loop {
            let idx = next.fetch_add(1, Ordering::Relaxed);
            let Some(piece) = pieces.get(idx) else { return done };
            done.push((idx, piece.iter().map(|item| work(&mut kept, item)).collect()));
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
    done.sort_by_key(|(idx, _)| *idx);
    done.into_iter().flat_map(|(_, results)| results).collect()
}

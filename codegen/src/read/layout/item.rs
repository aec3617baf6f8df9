//! What a line may be where values, types or limits are listed.

use crate::read::page::Cell;

/// What became of a line. What was written and is not read is in [`Item::Unread`], so that it cannot be dropped: only
/// what opens an item can, and that reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item<T> {
    /// It is an item of the list.
    Read(T),
    /// It looks like an item and is not written as one.
    Unread(Cell),
    /// It is text around the list.
    Text,
}

impl<T> Item<T> {
    /// A line that is an item, if it can be read as one, or that looks like an item.
    pub fn of(line: &Cell, read: Option<T>, is_like_item: bool) -> Self {
        match read {
            Some(item) => Self::Read(item),
            None if is_like_item => Self::Unread(line.clone()),
            None => Self::Text,
        }
    }
}

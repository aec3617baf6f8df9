// Searches values of any type for models.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use super::either::OrBoolean;
use super::patch::Patch;
use super::unexpected::{Report, Unexpected};

/// Lists everything that documents do not describe in a model, or in a value that contains models.
#[inline]
pub fn unexpected<T: Inspect + ?Sized>(value: &T) -> Vec<Unexpected> {
    let mut report = Report::default();
    value.report_to(&mut report);
    report.into_list()
}

/// A value that [`unexpected`] searches: a model, a list or map of models, an option, a tuple and so on.
///
/// A type of your own implements it by passing its parts to the report with their keys:
///
/// ```text
/// impl Inspect for Page {
///     fn report_to(&self, report: &mut Report) {
///         report.key("items", &self.items);
///     }
/// }
/// ```
pub trait Inspect {
    /// Adds what is unexpected to the report.
    fn report_to(&self, report: &mut Report);
}

/// Types without models.
macro_rules! plain {
    ($($type:ty),*) => {
        $(
            impl Inspect for $type {
                #[inline]
                fn report_to(&self, _: &mut Report) {}
            }
        )*
    };
}

plain!((), bool, char, str, String, serde_json::Value);
plain!(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64);

/// Pointers to a value.
macro_rules! pointers {
    ($($type:ty),*) => {
        $(
            impl<T: Inspect + ?Sized> Inspect for $type {
                #[inline]
                fn report_to(&self, report: &mut Report) {
                    (**self).report_to(report);
                }
            }
        )*
    };
}

pointers!(&T, &mut T, Box<T>, Rc<T>, Arc<T>);

impl<T: Inspect + ToOwned + ?Sized> Inspect for Cow<'_, T> {
    #[inline]
    fn report_to(&self, report: &mut Report) {
        (**self).report_to(report);
    }
}

impl<T: Inspect> Inspect for Option<T> {
    #[inline]
    fn report_to(&self, report: &mut Report) {
        if let Some(value) = self {
            value.report_to(report);
        }
    }
}

impl<T: Inspect> Inspect for Patch<T> {
    #[inline]
    fn report_to(&self, report: &mut Report) {
        self.value().report_to(report);
    }
}

impl<T: Inspect> Inspect for OrBoolean<T> {
    #[inline]
    fn report_to(&self, report: &mut Report) {
        self.value().report_to(report);
    }
}

impl<T: Inspect, E> Inspect for Result<T, E> {
    #[inline]
    fn report_to(&self, report: &mut Report) {
        self.as_ref().ok().report_to(report);
    }
}

/// Lists.
macro_rules! lists {
    ($($type:ty),*) => {
        $(
            impl<T: Inspect> Inspect for $type {
                fn report_to(&self, report: &mut Report) {
                    report.items(self);
                }
            }
        )*
    };
}

lists!([T], Vec<T>, VecDeque<T>, BTreeSet<T>);

impl<T: Inspect, const N: usize> Inspect for [T; N] {
    #[inline]
    fn report_to(&self, report: &mut Report) {
        self[..].report_to(report);
    }
}

/// In the order of the items, because that of the set is random.
impl<T: Inspect + Ord, S> Inspect for HashSet<T, S> {
    fn report_to(&self, report: &mut Report) {
        self.iter().collect::<BTreeSet<_>>().report_to(report);
    }
}

impl<K: AsRef<str>, T: Inspect> Inspect for BTreeMap<K, T> {
    fn report_to(&self, report: &mut Report) {
        for (key, value) in self {
            report.key(key.as_ref(), value);
        }
    }
}

/// In the order of the keys, because that of the map is random.
impl<K: AsRef<str>, T: Inspect, S> Inspect for HashMap<K, T, S> {
    fn report_to(&self, report: &mut Report) {
        let mut entries: Vec<_> = self.iter().map(|(key, value)| (key.as_ref(), value)).collect();
        entries.sort_unstable_by_key(|(key, _)| *key);
        for (key, value) in entries {
            report.key(key, value);
        }
    }
}

/// Tuples.
macro_rules! tuples {
    ($($($part:ident: $type:ident),*;)*) => {
        $(
            impl<$($type: Inspect),*> Inspect for ($($type,)*) {
                fn report_to(&self, report: &mut Report) {
                    let ($($part,)*) = self;
                    let parts: &[&dyn Inspect] = &[$($part),*];
                    report.items(parts);
                }
            }
        )*
    };
}

tuples! {
    a: A;
    a: A, b: B;
    a: A, b: B, c: C;
    a: A, b: B, c: C, d: D;
}

//! The names that programs use without a path.

/// The types and traits of the prelude.
#[rustfmt::skip]
const PRELUDE: &[&str] = &[
    "AsMut", "AsRef", "AsyncFn", "AsyncFnMut", "AsyncFnOnce", "Box", "Clone", "Copy", "Default", "DoubleEndedIterator",
    "Drop", "Eq", "Err", "ExactSizeIterator", "Extend", "Fn", "FnMut", "FnOnce", "From", "FromIterator", "Future",
    "Into", "IntoFuture", "IntoIterator", "Iterator", "None", "Ok", "Option", "Ord", "PartialEq", "PartialOrd",
    "Result", "Send", "Sized", "Some", "String", "Sync", "ToOwned", "ToString", "TryFrom", "TryInto", "Unpin", "Vec",
];

/// Whether a program would lose the meaning of a name with `use models::*`.
pub fn is_in_prelude(name: &str) -> bool {
    PRELUDE.contains(&name)
}

/// The name of a variant that a program can use after `use Enum::*` without losing a name of the prelude.
pub(super) fn outside_prelude(name: String) -> String {
    match &*name {
        "None" | "Some" | "Ok" | "Err" | "Default" => name + "Value",
        "Self" | "Self_" => "SelfValue".to_owned(),
        _ => name,
    }
}

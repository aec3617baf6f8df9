// What formats can hold. serde does not say it: of query strings and JSON, both are only known to be human-readable,
// and of MessagePack and postcard, both are known not to be. So the formats that differ from what that suggests are
// known here by their crates.

use std::any::type_name;

/// What a format can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Objects with values whose types are visible, such as JSON.
    SelfDescribing,
    /// Objects with values that are all text, such as query strings.
    Texts,
    /// Rows of texts in the same columns, such as CSV.
    Rows,
    /// Values of known types in a known order, such as postcard.
    Positional,
}

/// The crates of binary formats that are self-describing.
const SELF_DESCRIBING: &[&str] = &["rmp_serde", "ciborium", "serde_cbor", "cbor4ii", "minicbor_serde"];

/// The crates of query strings.
const TEXTS: &[&str] = &["serde_urlencoded", "serde_qs", "serde_html_form"];

/// The crates of CSV.
const ROWS: &[&str] = &["csv"];

impl Format {
    /// The format of a serializer or deserializer. It is asked for by each model that is written, so for the usual
    /// format the compiler has to know the answer: it does if prefixes are all that is looked at.
    #[inline]
    pub(super) fn of<T>(is_human_readable: bool) -> Self {
        let name = type_name::<T>();
        if name.strip_prefix("&mut ").unwrap_or(name).starts_with("serde_json::") {
            return Self::SelfDescribing;
        }
        Self::of_other(name, is_human_readable)
    }

    fn of_other(name: &str, is_human_readable: bool) -> Self {
        Self::known(name).unwrap_or(if is_human_readable { Self::SelfDescribing } else { Self::Positional })
    }

    /// The format of the first known crate in the name of a type. Other types may be around it, such as those of
    /// `serde_path_to_error`.
    fn known(name: &str) -> Option<Self> {
        let paths = name.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '_' | ':'));
        let mut crates = paths.filter_map(|path| path.split_once("::").map(|(name, _)| name));
        crates.find_map(|name| match name {
            _ if SELF_DESCRIBING.contains(&name) => Some(Self::SelfDescribing),
            _ if TEXTS.contains(&name) => Some(Self::Texts),
            _ if ROWS.contains(&name) => Some(Self::Rows),
            _ => None,
        })
    }
}

//! A conversation of 150 KB in each of the styles that the benches compare.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tests::payload;

/// They look for each other in `crate::models`, so a bench has to use this module.
#[allow(
    clippy::all,
    clippy::pedantic,
    missing_docs,
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "written in another style on purpose"
)]
pub(crate) mod models {
    include!(concat!(env!("OUT_DIR"), "/peer/mod.rs"));
}

/// Our models with date-times as text, as that style has them.
#[allow(clippy::pedantic, dead_code, unreachable_pub, unused_imports, reason = "one model of many is read")]
mod dates_as_text {
    include!(concat!(env!("OUT_DIR"), "/specs_text.rs"));
}

const KILOBYTES: usize = 150;

/// A conversation in one of the styles.
pub(crate) trait Conversation: DeserializeOwned + Serialize + Clone + PartialEq {}

// In the tables they would all be called as their type is; a transparent wrapper gives a name and costs nothing.
macro_rules! styles {
    ($($name:ident($ty:ty)),*) => {$(
        #[derive(Clone, PartialEq, Serialize, Deserialize)]
        #[serde(transparent)]
        pub(crate) struct $name($ty);

        impl Conversation for $name {}
    )*};
}

styles!(
    Ours(::models::Conversation),
    OursDatesAsText(dates_as_text::Conversation),
    Peer(models::Conversation),
    Json(Value)
);

/// The conversation as text.
pub(crate) fn text() -> String {
    payload::conversation(KILOBYTES).to_string()
}

/// The conversation as a value.
pub(crate) fn read<T: Conversation>() -> T {
    serde_json::from_str(&text()).expect("every style reads the conversation")
}

/// Room for what is written, so that only what a style allocates counts.
pub(crate) fn buffer() -> Vec<u8> {
    Vec::with_capacity(2 * KILOBYTES * 1000)
}

//! A conversation of 150 KB in each of the styles that the benches compare.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tests::payload;

/// The models in openapi-generator's style. They refer to each other by `crate::models`, so every bench imports this
/// module.
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

/// Our models with date-times as text, as in openapi-generator's style.
#[allow(clippy::pedantic, dead_code, unreachable_pub, unused_imports, reason = "the benches use one model of many")]
mod dates_as_text {
    include!(concat!(env!("OUT_DIR"), "/specs_text.rs"));
}

const KILOBYTES: usize = 150;

/// A conversation in one of the styles.
pub(crate) trait Conversation: DeserializeOwned + Serialize + Clone + PartialEq {}

// The table of results shows the name of the type, and several types are named `Conversation`. A transparent wrapper
// gives each style its own name at no cost.
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

/// The text of the conversation.
pub(crate) fn text() -> String {
    payload::conversation(KILOBYTES).to_string()
}

/// The value of the conversation.
pub(crate) fn read<T: Conversation>() -> T {
    serde_json::from_str(&text()).expect("every style reads the conversation")
}

/// A buffer that is large enough for the output, so that only the allocations of the style are counted.
pub(crate) fn buffer() -> Vec<u8> {
    Vec::with_capacity(2 * KILOBYTES * 1000)
}

//! Typed models of Genesys Cloud's conversations, chats and messages, for serde.
//!
//! Every type is made at build time from a document in `specs/`, which its documentation names. All of
//! them are here, flat: [`Conversation`], [`ConversationChat`], [`Message`], [`InternalMessage`],
//! [`ChatMediaParticipant`] and whatever these reach.
//!
//! # Conventions
//!
//! - A field is an `Option` unless it is a list or map that its document requires. "Required by the
//!   document" is a promise about what you send; responses leave required keys out.
//! - `None` is not written. Keys that a model does not know are ignored when it is read.
//! - A required list or map that is absent reads as empty.
//! - Date-times are [`jiff::Timestamp`], dates [`jiff::civil::Date`], integers without a documented width
//!   `i64`, anything goes into [`serde_json::Value`].
//! - Names are those of the documents, in the case of Rust. Where the key in JSON is not their camel case,
//!   the documentation of the field says so.
//!
//! # Example
//!
//! Read a conversation, change it, and write it back:
//!
//! ```
//! use models::{Conversation, Participant};
//!
//! let body = r#"{
//!     "id": "7f3c",
//!     "startTime": "2026-03-01T09:30:00Z",
//!     "participants": [{"id": "p1", "purpose": "customer"}]
//! }"#;
//! let mut conversation: Conversation = serde_json::from_str(body)?;
//!
//! conversation.external_tag = Some("ticket-512".to_owned());
//! conversation.participants.push(Participant {
//!     purpose: Some("agent".to_owned()),
//!     connected_time: conversation.start_time,
//!     ..Participant::default()
//! });
//!
//! let written = serde_json::to_value(&conversation)?;
//! assert_eq!(written["externalTag"], "ticket-512");
//! assert_eq!(written["participants"][1]["connectedTime"], "2026-03-01T09:30:00Z");
//! assert_eq!(written.get("endTime"), None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[allow(clippy::pedantic, reason = "names, texts and shapes are the documents' own")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/models.rs"));
}

pub use generated::*;

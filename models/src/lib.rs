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
//! - `None` is not written. Absent and `null` read as `None`, or as empty where a list or map is required.
//! - Any JSON object can be read as any model. A key that its document does not have, and a value that is not
//!   of the kind that the document says, go into the field `extra` and are written back.
//!   [`unexpected`](support::unexpected) lists them, however deep they are.
//! - Texts with known values are enums. A value that is not known is in the variant `Unlisted`, and
//!   `as_str` has the text of any of them.
//! - `new` takes what the document requires, and is there where something is required. `with_` and the name
//!   of a field sets it. Large models within others are in a `Box`; `with_` puts them there.
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
//! conversation.participants.push(Participant::default().with_purpose("supervisor"));
//!
//! let written = serde_json::to_value(&conversation)?;
//! assert_eq!(written["externalTag"], "ticket-512");
//! assert_eq!(written["participants"][1]["connectedTime"], "2026-03-01T09:30:00Z");
//! assert_eq!(written.get("endTime"), None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Nothing is refused and nothing is lost, and nobody is left in the dark:
//!
//! ```
//! use models::{Conversation, ConversationState, support};
//!
//! let body = r#"{"participants":[{"purpose":7}],"state":"asleep","mood":"good"}"#;
//! let conversation: Conversation = serde_json::from_str(body)?;
//!
//! assert_eq!(conversation.participants[0].purpose, None);
//! assert_ne!(conversation.state, Some(ConversationState::Connected));
//! assert_eq!(conversation.extra.get("mood"), Some(&"good".into()));
//! let unexpected: Vec<_> = support::unexpected(&conversation).iter().map(ToString::to_string).collect();
//! assert_eq!(unexpected, [
//!     "participants[0].purpose: expected string, found 7",
//!     "state: unlisted value \"asleep\"",
//!     "mood: unknown key, found \"good\"",
//! ]);
//! assert_eq!(serde_json::to_value(&conversation)?, serde_json::from_str::<serde_json::Value>(body)?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A text that is not known can be compared, but no pattern and no expression names it as `Unlisted`, so that
//! code keeps its meaning when a later document lists the text:
//!
//! ```
//! use models::ConversationState;
//!
//! let state = ConversationState::from("asleep");
//! assert!(state == "asleep" && matches!(state, ConversationState::Unlisted(_)));
//! ```
//!
//! ```compile_fail,E0277
//! let state = models::ConversationState::Unlisted(Default::default());
//! ```

#[allow(clippy::pedantic, reason = "names, texts and shapes are the documents' own")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/models.rs"));
}

pub use generated::*;

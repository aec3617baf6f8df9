//! Typed models of Genesys Cloud's conversations, chats and messages, for serde.
//!
//! Every type is generated at build time from a document in `specs/`, which its documentation names. All types are in the
//! root of the crate: [`Conversation`], [`ConversationChat`], [`Message`], [`InternalMessage`], [`ChatMediaParticipant`]
//! and the types that these contain; [`ConversationEventTopicConversation`], the body of notifications about
//! conversations; and bodies of requests such as [`CreateWebChatMessageRequest`] and [`AdditionalMessage`].
//!
//! # Conventions
//!
//! - A field is an `Option` unless it is a list or map that its document requires. "Required by the document" tells you
//!   what to send; responses may leave required keys out.
//! - An absent key and `null` are read as `None`, or as an empty list or map. `None` is not written, unless the document
//!   requires the key and allows `null`; then it is `null`.
//! - Every JSON object can be read as every model. Unknown keys and values of an unexpected type go into the field
//!   `extra` and are written back. [`unexpected`](support::unexpected) lists them for a model and all models within it.
//! - `null`s within lists and maps are left out of the fields and written back. So is the text of a date-time that its
//!   type cannot hold, such as `9999-12-31T23:59:59Z`; the field has the nearest value.
//! - If a key is an assumption, because its documents spell names in another case than JSON, other cases of it are read,
//!   too, and written back as they came.
//! - Strings with allowed values are enums. Any other string is read as the variant `Unlisted`. `as_str` returns the
//!   string of every variant.
//! - `new` takes a struct of the values that the document requires: [`Segment::new`] takes [`SegmentRequired`]. Models
//!   without such values have no `new`. `with_` and the name of a field sets the field to a value or, if the field is an
//!   `Option`, to an `Option` of one. Large models within other models are in a `Box`; the setter boxes them.
//! - Date-times are [`jiff::Timestamp`][timestamp], dates [`jiff::civil::Date`][date], integers without a documented width
//!   `i64`, and values of any type [`serde_json::Value`]. The crate `jiff` is available as `support::jiff`.
//! - Names are those of the documents, in Rust's case. If the JSON key of a field is not the camel case of its name, the
//!   documentation of the field states it.
//!
//! [timestamp]: https://docs.rs/jiff/latest/jiff/struct.Timestamp.html
//! [date]: https://docs.rs/jiff/latest/jiff/civil/struct.Date.html
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
//! Reading refuses nothing and loses nothing, and you can list what was unexpected:
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
//! An unknown value can be compared with a string, but code cannot construct `Unlisted` or match a particular string in
//! it, so that the code keeps its meaning when a later document lists the value:
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

#![doc = include_str!(concat!(env!("OUT_DIR"), "/models.md"))]

include!(concat!(env!("OUT_DIR"), "/models.rs"));

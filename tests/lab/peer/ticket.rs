use crate::models;
use serde::{Deserialize, Serialize};

/// Ticket : What a customer asked for.
#[derive(Clone, Default, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ticket {
    /// Identifies the ticket.
    #[serde(rename = "id")]
    pub id: String,
    /// Where it stands.
    #[serde(rename = "state")]
    pub state: State,
    /// What was chosen.
    #[serde(rename = "option", skip_serializing_if = "Option::is_none")]
    pub option: Option<Option2>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// One for each step.
    #[serde(rename = "weights")]
    pub weights: Vec<i64>,
    /// Who cares for it.
    #[serde(rename = "owner")]
    pub owner: Box<models::Person>,
    /// The ticket that it is part of.
    #[serde(rename = "parent", skip_serializing_if = "Option::is_none")]
    pub parent: Option<Box<models::Ticket>>,
    /// Its parts.
    #[serde(rename = "children", skip_serializing_if = "Option::is_none")]
    pub children: Option<Vec<models::Ticket>>,
    /// Other tickets by name.
    #[serde(rename = "byName", skip_serializing_if = "Option::is_none")]
    pub by_name: Option<std::collections::HashMap<String, models::Ticket>>,
    /// No document describes it.
    #[serde(rename = "place", skip_serializing_if = "Option::is_none")]
    pub place: Option<serde_json::Value>,
    /// When it was opened.
    #[serde(rename = "created")]
    pub created: String,
    /// Anything.
    #[serde(rename = "extra", skip_serializing_if = "Option::is_none")]
    pub extra: Option<serde_json::Value>,
    /// Where it lives.
    #[serde(rename = "selfUri", skip_serializing_if = "Option::is_none")]
    pub self_uri: Option<String>,
}

impl Ticket {
    pub fn new(id: String, state: State, weights: Vec<i64>, owner: Box<models::Person>, created: String) -> Ticket {
        Ticket {
            id,
            state,
            option: None,
            r#type: None,
            weights,
            owner,
            parent: None,
            children: None,
            by_name: None,
            place: None,
            created,
            extra: None,
            self_uri: None,
        }
    }
}

/// Where it stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
pub enum State {
    #[serde(rename = "open")]
    Open,
    #[serde(rename = "on-hold")]
    OnHold,
    #[serde(rename = "closed")]
    Closed,
}

impl Default for State {
    fn default() -> State {
        Self::Open
    }
}

/// What was chosen.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
pub enum Option2 {
    #[serde(rename = "none")]
    None,
    #[serde(rename = "some")]
    Some,
}

impl Default for Option2 {
    fn default() -> Option2 {
        Self::None
    }
}

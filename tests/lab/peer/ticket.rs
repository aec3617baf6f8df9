use crate::models;
use serde::{Deserialize, Serialize};

/// Ticket : A request of a customer.
#[derive(Clone, Default, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ticket {
    /// Identifies the ticket.
    #[serde(rename = "id")]
    pub id: String,
    /// The state of the ticket.
    #[serde(rename = "state")]
    pub state: State,
    /// The option that was chosen.
    #[serde(rename = "option", skip_serializing_if = "Option::is_none")]
    pub option: Option<Option2>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// The weight of each step.
    #[serde(rename = "weights")]
    pub weights: Vec<i64>,
    /// The person who handles the ticket.
    #[serde(rename = "owner")]
    pub owner: Box<models::Person>,
    /// The ticket that contains this one.
    #[serde(rename = "parent", skip_serializing_if = "Option::is_none")]
    pub parent: Option<Box<models::Ticket>>,
    /// The tickets that this one contains.
    #[serde(rename = "children", skip_serializing_if = "Option::is_none")]
    pub children: Option<Vec<models::Ticket>>,
    /// Other tickets by name.
    #[serde(rename = "byName", skip_serializing_if = "Option::is_none")]
    pub by_name: Option<std::collections::HashMap<String, models::Ticket>>,
    /// A model without a document.
    #[serde(rename = "place", skip_serializing_if = "Option::is_none")]
    pub place: Option<serde_json::Value>,
    /// When the ticket was opened.
    #[serde(rename = "created")]
    pub created: String,
    /// Any JSON value.
    #[serde(rename = "extra", skip_serializing_if = "Option::is_none")]
    pub extra: Option<serde_json::Value>,
    /// The address of the ticket.
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

/// The state of the ticket.
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

/// The option that was chosen.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
pub enum Option2 {
    #[serde(rename = "none")]
    NoneValue,
    #[serde(rename = "some")]
    SomeValue,
}

impl Default for Option2 {
    fn default() -> Option2 {
        Self::NoneValue
    }
}

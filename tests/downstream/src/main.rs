//! Reads a conversation, ends it and writes it back, as a program that uses the crate `models` does.

use std::error::Error;

use models::{Conversation, ConversationChat, ConversationChatState, ConversationState, Participant, support};
use models::{JourneyContext, JourneyCustomer, JourneyCustomerRequired};

fn main() -> Result<(), Box<dyn Error>> {
    let mut conversation: Conversation = serde_json::from_str(include_str!("../conversation.json"))?;
    // Reading refuses nothing, so report what the documents do not describe.
    for found in support::unexpected(&conversation) {
        eprintln!("unexpected: {found}");
    }
    end(&mut conversation)?;
    println!("{}", serde_json::to_string_pretty(&conversation)?);
    Ok(())
}

/// Disconnects everybody at the time at which the customer left.
fn end(conversation: &mut Conversation) -> Result<(), Box<dyn Error>> {
    let customer = conversation.participants.iter().find(|it| it.purpose.as_deref() == Some("customer"));
    let end_time = customer.and_then(|it| it.end_time).ok_or("the customer is still there")?;

    conversation.end_time = Some(end_time);
    conversation.state = Some(ConversationState::Disconnected);
    for participant in conversation.participants.iter_mut().filter(|it| it.end_time.is_none()) {
        participant.end_time = Some(end_time);
        let attributes = participant.attributes.get_or_insert_default();
        attributes.insert("resolution".to_owned(), "voucher".to_owned());
        attributes.insert("closedBy".to_owned(), env!("CARGO_PKG_NAME").to_owned());
        for chat in participant.chats.iter_mut().flatten() {
            chat.state = Some(ConversationChatState::Disconnected);
            chat.disconnected_time = Some(end_time);
        }
    }

    let customer = JourneyCustomerRequired { id: "c-51f2".into(), id_type: "cookie".into() };
    let journey = JourneyContext::default().with_customer(JourneyCustomer::new(customer));
    let chat = ConversationChat { state: Some("archived".into()), ..Default::default() }.with_journey_context(journey);
    let archive = Participant::default().with_name("Archive").with_purpose("workflow").with_start_time(end_time);
    conversation.participants.push(archive.with_chats([chat]));
    Ok(())
}

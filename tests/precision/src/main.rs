//! Reads a conversation per line. Writes a line with the conversation and a line with what was unexpected in it.

use models::{Conversation, support};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for line in std::io::stdin().lines() {
        let line = line?;
        let conversation: Conversation = serde_json::from_str(&line)?;
        let value: serde_json::Value = serde_json::from_str(&line)?;
        assert_eq!(serde_json::from_value::<Conversation>(value)?, conversation);
        let written = serde_json::to_string(&conversation)?;
        assert_eq!(serde_json::from_str::<Conversation>(&written)?, conversation);
        let unexpected: Vec<String> = support::unexpected(&conversation).iter().map(ToString::to_string).collect();
        println!("{written}\n{}", serde_json::to_string(&unexpected)?);
    }
    Ok(())
}

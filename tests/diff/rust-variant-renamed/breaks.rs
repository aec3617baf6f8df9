assert_eq!(models::State::SentOut.as_str(), "sent out");

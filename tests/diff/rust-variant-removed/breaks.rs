assert_eq!(models::State::Paid.as_str(), "paid");

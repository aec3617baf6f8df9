//! Numbers of 32 bits in JSON and in other formats.

use generated::cases::house_notes::Ticket;
use generated::cases::strict_deny::Scale;

type Test = Result<(), Box<dyn std::error::Error>>;

/// The bits that come back when a number has been written and read, for every number whose bits are a multiple of this
/// one.
fn check(step: usize) -> Test {
    let mut ticket = Ticket::default();
    for bits in (0..=u32::MAX).step_by(step) {
        let weight = f32::from_bits(bits);
        if weight.is_finite() {
            ticket.weight = Some(weight);
            let text = serde_json::to_string(&ticket)?;
            let read: Ticket = serde_json::from_str(&text)?;
            assert_eq!(read.weight.map(f32::to_bits), Some(bits), "{text}");
        }
    }
    Ok(())
}

#[test]
fn a_float32_is_read_as_it_was_written() -> Test {
    for weight in [0.0, -0.0, 0.1, f32::MIN, f32::MAX, f32::MIN_POSITIVE, f32::EPSILON, 1e-45, 16_777_216.0, 1e30] {
        let text = serde_json::to_string(&Ticket { weight: Some(weight), ..Ticket::default() })?;
        let read: Ticket = serde_json::from_str(&text)?;
        assert_eq!(read.weight.map(f32::to_bits), Some(weight.to_bits()), "{text}");
    }
    // A prime number, so that all exponents and many mantissas are among the bits.
    check(30_011)
}

/// `cargo test --release -p generated -- --ignored every_float32` takes about an hour.
#[test]
#[ignore = "reads all 4,294,967,296 patterns"]
fn every_float32_is_read_as_it_was_written() -> Test {
    check(1)
}

#[test]
fn a_number_with_more_digits_than_a_float32_is_kept() -> Test {
    for text in ["0.10000000149011612", "0.1000000000000001", "16777217", "5e-324", "1e39", "-3.5e38"] {
        let body = format!(r#"{{"weight":{text}}}"#);
        let read: Ticket = serde_json::from_str(&body)?;
        assert_eq!(read.weight, None, "{text}");
        let written: serde_json::Value = serde_json::to_value(&read)?;
        assert_eq!(written, serde_json::from_str::<serde_json::Value>(&body)?);
    }
    Ok(())
}

/// JSON has no number for these, so `serde_json` writes `null`. Other formats have them.
#[test]
fn floats_that_are_no_numbers_are_null_in_json() -> Test {
    for weight in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        let ticket = Ticket { weight: Some(weight), ..Ticket::default() };
        let text = serde_json::to_string(&ticket)?;
        assert!(text.ends_with(r#""weight":null}"#), "{text}");
        assert_eq!(serde_json::from_str::<Ticket>(&text)?.weight, None);
        let bytes = postcard::to_allocvec(&ticket)?;
        let read: Ticket = postcard::from_bytes(&bytes)?;
        assert_eq!(read.weight.map(|it| it.total_cmp(&weight)), Some(std::cmp::Ordering::Equal));
        let mut bytes = Vec::new();
        ciborium::into_writer(&ticket, &mut bytes)?;
        let read: Ticket = ciborium::from_reader(&*bytes)?;
        assert_eq!(read.weight.map(|it| it.total_cmp(&weight)), Some(std::cmp::Ordering::Equal));
    }
    assert!(serde_json::from_str::<Scale>(r#"{"weight":null}"#).is_err());
    Ok(())
}

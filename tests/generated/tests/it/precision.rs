//! Models where the feature `arbitrary_precision` of `serde_json` is on. It then hands out numbers as objects.

use std::error::Error;
use std::io::Write as _;
use std::process::Stdio;

use codegen::Config;
use codegen::schema::ModelName;
use generated::same::difference;
use models::{Conversation, support};
use serde_json::{Value, json};
use tests::{payload, scratch};

/// Numbers in fields and under unknown keys.
const NUMBERS: &str = r#"{"maxParticipants":5,"participants":[{"alertingTimeoutMs":12.0,"wrapupTimeoutMs":1e400},
    {"chats":[{"queueMediaSettings":{"autoAnswerAlertToneSeconds":0.25,"alertingTimeoutSeconds":3}}]},
    {"chats":[{"queueMediaSettings":{"autoAnswerAlertToneSeconds":1e400}},
        {"queueMediaSettings":{"autoAnswerAlertToneSeconds":0.1000000000000000000001}},
        {"queueMediaSettings":{"autoAnswerAlertToneSeconds":100000000000000000000}},
        {"queueMediaSettings":{"autoAnswerAlertToneSeconds":123456789012345678901}},
        {"queueMediaSettings":{"autoAnswerAlertToneSeconds":1.50E+1}}]}],
    "divisions":[{"division":{"name":18446744073709551616}}],
    "conversationIds":[1,"x",18446744073709551616],"recentTransfers":5,"name":0.10,"digits":1234567890123456789012345678901234567890.000000000000000000000000000012}"#;

#[test]
fn every_digit_is_kept() -> Result<(), Box<dyn Error>> {
    let mut bodies = Vec::new();
    for payload in payload::written_by_hand()?.into_iter().filter(|payload| payload.model == "Conversation") {
        bodies.push((payload.name, payload.body.replace('\n', " ")));
    }
    let count = bodies.len();
    bodies.push(("digits".to_owned(), NUMBERS.replace('\n', " ")));
    let lines = run(&bodies.iter().map(|(_, body)| format!("{body}\n")).collect::<String>())?;
    assert_eq!(lines.len(), bodies.len() * 2);

    let schema = Config::new().specs(scratch::repository().join("specs")).compile().schema;
    for ((name, body), said) in bodies[..count].iter().zip(lines.chunks(2)) {
        let (body, written): (Value, Value) = (serde_json::from_str(body)?, serde_json::from_str(&said[0])?);
        assert_eq!(difference(&body, &written, &ModelName("Conversation".to_owned()), &schema), None, "{name}");
        if name == "numbers" {
            // One has more digits than a float. Here they count.
            continue;
        }
        let paths = |texts: Vec<String>| {
            texts.iter().map(|text| text.split(", found ").next().map(str::to_owned)).collect::<Vec<_>>()
        };
        let conversation: Conversation = serde_json::from_value(body)?;
        let expected = support::unexpected(&conversation).iter().map(ToString::to_string).collect();
        assert_eq!(paths(serde_json::from_str(&said[1])?), paths(expected), "{name}");
    }

    let unexpected: Value = serde_json::from_str(&lines[count * 2 + 1])?;
    let expected = json!([
        "participants[0].wrapupTimeoutMs: expected int32, found 1e+400",
        "participants[2].chats[0].queueMediaSettings.autoAnswerAlertToneSeconds: expected float64, found 1e+400",
        "participants[2].chats[1].queueMediaSettings.autoAnswerAlertToneSeconds: expected float64, found 0.1000000000000000000001",
        "participants[2].chats[3].queueMediaSettings.autoAnswerAlertToneSeconds: expected float64, found 123456789012345678901",
        "divisions[0].division.name: expected string, found 18446744073709551616",
        "conversationIds: expected list[string], found [1,\"x\",18446744073709551616]",
        "digits: unknown key, found 1234567890123456789012345678901234567890.000000000000000000000000000012",
        "name: expected string, found 0.10",
        "recentTransfers: expected list[TransferResponse], found 5",
    ]);
    assert_eq!(unexpected, expected);
    for kept in [
        "1e+400",
        "0.10",
        "1234567890123456789012345678901234567890.000000000000000000000000000012",
        "\"alertingTimeoutMs\":12}",
        ":0.25",
    ] {
        assert!(lines[count * 2].contains(kept), "{kept}: {}", lines[count * 2]);
    }
    Ok(())
}

fn run(bodies: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let folder = scratch::repository().join("tests/precision");
    let mut command = scratch::cargo("run", &folder)?;
    let mut program = command.arg("--quiet").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    program.stdin.take().ok_or("no input")?.write_all(bodies.as_bytes())?;
    let output = program.wait_with_output()?;
    assert!(output.status.success());
    Ok(String::from_utf8(output.stdout)?.lines().map(str::to_owned).collect())
}

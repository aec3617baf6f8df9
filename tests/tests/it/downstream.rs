//! A program outside the workspace that depends on `models` as any other would.

use std::fs;
use std::io;

use serde_json::{Value, json};
use tests::scratch;

#[test]
fn a_dependant_reads_changes_and_writes_a_conversation() -> io::Result<()> {
    let folder = scratch::repository().join("tests/downstream");
    let output = scratch::cargo("run", &folder)?.arg("--quiet").output()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let written: Value = serde_json::from_slice(&output.stdout)?;

    let read: Value = serde_json::from_slice(&fs::read(folder.join("conversation.json"))?)?;
    let mut expected = read.clone();
    expected["endTime"] = json!("2026-03-02T09:31:52.008Z");
    expected["state"] = json!("disconnected");
    let agent = &mut expected["participants"][2];
    agent["endTime"] = json!("2026-03-02T09:31:52.008Z");
    agent["attributes"] = json!({ "resolution": "voucher", "closedBy": "downstream" });
    agent["chats"][0]["state"] = json!("disconnected");
    agent["chats"][0]["disconnectedTime"] = json!("2026-03-02T09:31:52.008Z");

    let archive = json!({
        "name": "Archive",
        "purpose": "workflow",
        "startTime": "2026-03-02T09:31:52.008Z",
        "chats": [{"state": "archived", "journeyContext": {"customer": {"id": "c-51f2", "idType": "cookie"}}}],
    });
    expected["participants"].as_array_mut().into_iter().for_each(|it| it.push(archive.clone()));

    // The program keeps everything that it does not change: names, times, numbers, empty lists, and unknown keys
    // and values.
    assert_ne!(written, read);
    assert_eq!(written, expected);

    let said = String::from_utf8_lossy(&output.stderr);
    let unexpected: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("unexpected: ")).collect();
    let expected = [
        "participants[2].wrapupTimeoutMs: expected int32, found \"120 s\"",
        "recordingState: unlisted value \"none\"",
        "surveyCount: unknown key, found 0",
    ];
    assert_eq!(unexpected, expected);
    Ok(())
}

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

    // All that the program did not change is as it was: names, times, numbers, empty lists.
    assert_ne!(written, read);
    assert_eq!(written, expected);
    Ok(())
}

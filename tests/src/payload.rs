//! Bodies of responses: those in `payloads/`, written by hand, and a large one that is made here.

use std::path::Path;
use std::{fs, io};

use serde_json::{Map, Value, json};

use crate::scratch::repository;

/// A body in `payloads/`.
#[derive(Clone, Debug)]
pub struct Payload {
    /// The model that it is read as.
    pub model: String,
    /// The name of its file without the ending.
    pub name: String,
    /// The body, as text. Of an event it is what the model describes: the `eventBody`.
    pub body: String,
}

/// The bodies in `payloads/`, by model and name.
///
/// # Errors
///
/// The disk refuses, or a file is not JSON.
pub fn written_by_hand() -> io::Result<Vec<Payload>> {
    let mut payloads = Vec::new();
    for folder in entries(&repository().join("tests/payloads"))?.iter().filter(|it| it.is_dir()) {
        for path in entries(folder)?.into_iter().filter(|it| it.extension().is_some_and(|it| it == "json")) {
            let part = |it: Option<&std::ffi::OsStr>| it.unwrap_or_default().to_string_lossy().into_owned();
            let (model, name) = (part(folder.file_name()), part(path.file_stem()));
            let mut body = fs::read_to_string(&path)?;
            if name.starts_with("event-") {
                body = serde_json::from_str::<Value>(&body)?["eventBody"].to_string();
            }
            payloads.push(Payload { model, name, body });
        }
    }
    Ok(payloads)
}

fn entries(folder: &Path) -> io::Result<Vec<std::path::PathBuf>> {
    let mut entries = fs::read_dir(folder)?.map(|it| it.map(|it| it.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}

/// A conversation of at least this many kilobytes, the same every time: what a long one with many transfers
/// looks like. Its keys, kinds and words are those that the documents and the API's sources know, so that
/// even strict models read it.
pub fn conversation(kilobytes: usize) -> Value {
    let mut maker = Maker::default();
    let mut participants = Vec::new();
    let mut size = 0;
    while size < kilobytes * 1000 {
        let participant = maker.participant(participants.len());
        size += participant.to_string().len();
        participants.push(participant);
    }
    let id = maker.id();
    json!({
        "id": id,
        "name": "Order 40817: the parcel is late",
        "externalTag": "ticket-40817",
        "startTime": maker.time(),
        "address": "zoe@example.com",
        "participants": participants,
        "conversationIds": [maker.id(), maker.id()],
        "maxParticipants": 400,
        "recordingState": "ACTIVE",
        "state": "connected",
        "divisions": [{ "division": maker.named("divisions", "Home"), "entities": [] }],
        "recentTransfers": [{
            "id": maker.id(),
            "state": "Complete",
            "dateIssued": maker.time(),
            "initiator": { "userId": maker.id() },
            "modifiedBy": maker.reference("users"),
            "destination": { "userId": maker.id(), "address": "sip:agent-7@example.com" },
            "transferType": "Unattended",
        }],
        "securePause": false,
        "utilizationLabelId": maker.id(),
        "selfUri": format!("/api/v2/conversations/{id}"),
    })
}

/// Makes up ids, times and texts; each differs from the one before.
#[derive(Default)]
struct Maker {
    count: u64,
}

impl Maker {
    /// A number that looks random (the finaliser of splitmix64).
    fn number(&mut self) -> u64 {
        self.count += 1;
        let it = self.count.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.number() % limit
    }

    fn id(&mut self) -> String {
        let digits = format!("{:016x}{:016x}", self.number(), self.number());
        let at = |from: usize, to: usize| &digits[from..to];
        format!("{}-{}-4{}-a{}-{}", at(0, 8), at(8, 12), at(13, 16), at(17, 20), at(20, 32))
    }

    /// Later than all before it, with milliseconds that do not end in zero, so that every way to write it
    /// is the same.
    fn time(&mut self) -> String {
        let seconds = self.count;
        let (hour, minute, second) = (8 + seconds / 3600 % 16, seconds / 60 % 60, seconds % 60);
        let milliseconds = self.below(100) * 10 + 1 + seconds % 9;
        format!("2026-03-02T{hour:02}:{minute:02}:{second:02}.{milliseconds:03}Z")
    }

    fn text(&mut self) -> &'static str {
        let texts = [
            "The parcel was due on Monday and the tracking page has not changed since.",
            "Spoke to the carrier; it is held at the depot in Malmö and leaves tonight.",
            "Offered a voucher, which was accepted \u{1f642}",
            "Customer asks for a call back after 16:00.\nPrefers the mobile number.",
            "Handed over to second level, \"because the label is damaged\".",
        ];
        texts[usize::try_from(self.below(5)).unwrap_or_default()]
    }

    fn reference(&mut self, of: &str) -> Value {
        let id = self.id();
        json!({ "selfUri": format!("/api/v2/{of}/{id}"), "id": id })
    }

    fn named(&mut self, of: &str, name: &str) -> Value {
        let mut named = self.reference(of);
        named["name"] = name.into();
        named
    }

    fn address(&mut self, scheme: &str) -> Value {
        let number = 1_000_000 + self.below(9_000_000);
        json!({
            "name": format!("Caller {number}"),
            "nameRaw": format!("Caller {number}"),
            "addressNormalized": format!("{scheme}:+4640{number}"),
            "addressRaw": format!("{scheme}:+4640{number}@example.com;user=phone"),
            "addressDisplayable": format!("+46 40 {number}"),
        })
    }

    fn segments(&mut self) -> Value {
        let kinds = [("Alert", "Answered"), ("Interact", "Hold"), ("Hold", "Unhold"), ("Interact", "Disconnect")];
        let segment = |(kind, ended)| json!({ "startTime": self.time(), "endTime": self.time(), "type": kind, "howEnded": ended });
        let mut segments: Vec<Value> = kinds.map(segment).into();
        if let Some(last) = segments.last_mut() {
            last["disconnectType"] = "client".into();
        }
        segments.into()
    }

    fn wrapup(&mut self) -> Value {
        json!({
            "code": self.id(),
            "name": "Delivery: late",
            "notes": self.text(),
            "tags": ["delivery", "voucher"],
            "durationSeconds": 20 + self.below(300),
            "endTime": self.time(),
            "provisional": false,
        })
    }

    /// What every kind of communication has.
    fn communication(&mut self) -> Value {
        json!({
            "id": self.id(),
            "state": "disconnected",
            "segments": self.segments(),
            "disconnectType": "client",
            "connectedTime": self.time(),
            "disconnectedTime": self.time(),
            "provider": "Edge",
            "peerId": self.id(),
        })
    }

    fn after_work(&mut self) -> Value {
        json!({
            "initialState": "alerting",
            "startAlertingTime": self.time(),
            "wrapup": self.wrapup(),
            "afterCallWork": { "startTime": self.time(), "endTime": self.time(), "state": "complete" },
            "afterCallWorkRequired": true,
        })
    }

    fn settings(&mut self) -> Value {
        json!({
            "held": false,
            "direction": "inbound",
            "scriptId": self.id(),
            "queueMediaSettings": {
                "alertingTimeoutSeconds": 8 + self.below(60),
                "autoAnswerAlertToneSeconds": 0.25,
                "manualAnswerAlertToneSeconds": 1.5,
                "enableAutoAnswer": false,
            },
        })
    }

    fn call(&mut self) -> Value {
        let own = json!({
            "recording": true,
            "recordingState": "active",
            "recordersState": {
                "adhocState": "NONE",
                "customerExperienceState": "ACTIVE",
                "agentExperienceState": "PAUSED",
                "snippetState": "NONE",
            },
            "muted": false,
            "confined": false,
            "securePause": false,
            "recordingId": self.id(),
            "disconnectReasons": [{ "type": "q850", "code": 16, "phrase": "normal call clearing" }],
            "uuiData": "",
            "self": self.address("tel"),
            "other": self.address("sip"),
            "disposition": {
                "name": "disposition.classification.callable.person",
                "analyzer": "speech",
                "dispositionParameters": { "adjustableLiveSpeakerDetection": { "totalRingbacks": 3 } },
            },
        });
        merged([self.communication(), self.after_work(), self.settings(), own])
    }

    fn chat(&mut self) -> Value {
        let own = json!({
            "roomId": format!("{}@conference.example.com", self.id()),
            "recordingId": self.id(),
            "avatarImageUrl": format!("https://images.example.com/{}.png", self.id()),
            "journeyContext": {
                "customer": { "id": self.id(), "idType": "cookie" },
                "customerSession": { "id": self.id(), "type": "web" },
                "triggeringAction": { "id": self.id(), "actionMap": { "id": self.id(), "version": self.below(40) } },
            },
        });
        merged([self.communication(), self.after_work(), self.settings(), own])
    }

    fn message(&mut self) -> Value {
        let messages: Vec<Value> = (0..4).map(|_| self.message_details()).collect();
        let own = json!({
            "held": false,
            "direction": "inbound",
            "scriptId": self.id(),
            "recordingId": self.id(),
            "toAddress": self.address("tel"),
            "fromAddress": self.address("tel"),
            "messages": messages,
        });
        merged([self.communication(), own])
    }

    fn message_details(&mut self) -> Value {
        let id = self.id();
        json!({
            "messageURI": format!("/api/v2/conversations/messages/{id}"),
            "messageId": id,
            "messageStatus": "delivery-success",
            "messageSegmentCount": 1 + self.below(3),
            "messageTime": self.time(),
            "media": [{
                "url": format!("https://media.example.com/{}/label.jpeg", self.id()),
                "mediaType": "image/jpeg",
                "contentLengthBytes": 3_000_000_000_u64 + self.below(1_000_000),
                "name": "label.jpeg",
                "id": self.id(),
            }],
            "stickers": [],
            "messageMetadata": {
                "type": "Text",
                "events": [{ "eventType": "Typing", "subType": "On" }],
                "content": [{ "contentType": "Attachment", "subType": "Image" }],
            },
            "socialVisibility": "private",
        })
    }

    fn email(&mut self) -> Value {
        let own = json!({
            "subject": "Re: where is my parcel?",
            "messagesSent": self.below(9),
            "recordingId": self.id(),
            "autoGenerated": false,
            "messageId": self.id(),
            "draftAttachments": [{
                "attachmentId": self.id(),
                "name": "label.pdf",
                "contentUri": format!("https://media.example.com/{}.pdf", self.id()),
                "contentType": "application/pdf",
                "contentLength": self.below(400_000),
                "inlineImage": false,
            }],
            "spam": false,
        });
        merged([self.communication(), self.after_work(), self.settings(), own])
    }

    fn internal_message(&mut self) -> Value {
        let own = json!({
            "initialState": "alerting",
            "targetUserId": self.id(),
            "sourceUserId": self.id(),
            "toAddress": self.address("user"),
            "fromAddress": self.address("user"),
            "messages": [{ "messageId": self.id(), "messageTime": self.time() }],
        });
        merged([self.communication(), own])
    }

    fn participant(&mut self, idx: usize) -> Value {
        let (purpose, kind) = [
            ("customer", "External"),
            ("workflow", "Workflow"),
            ("acd", "Acd"),
            ("agent", "Internal"),
            ("user", "Internal"),
        ][idx % 5];
        let (media, communication) = match idx % 7 {
            0 | 4 => ("calls", self.call()),
            1 => ("emails", self.email()),
            2 | 5 => ("messages", self.message()),
            3 => ("chats", self.chat()),
            _ => ("internalMessages", self.internal_message()),
        };
        let user = self.id();
        let mut own = json!({
            "id": self.id(),
            "startTime": self.time(),
            "connectedTime": self.time(),
            "endTime": self.time(),
            "name": format!("Zoë Ångström {idx}"),
            "userUri": format!("/api/v2/users/{user}"),
            "userId": user,
            "externalContactId": self.id(),
            "queueId": self.id(),
            "queueName": "Parcels, Nordic",
            "teamId": self.id(),
            "purpose": purpose,
            "participantType": kind,
            "address": "zoe@example.com",
            "ani": "tel:+46405550123",
            "aniName": "Zoë Ångström",
            "dnis": "tel:+46405550100",
            "locale": "sv-SE",
            "wrapupRequired": true,
            "wrapupPrompt": "optional",
            "wrapupTimeoutMs": 30_000 + self.below(60_000),
            "mediaRoles": ["full"],
            "conversationRoutingData": {
                "queue": self.reference("routing/queues"),
                "language": self.reference("routing/languages"),
                "priority": self.below(100),
                "skills": [self.reference("routing/skills"), self.reference("routing/skills")],
                "scoredAgents": [{ "agent": self.named("users", "Per Holm"), "score": self.below(100) }],
                "label": "parcels",
            },
            "alertingTimeoutMs": 12_000,
            "attributes": {
                "orderNumber": format!("{}", 40_000 + self.below(1_000)),
                "context.page": format!("/orders/{}", self.id()),
                "sentiment": "annoyed",
                "note": self.text(),
            },
            "startAcwTime": self.time(),
            "endAcwTime": self.time(),
        });
        own[media] = vec![communication].into();
        // What a media list is otherwise is empty, as the API sends it.
        for other in ["calls", "callbacks", "chats", "emails", "messages", "videos"] {
            if other != media {
                own[other] = json!([]);
            }
        }
        own
    }
}

/// The keys of all of these objects.
fn merged<const N: usize>(parts: [Value; N]) -> Value {
    let mut whole = Map::new();
    for part in parts {
        if let Value::Object(part) = part {
            whole.extend(part);
        }
    }
    whole.into()
}

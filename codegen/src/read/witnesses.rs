//! Names that documents mention: witnesses for how an API spells its keys.
//!
//! The name column of an SDK's documents is in the case of its language. Elsewhere documents quote the API itself:
//! descriptions name other fields, pages of calls have paths and JSON bodies. This reader collects such names without
//! judging them.

use std::collections::BTreeSet;

use crate::parallel;
use crate::read::doc::ModelDoc;
use crate::read::page::{Block, Page, Table, fence, inline};
use crate::source::{Sources, Span};

/// A name that a document mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// The name as it is written.
    pub name: String,
    /// What mentions it.
    pub kind: Kind,
    /// Where: the description, cell or paragraph.
    pub span: Span,
    /// The heading of the model whose description mentions it.
    pub model: Option<Span>,
}

/// What mentions a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A key in JSON: `"account_sid":`.
    Json,
    /// A key in an example on the page of a model.
    Example,
    /// The description of a model or field, in backticks.
    Code,
    /// The description of a model or field.
    Description,
    /// The text of a page that describes no model, such as a page of calls.
    Page,
    /// A parameter in a path or query: `/accounts/{account_sid}`, `?page_size=`.
    Parameter,
    /// An allowed value of a field; those of a parameter that sorts or selects are names of fields.
    Value,
}

/// The language tags of code whose double-quoted keys are JSON. In other languages generators print names in the case
/// of the language.
const JSON_IN: &[&str] = &["", "json", "jsonc", "http", "bash", "sh", "shell", "console", "text", "python"];

/// The names that the pages of a run mention.
pub fn read(pages: &[Page], docs: &[ModelDoc], sources: &Sources) -> Vec<Witness> {
    let models: BTreeSet<usize> = docs.iter().map(|doc| doc.name.span.file).collect();
    let of_pages = parallel::map(pages, |page| of_page(page, models.contains(&page.file), sources));
    let of_models = parallel::map(docs, of_model);
    of_pages.into_iter().chain(of_models).flatten().collect()
}

/// The names in the descriptions and allowed values of a model.
pub fn of_model(doc: &ModelDoc) -> Vec<Witness> {
    let mut reader = Reader { model: Some(doc.name.span), found: Vec::new() };
    if let Some(text) = &doc.description {
        reader.description(text, doc.name.span);
    }
    for field in &doc.fields {
        if let Some(text) = &field.description {
            reader.description(text, field.name.span);
        }
        let prose = field.prose.iter().flat_map(|values| &values.value);
        let listed = field.values.iter().flat_map(|list| &list.values).map(|value| &value.value);
        prose.chain(listed).for_each(|value| reader.add(value, Kind::Value, field.name.span));
    }
    for list in &doc.lists {
        list.values.iter().for_each(|value| reader.add(&value.value, Kind::Value, list.span));
    }
    reader.found
}

/// The names on a page: the keys of JSON examples and, if the page describes no model, its texts and paths. The
/// prose of a model's page is the same on all pages of its generator and quotes the SDK's language.
pub fn of_page(page: &Page, is_model: bool, sources: &Sources) -> Vec<Witness> {
    let mut reader = Reader { model: None, found: Vec::new() };
    for block in &page.blocks {
        match block {
            Block::Paragraph(text) => match fence(&text.value) {
                Some("json") if is_model => reader.example(&text.value, text.span),
                Some(tag) if JSON_IN.contains(&tag) => reader.json(&text.value, text.span),
                Some(_) => {}
                // The first line under the heading of a call is its signature.
                None if is_model || text.value.starts_with('>') => {}
                None => reader.page(&text.value, text.span),
            },
            Block::Table(table) if !is_model => reader.table(table),
            Block::BrokenTable(broken) if !is_model => reader.page(sources.text(broken.at), broken.at),
            Block::Table(_)
            | Block::BrokenTable(_)
            | Block::HtmlTable(_)
            | Block::Heading { .. }
            | Block::FrontMatterTitle(_)
            | Block::Component(_) => {}
        }
    }
    reader.found
}

struct Reader {
    model: Option<Span>,
    found: Vec<Witness>,
}

impl Reader {
    fn add(&mut self, name: &str, kind: Kind, span: Span) {
        if is_compound(name) {
            self.found.push(Witness { name: name.to_owned(), kind, span, model: self.model });
        }
    }

    fn description(&mut self, text: &str, span: Span) {
        self.json(text, span);
        for Mention { name, quoted } in mentions(text) {
            self.add(name, if quoted { Kind::Code } else { Kind::Description }, span);
        }
    }

    fn page(&mut self, text: &str, span: Span) {
        self.json(text, span);
        self.parameters(text, span);
        for mention in mentions(text) {
            self.add(mention.name, Kind::Page, span);
        }
    }

    /// A table on a page of calls. Its names and types are in the case of the SDK's language.
    fn table(&mut self, table: &Table) {
        for row in &table.rows {
            for (cell, header) in row.cells.iter().zip(&table.header.cells) {
                match header.value.to_ascii_lowercase().as_str() {
                    "http request" => self.parameters(&cell.value, cell.span),
                    "description" => self.page(&inline::plain(&cell.value), cell.span),
                    _ => {}
                }
            }
        }
    }

    fn json(&mut self, text: &str, span: Span) {
        for key in json_keys(text) {
            self.add(key, Kind::Json, span);
        }
    }

    /// An example of a model. Its keys count even where they show no case, as they are of this model.
    fn example(&mut self, text: &str, span: Span) {
        let witness = |key: &str| Witness { name: key.to_owned(), kind: Kind::Example, span, model: None };
        self.found.extend(json_keys(text).map(witness));
    }

    fn parameters(&mut self, text: &str, span: Span) {
        let bytes = text.as_bytes();
        let mut at = 0;
        // A loop over bytes, because this runs for each character, and a build script is not optimized.
        while at < bytes.len() {
            let closing = match bytes[at] {
                b'{' => b'}',
                b'?' | b'&' => b'=',
                _ => {
                    at += 1;
                    continue;
                }
            };
            let name = word_at(&text[at + 1..]);
            at += 1 + name.len();
            if bytes.get(at) == Some(&closing) {
                self.add(name, Kind::Parameter, span);
            }
        }
    }
}

/// A name in a text.
struct Mention<'a> {
    name: &'a str,
    /// Whether it is in backticks.
    quoted: bool,
}

/// The words of a text, without those of addresses and without rests of names (`sms_*_url`).
fn mentions(text: &str) -> Vec<Mention<'_>> {
    let bytes = text.as_bytes();
    let last_bracket = text.rfind(')');
    let mut mentions = Vec::new();
    let mut quoted = false;
    let mut at = 0;
    // A loop over bytes, because this runs for each character, and a build script is not optimized.
    while at < bytes.len() {
        match bytes[at] {
            b':' if text[at..].starts_with("://") => at += address(&text[at..]),
            b']' if text[at..].starts_with("](") && last_bracket.is_some_and(|last| last > at) => {
                at += text[at..].find(')').unwrap_or(1);
            }
            byte if is_part(byte) => {
                let name = word_at(&text[at..]);
                let is_rest = quoted && at > 0 && bytes[at - 1] == b'*';
                if !is_rest {
                    mentions.push(Mention { name, quoted });
                }
                at += name.len();
            }
            byte => {
                quoted ^= byte == b'`';
                at += 1;
            }
        }
    }
    mentions
}

/// The length of the address at the start of a text.
fn address(text: &str) -> usize {
    text.find(|letter: char| letter.is_whitespace() || ")>\"'`<".contains(letter)).unwrap_or(text.len())
}

/// The double-quoted words before a colon, quotation marks escaped or not.
fn json_keys(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('"').filter_map(|(at, _)| {
        let name = word_at(&text[at + 1..]);
        let rest = &text[at + 1 + name.len()..];
        let rest = rest.strip_prefix('\\').unwrap_or(rest).strip_prefix('"')?;
        rest.trim_start().starts_with(':').then_some(name)
    })
}

fn word_at(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut end = 0;
    while end < bytes.len() && is_part(bytes[end]) {
        end += 1;
    }
    &text[..end]
}

fn is_part(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_')
}

/// Whether a word shows a case: it has several parts. Plain words of a language do not, except for their first letter.
fn is_compound(name: &str) -> bool {
    let bytes = name.as_bytes();
    let (mut has_small, mut has_joint) = (false, name.contains('_'));
    let mut at = 0;
    // A loop over bytes, because this runs for each word, and a build script is not optimized.
    while at < bytes.len() {
        has_small |= bytes[at].is_ascii_lowercase();
        has_joint |= bytes[at].is_ascii_uppercase() && at > 0 && bytes[at - 1].is_ascii_alphanumeric();
        at += 1;
    }
    has_small && has_joint
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::page;
    use crate::source::Source;

    fn names(text: &str) -> Vec<(String, Kind)> {
        names_on(text, false)
    }

    fn names_on(text: &str, is_model: bool) -> Vec<(String, Kind)> {
        let sources = Sources::new(vec![Source::new("shop/Api.md", text)]);
        let witnesses = of_page(&page::read(0, text), is_model, &sources);
        witnesses.into_iter().map(|witness| (witness.name, witness.kind)).collect()
    }

    #[test]
    fn descriptions_and_paths_of_calls_are_read_and_their_names_and_types_are_not() {
        let text = "# ShopApi\n\nMethod | HTTP request | Description\n--- | --- | ---\n\
                    [**getOrder**](ShopApi.md#getOrder) | **GET** /orders/{order_id}?page_size=5 | See `line_items`.\n\n\
                    > getOrder(orderId, shopName)\n\nName | Type | Description\n--- | --- | ---\n\
                    **orderId** | **OrderId** | Not `totalCount`.\n";
        let found = [
            ("order_id", Kind::Parameter),
            ("page_size", Kind::Parameter),
            ("line_items", Kind::Page),
            ("totalCount", Kind::Page),
        ];
        assert_eq!(names(text), found.map(|(name, kind)| (name.to_owned(), kind)));
    }

    #[test]
    fn the_tables_of_a_model_are_no_pages_of_calls() {
        let text =
            "# Order\n\nName | Type | Description\n--- | --- | ---\n**orderId** | **String** | See `line_items`.\n";
        assert_eq!(names(text), [("line_items".to_owned(), Kind::Page)]);
        assert_eq!(names_on(text, true), []);
    }

    #[test]
    fn json_is_read_where_a_generator_does_not_print_the_names_of_a_language() {
        let body = |tag: &str| names(&format!("```{tag}\n{{\"line_items\": 5, \"name\": null}}\n```\n"));
        assert_eq!(body("json"), [("line_items".to_owned(), Kind::Json)]);
        assert_eq!(body("python"), [("line_items".to_owned(), Kind::Json)]);
        assert_eq!(body("typescript"), []);
    }

    #[test]
    fn addresses_mention_nothing() {
        let text = "See https://a.example/b_c?d_e=f and [the page](Other_page.md#g_h), not `i_j` or `k_*_l`.";
        let found: Vec<(&str, bool)> = mentions(text)
            .iter()
            .map(|mention| (mention.name, mention.quoted))
            .filter(|(name, _)| name.contains('_'))
            .collect();
        assert_eq!(found, [("i_j", true), ("k_", true)]);
    }

    #[test]
    fn any_text_is_read() {
        for text in ["", "`", "](", "://", "{", "\"", "\\\"a_b\\\" :", "ä_b", "{ä}", "a_b](", "```", "?a_b"] {
            drop(mentions(text));
            json_keys(text).for_each(drop);
            names(text);
        }
    }
}

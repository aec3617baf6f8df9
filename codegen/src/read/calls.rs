//! Pages of calls: which method and path a call has, its parameters, and the types of its body and its return.
//!
//! Generators of the openapi family write one such page per group of calls, whatever their language: an index table
//! (`Method | HTTP request | Description`), then a section per call with tables of parameters and a paragraph under
//! the heading `Return type`. A dialect without the column `HTTP request` repeats the request in a sentence,
//! `Wraps GET /users/{id}`.
//!
//! These pages describe no model. They are read as witnesses: their parameters show the case of an API's names, and
//! recorded traffic finds its types through them.

use std::collections::BTreeMap;

use crate::dialect::Dialect;
use crate::parallel;
use crate::read::page::{Block, Cell, Page, Row, Table, inline};
use crate::read::type_expr::{self, TypeExpr};
use crate::schema::folded;
use crate::source::{Sources, Sp, Span};

/// What the heading of an index table calls a call.
const NAMES: &[&str] = &["Method", "Feature"];

/// The words around the request in dialects that have no column for it.
const WRAPS: &str = "Wraps ";

/// The words before the address that all paths of a page are relative to.
const BASE: &str = "All URIs are relative to ";

/// Wrappers that a language puts around a type here and nowhere else, and what closes them.
const WRAPPERS: &[(&str, &str)] = &[("CompletableFuture<", ">"), ("ApiResponse<", ">"), ("optional.Interface of ", "")];

/// The calls of one page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calls {
    /// The path of the address that all paths are relative to, without a final `/`; `None` where the page does not
    /// name an address.
    pub base: Option<String>,
    /// The calls, in the order of the index table.
    pub calls: Vec<Call>,
}

/// One call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The HTTP method in capitals.
    pub method: String,
    /// The path with a leading `/` and its parameters in braces, as in `/users/{userId}`.
    pub path: String,
    /// The parameters of all tables in the section of this call.
    pub parameters: Vec<Parameter>,
    /// The parameter that is the body of the request, an index into `parameters`; `None` where there is none, or
    /// where several could be.
    pub body: Option<usize>,
    /// The type of what comes back; `None` where nothing does.
    pub returns: Option<Cell>,
}

/// A parameter of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// The name, in the case of the SDK's language.
    pub name: String,
    /// The source of the type cell, for the type grammar of the dialect.
    pub ty: Cell,
    /// Whether it is a part of the path.
    pub in_path: bool,
}

/// A call with the types of its bodies.
#[derive(Clone, Debug)]
pub struct CallDoc {
    /// The HTTP method in capitals.
    pub method: String,
    /// As in [`Calls::base`].
    pub base: Option<String>,
    /// As in [`Call::path`].
    pub path: String,
    /// The type of the body of the request, if the page has one.
    pub request: Option<TypeExpr>,
    /// The type of what comes back, if anything does.
    pub response: Option<TypeExpr>,
    /// The dialect of the types.
    pub dialect: &'static Dialect,
}

/// Reads the calls on those of these pages that have any. Their types are in the dialect of the nearest folder.
pub fn typed(pages: &[&Page], dialects: &BTreeMap<&str, &'static Dialect>, sources: &Sources) -> Vec<CallDoc> {
    let typed = |page: &&Page| {
        let source = sources.get(page.file);
        let nearest = dialects.iter().max_by_key(|(folder, _)| common_parts(folder, source.folder()));
        nearest.map_or_else(Vec::new, |(_, dialect)| typed_calls(read(page, &source.text), dialect))
    };
    parallel::map(pages, typed).into_iter().flatten().collect()
}

fn typed_calls(Calls { base, calls }: Calls, dialect: &'static Dialect) -> Vec<CallDoc> {
    let expr = |cell: &Cell| type_expr::parse(cell, dialect.types);
    let typed = |call: Call| CallDoc {
        request: call.body.and_then(|idx| call.parameters.get(idx)).map(|parameter| expr(&parameter.ty)),
        response: call.returns.as_ref().map(expr),
        method: call.method,
        base: base.clone(),
        path: call.path,
        dialect,
    };
    calls.into_iter().map(typed).collect()
}

/// How many folders two paths have in common.
fn common_parts(a: &str, b: &str) -> usize {
    a.split('/').zip(b.split('/')).take_while(|(a, b)| a == b).count()
}

/// Reads a page of calls, given with its source. Any other page has none.
pub fn read(page: &Page, text: &str) -> Calls {
    let mut calls: Vec<Draft> = page.tables().filter(|table| is_index(table)).flat_map(drafts).collect();
    let by_name: BTreeMap<String, usize> =
        calls.iter().enumerate().rev().map(|(idx, draft)| (draft.name.clone(), idx)).collect();
    let mut base = None;
    let mut current = None;
    let mut section = Section::Other;
    for block in &page.blocks {
        match block {
            Block::Heading { text, .. } => match by_name.get(&name_of(&text.value)) {
                Some(idx) => (current, section) = (Some(*idx), Section::Other),
                None => section = Section::of(&text.value),
            },
            Block::Paragraph(text) => {
                base = base.or_else(|| base_path(&text.value));
                if let Some(draft) = current.and_then(|idx| calls.get_mut(idx)) {
                    draft.paragraph(section, text);
                }
            }
            Block::Table(table) if section == Section::Parameters => {
                if let Some(draft) = current.and_then(|idx| calls.get_mut(idx)) {
                    draft.parameters.extend(table.rows.iter().filter_map(|row| parameter(table, row)));
                }
            }
            // A generator that has lost the order of header and rows leaves rows above the header.
            Block::BrokenTable(broken) if section == Section::Parameters => {
                if let Some(draft) = current.and_then(|idx| calls.get_mut(idx)) {
                    draft.parameters.extend(rows_from(broken.at, text));
                }
            }
            Block::Table(_)
            | Block::FrontMatterTitle(_)
            | Block::BrokenTable(_)
            | Block::HtmlTable(_)
            | Block::Component(_) => {}
        }
    }
    Calls { base, calls: calls.into_iter().filter_map(Draft::finish).collect() }
}

/// A call whose section has not been read to its end.
struct Draft {
    name: String,
    request: Option<Request>,
    parameters: Vec<Parameter>,
    returns: Option<Cell>,
    /// Whether the headers of the request name the type of a body.
    has_body: Option<bool>,
}

struct Request {
    method: String,
    path: String,
}

/// What the heading above a block announces.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Parameters,
    Returns,
    Headers,
    Other,
}

impl Section {
    fn of(heading: &str) -> Self {
        match heading.trim() {
            "Parameters" | "Path Parameters" | "Other Parameters" | "Required Parameters" | "Optional Parameters" => {
                Self::Parameters
            }
            "Return type" => Self::Returns,
            "HTTP request headers" => Self::Headers,
            _ => Self::Other,
        }
    }
}

impl Draft {
    fn paragraph(&mut self, section: Section, text: &Sp<String>) {
        match section {
            Section::Returns if self.returns.is_none() => self.returns = type_in(text),
            Section::Headers => {
                let line = text.value.lines().find(|line| line.contains("**Content-Type**"));
                self.has_body = line.map(|line| !line.contains("Not defined"));
            }
            Section::Other if self.request.is_none() => self.request = wrapped_request(text),
            Section::Returns | Section::Parameters | Section::Other => {}
        }
    }

    /// The call, if the page says which request it is.
    fn finish(self) -> Option<Call> {
        let Request { method, path } = self.request?;
        let placeholders: Vec<&str> = placeholders(&path).collect();
        let mut parameters = self.parameters;
        for parameter in &mut parameters {
            let name = folded(&parameter.name);
            // Some generators set apart a name that a parameter of the query has too: `PathAccountSid`.
            let name = name.strip_prefix("path").filter(|rest| !rest.is_empty()).unwrap_or(&name);
            let is_it = |it: &&str| folded(it) == name || folded(it).strip_prefix("path") == Some(name);
            parameter.in_path = placeholders.iter().any(is_it);
        }
        let body = body_of(&parameters, method != "GET" && self.has_body != Some(false));
        Some(Call { method, path, parameters, body, returns: self.returns })
    }
}

fn is_index(table: &Table) -> bool {
    let heading = |idx: usize| table.header.cells.get(idx).map_or("", |cell| &*cell.value);
    NAMES.iter().any(|name| heading(0).eq_ignore_ascii_case(name))
        && (heading(1).eq_ignore_ascii_case("HTTP request") || table.has_columns(&["Method", "Description"]))
}

fn drafts(table: &Table) -> impl Iterator<Item = Draft> {
    let has_request = table.header.cells.len() > 2;
    table.rows.iter().filter_map(move |row| {
        let first = row.cells.first()?;
        let name = name_of(&first.value);
        let request = if has_request { row.cells.get(1).and_then(|cell| request(&cell.value)) } else { None };
        Some(Draft { name, request, parameters: Vec::new(), returns: None, has_body: None })
    })
}

/// The name in a heading or in the link of an index table.
fn name_of(text: &str) -> String {
    let label = text.split("](").next().unwrap_or_default();
    inline::plain(label.trim_matches(['[', ']', '*', '`', ' ']))
}

/// `**GET** /users/{id}`
fn request(text: &str) -> Option<Request> {
    let (method, path) = text.trim().split_once(char::is_whitespace)?;
    let method = method.trim_matches(['*', '`']).to_ascii_uppercase();
    let path = inline::plain(path.trim().trim_matches('`'));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    if method.is_empty() || path.is_empty() || !method.bytes().all(|it| it.is_ascii_uppercase()) {
        return None;
    }
    Some(Request { method, path: format!("/{}", path.trim_start_matches('/')) })
}

fn wrapped_request(text: &Sp<String>) -> Option<Request> {
    let line = text.value.lines().find_map(|line| line.strip_prefix(WRAPS))?;
    request(line)
}

/// The path of the address in `All URIs are relative to *https://api.example.com/v1*`.
fn base_path(text: &str) -> Option<String> {
    let address = text.strip_prefix(BASE)?.lines().next()?.trim().trim_matches(['*', '`', '<', '>', '"']);
    let after_host = address.split_once("://").map(|(_, rest)| rest.find('/').map_or("", |at| &rest[at..]));
    Some(after_host.unwrap_or(address).trim_end_matches('/').to_owned())
}

/// The names in braces.
fn placeholders(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

fn parameter(table: &Table, row: &Row) -> Option<Parameter> {
    let cell = |heading: &str| {
        let idx = table.header.cells.iter().position(|cell| cell.value.eq_ignore_ascii_case(heading))?;
        row.cells.get(idx).filter(|cell| !cell.value.is_empty())
    };
    let (name, ty) = (cell("Name")?, cell("Type")?);
    Some(Parameter { name: name_of(&name.value), ty: unwrapped(ty.clone()), in_path: false })
}

/// The rows above the header of their table, from the first one on: `| **id** | **String**| The id | |`.
fn rows_from(first: Span, text: &str) -> Vec<Parameter> {
    let mut parameters = Vec::new();
    let mut start = first.start;
    for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        if !line.starts_with("| **") {
            break;
        }
        parameters.extend(row_above(line.trim_end(), Span { start, end: start + line.trim_end().len(), ..first }));
        start += line.len();
    }
    parameters
}

fn row_above(line: &str, span: Span) -> Option<Parameter> {
    let mut cells = Vec::new();
    let mut at = 0;
    for piece in line.split('|') {
        let value = piece.trim().to_owned();
        let lead = piece.len() - piece.trim_start().len();
        cells.push(Sp { span: span.part(at + lead, value.len()), value });
        at += piece.len() + 1;
    }
    let [_, name, ty, ..] = &cells[..] else { return None };
    Some(Parameter { name: name_of(&name.value), ty: unwrapped(ty.clone()), in_path: false })
}

/// The parameter called `body`, or, where the request may have one, the only one that links to a page of a model. No
/// page says which one is the body.
fn body_of(parameters: &[Parameter], may_have_one: bool) -> Option<usize> {
    let mut free = parameters.iter().enumerate().filter(|(_, parameter)| !parameter.in_path);
    let is_named = |parameter: &Parameter| matches!(&*parameter.name, "body" | "Body");
    if let Some((idx, _)) = free.clone().find(|(_, parameter)| is_named(parameter)) {
        return Some(idx);
    }
    if !may_have_one {
        return None;
    }
    let is_linked = |parameter: &Parameter| parameter.ty.value.contains("](");
    let linked: Vec<usize> = free.clone().filter(|(_, parameter)| is_linked(parameter)).map(|(idx, _)| idx).collect();
    match linked[..] {
        [idx] => Some(idx),
        _ => free.find(|(_, it)| is_linked(it) && is_named_like_its_type(it)).map(|(idx, _)| idx),
    }
}

/// `createUserRequest` of the type `CreateUserRequest`.
fn is_named_like_its_type(parameter: &Parameter) -> bool {
    let label = parameter.ty.value.split("](").next().unwrap_or_default();
    let word = label.rsplit([':', '.', '\\', '[', '*']).find(|it| !it.trim().is_empty()).unwrap_or_default();
    !word.is_empty() && folded(word) == folded(&parameter.name)
}

/// The first line of a paragraph under `Return type`, unless it says that nothing comes back.
fn type_in(text: &Sp<String>) -> Option<Cell> {
    let line = text.value.lines().next().unwrap_or_default();
    let cell = unwrapped(Sp { value: line.to_owned(), span: text.span.part(0, line.len()) });
    let word = name_of(&cell.value);
    let is_nothing =
        line.contains("(empty response body)") || matches!(&*word, "" | "void" | "Void" | "nil" | "NULL" | "null");
    (!is_nothing).then_some(cell)
}

/// A type without the wrappers that only pages of calls have, within links too.
fn unwrapped(mut cell: Cell) -> Cell {
    loop {
        let text = &cell.value;
        let open = text.find(|it: char| !matches!(it, '[' | '*')).unwrap_or_default();
        let Some((start, end)) = WRAPPERS.iter().find(|(start, _)| text[open..].starts_with(start)) else {
            return cell;
        };
        let marks = &text[..open];
        let inner = &text[open + start.len()..];
        let inner = inner.strip_suffix(end).unwrap_or(inner);
        // The marks stay before the type, so that a link stays one; its place is that of the whole cell.
        cell.value = format!("{marks}{inner}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::page;

    fn calls(text: &str) -> Calls {
        read(&page::read(0, text), text)
    }

    fn table(rows: &[&str]) -> String {
        let head = "Name | Type | Description | Notes\n--- | --- | --- | ---\n";
        format!("### Parameters\n\n{head}{}\n\n", rows.join("\n"))
    }

    fn page_of(request: &str, heading: &str, parameters: &[&str], returns: &str) -> Calls {
        calls(&format!(
            "# PetsApi\n\nAll URIs are relative to *https://pets.example/v1*\n\nMethod | HTTP request | Description\n\
             --- | --- | ---\n[**addPet**](PetsApi.md#addPet) | {request} | Adds a pet\n\n{heading}\n> sig\n\n{}\
             ### Return type\n\n{returns}\n\n### HTTP request headers\n\n - **Content-Type**: application/json\n",
            table(parameters)
        ))
    }

    #[test]
    fn a_call_has_its_request_body_and_return() {
        let read = page_of(
            "**POST** /owners/{owner_id}/pets",
            "# **addPet**",
            &[" **ownerId** | **String**| The owner |", " **pet** | [**Pet**](Pet.md)| | [optional]"],
            "[**Pet**](Pet.md)",
        );
        assert_eq!(read.base.as_deref(), Some("/v1"));
        let [call] = &read.calls[..] else { panic!("{:?}", read.calls) };
        assert_eq!((&*call.method, &*call.path), ("POST", "/owners/{owner_id}/pets"));
        let names: Vec<_> = call.parameters.iter().map(|it| (&*it.name, it.in_path)).collect();
        assert_eq!(names, [("ownerId", true), ("pet", false)]);
        assert_eq!(call.body, Some(1));
        assert_eq!(call.returns.as_ref().map(|it| &*it.value), Some("[**Pet**](Pet.md)"));
    }

    #[test]
    fn headings_and_methods_are_read_in_every_spelling() {
        for (request, heading) in
            [("**Post** pets", "## addPet"), ("**post** /pets?x=1", "## **addPet**"), ("`POST` `/pets`", "# addPet")]
        {
            let read = page_of(request, heading, &["**body** | **object** | | "], "**object**");
            let [call] = &read.calls[..] else { panic!("{request}: {:?}", read.calls) };
            assert_eq!((&*call.method, &*call.path, call.body), ("POST", "/pets", Some(0)), "{request}");
        }
    }

    #[test]
    fn a_return_of_nothing_is_none() {
        for nothing in ["void (empty response body)", " (empty response body)", "[**Void**](.md)", "void"] {
            assert_eq!(page_of("**GET** /x", "# **addPet**", &[], nothing).calls[0].returns, None, "{nothing}");
        }
        let future = page_of("**GET** /x", "# **addPet**", &[], "CompletableFuture<ApiResponse<Void>>");
        assert_eq!(future.calls[0].returns, None);
    }

    #[test]
    fn wrappers_of_a_language_are_taken_off() {
        let cases = [
            ("CompletableFuture<ApiResponse<[**Pet**](Pet.md)>>", "[**Pet**](Pet.md)"),
            ("[**optional.Interface of Pet**](Pet.md)", "[**Pet**](Pet.md)"),
            ("[**List&lt;Pet&gt;**](Pet.md)", "[**List&lt;Pet&gt;**](Pet.md)"),
        ];
        for (text, inner) in cases {
            let read = page_of("**GET** /x", "# **addPet**", &[], text);
            assert_eq!(read.calls[0].returns.as_ref().map(|it| &*it.value), Some(inner), "{text}");
        }
    }

    #[test]
    fn of_several_linked_parameters_the_one_named_like_its_type_is_the_body() {
        let kind = "**kind** | [**PetKind**](PetKind.md) | | ";
        let new_pet = "**new_pet** | [**models::NewPet**](NewPet.md) | | ";
        assert_eq!(page_of("**POST** /x", "## addPet", &[kind, new_pet], "").calls[0].body, Some(1));
        let other = "**other** | [**NewPet**](NewPet.md) | | ";
        assert_eq!(page_of("**POST** /x", "## addPet", &[kind, other], "").calls[0].body, None);
        assert_eq!(page_of("**GET** /x", "## addPet", &[new_pet], "").calls[0].body, None);
    }

    #[test]
    fn a_request_can_be_in_a_sentence() {
        let read = calls(
            "# PetsApi\n\n|Method | Description|\n|---|---|\n|[**get_pet**](#get_pet) | Gets a pet|\n\n## get_pet\n\n\
             Gets a pet.\n\nWraps GET /api/pets/{petId} \n\n### Return type\n\n[**Pet**](Pet)\n",
        );
        let [call] = &read.calls[..] else { panic!("{:?}", read.calls) };
        assert_eq!((&*call.method, &*call.path), ("GET", "/api/pets/{petId}"));
        assert_eq!(read.base, None);
    }

    #[test]
    fn a_request_has_a_method_and_a_path() {
        assert_eq!(request("**GET** tags/{id}?all").map(|request| request.path).as_deref(), Some("/tags/{id}"));
        for text in ["** /tags", "GET ?all", "GET #tags", "G3T /tags", "GET", ""] {
            assert!(request(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_row_above_the_header_of_its_table_is_a_parameter() {
        let text = "# A\n\n| Method | HTTP request | Description |\n|--|--|--|\n| [**x**](#x) | **GET** /x/{id} | |\n\n# **x**\n\n\
                    ### Parameters\n| **id** | **java.util.UUID**| The id | |\n| Name | Type | Description | Notes |\n\
                    |--|--|--|--|\n| **file** | **java.io.File**| | [optional] |\n";
        let read = calls(text);
        let of_call: Vec<_> = read.calls[0].parameters.iter().map(|it| (&*it.name, it.in_path)).collect();
        assert_eq!(of_call, [("id", true), ("file", false)]);
        let ty = read.calls[0].parameters[0].ty.span;
        assert_eq!(&text[ty.start..ty.end], "**java.util.UUID**");
    }

    #[test]
    fn no_other_page_has_calls() {
        let model = "# Pet\n\n## Properties\n\nName | Type | Description | Notes\n--|--|--|--\n**id** | **str** | | \n";
        assert_eq!(calls(model), Calls::default());
        assert_eq!(calls(""), Calls::default());
        let readme =
            "Class | Method | HTTP request | Description\n--|--|--|--\n*PetsApi* | [**x**](x) | **GET** /x | \n";
        assert_eq!(calls(readme), Calls::default());
    }

    #[test]
    fn places_are_those_of_the_source() {
        let text = "# A\n\nMethod | HTTP request | Description\n--|--|--\n[**x**](#x) | **GET** /x | \n\n# **x**\n\n\
                    ### Return type\n\n**str**\n";
        let read = calls(text);
        let returns = read.calls[0].returns.as_ref().expect("a return type");
        assert_eq!(&text[returns.span.start..returns.span.end], "**str**");
    }
}

//! What a page of a model has and no layout reads.

use crate::diag::{Message, codes};
use crate::read::context::Context;
use crate::read::layout::{Second, Unread};
use crate::read::page;
use crate::source::{Sp, Span};

impl Context<'_> {
    /// Reports what no layout reads.
    pub(super) fn unread(&mut self, unread: &Unread<'_>) {
        match unread {
            Unread::Table(table) => self.unread_rows(table.header.span, "table", table.rows.len()),
            Unread::List(text) => {
                self.report(&codes::UNREAD_TABLE, text.span, "this list is not read".to_owned());
            }
            Unread::Rows(rows) => {
                if let Some(first) = rows.first() {
                    self.unread_rows(first.span, "part of a table", rows.len());
                }
            }
            Unread::Child(child) => self.unread_rows(child.span, "section", child.shape.rows()),
            Unread::Members(span) => {
                let message = "the types that are listed here are not read, as the properties are in a table";
                self.report(&codes::UNREAD_TABLE, *span, message.to_owned());
            }
            Unread::Html(span) => {
                self.report(&codes::UNREAD_TABLE, *span, "this table in HTML is not read".to_owned());
            }
            Unread::Component(component) => {
                let what = match &component.name {
                    Some(name) => format!("the component `{name}`"),
                    None => "this expression".to_owned(),
                };
                self.report(&codes::UNREAD_TABLE, component.span, format!("{what} is not read"));
            }
            Unread::Line(line) => drop(self.reject_line(line)),
            Unread::Access(cell, column) => {
                let message = format!("`{}` in the column `{column}` is not read", cell.value);
                self.report(&codes::UNKNOWN_NOTE, cell.span, message);
            }
            Unread::Almost(heading) => {
                let message = Message::new(format!("the section `{}` is not read", heading.value));
                let message = message.help("is a part of its heading missing?");
                self.report(&codes::UNREAD_TABLE, heading.span, message);
            }
            Unread::Open(span) => {
                let message = Message::new("this code has the start of other code in it");
                self.report(&codes::UNREAD_LINE, *span, message.help("is its own end missing?"));
            }
            Unread::Section(heading) => {
                let message = format!("`{}` is about a field that has no row, and is not read", heading.value);
                self.report(&codes::UNREAD_TABLE, heading.span, message);
            }
            Unread::Heading(heading) => {
                let message = format!("what the heading `{}` announces is not below it", heading.value);
                self.report(&codes::UNREAD_TABLE, heading.span, message);
            }
            Unread::Discriminator(line) => {
                let message = "this seems to name the key that tells the members apart, but is not read".to_owned();
                self.report(&codes::UNREAD_LINE, line.span, message);
            }
            Unread::Second(second) => self.second(second),
            Unread::Instead(instead, name) => {
                self.may_be_about(*name);
                self.report(&codes::PROPERTIES_NOT_A_TABLE, instead.span, instead.message());
            }
            Unread::Broken(span, name) => {
                self.may_be_about(*name);
                self.report(&codes::BROKEN_TABLE, *span, page::lost_rows());
            }
        }
    }

    /// Adds the model that a heading may name to those that the next report is about.
    fn may_be_about(&mut self, heading: Option<&Sp<String>>) {
        let name = heading.map(|heading| self.name_in(heading).value).filter(|name| !name.is_empty());
        self.subject.models.extend(name.clone());
        self.lost.extend(name);
    }

    /// Reports a second model on a page of one model.
    fn second(&mut self, second: &Second<'_>) {
        self.may_be_about(second.name);
        self.tally.unread += second.tables.iter().map(|table| table.rows.len()).sum::<usize>();
        let name = second.name.map(|name| self.name_in(name).value).filter(|name| !name.is_empty());
        let what =
            name.map_or_else(|| "properties in a second table".to_owned(), |name| format!("a second model, `{name}`"));
        let message = Message::new(format!("this page describes {what}, which is not read"));
        let message = message.help("a model has one table, in a document of its own");
        self.report(&codes::SECOND_MODEL, second.span, message);
    }

    fn unread_rows(&mut self, span: Span, what: &str, rows: usize) {
        self.tally.unread += rows;
        let message = format!("this {what} is not read; it has {rows} row{}", if rows == 1 { "" } else { "s" });
        self.report(&codes::UNREAD_TABLE, span, message);
    }
}

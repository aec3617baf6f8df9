//! The outlines of a page to what they say.

use super::context::Context;
pub use super::context::Tally;
use super::doc::{Body, DiscriminatorDoc, MemberDoc, ModelDoc, description};
use crate::diag::{Message, Reported, Sink, Subject, codes};
use crate::dialect::{Dialect, Mapping, Models, Nested};
use crate::read::layout::{Discriminator, Item, Layout, Outline};
use crate::read::page::{Cell, inline};
use crate::schema::folded;
use crate::source::{Sources, Sp, Span, stem};

mod listed;
mod unread;

/// What was read of a page.
#[derive(Clone, Debug)]
pub struct PageDoc {
    /// The models, each followed by the objects that are written in place in it.
    pub models: Vec<ModelDoc>,
    /// How many models could not be read.
    pub failed: usize,
    /// The names that models may have whose part of the page is not read.
    pub lost: Vec<String>,
    /// What became of the rows.
    pub tally: Tally,
    /// Whether it depends on which other documents there are.
    pub asks_for_documents: bool,
}

/// Reads the models of a page. A row that cannot be read is reported and left out, and so is a model without a name.
pub fn read(layout: &Layout<'_>, dialect: &'static Dialect, sources: &Sources, sink: &mut Sink) -> PageDoc {
    let (tally, subject) = (Tally::default(), Subject::default());
    let mut cx = Context { dialect, sources, sink, tally, subject, lost: Vec::new(), asks_for_documents: false };
    let mut models = Vec::with_capacity(layout.models.len());
    let mut failed = 0;
    let mut subjects: Vec<(Span, Subject)> = Vec::with_capacity(layout.models.len());
    for outline in &layout.models {
        cx.subject = Subject::of_model(stem(sources.get(outline.start.file).file_name()));
        if let Ok(read) = cx.model(outline) {
            models.extend(read);
        } else {
            failed += 1;
            cx.tally.unread += outline.rows();
        }
        subjects.push((outline.first_span(), cx.subject.clone()));
    }
    for unread in &layout.unread {
        // What is above the first model of a page may be about any of them.
        let above = subjects.partition_point(|(start, _)| unread.span().is_some_and(|span| *start <= span));
        let above = above.saturating_sub(1);
        cx.subject = subjects.get(above).map(|(_, subject)| subject.clone()).unwrap_or_default();
        cx.unread(unread);
    }
    cx.tally.beside += layout.others.iter().map(|table| table.rows.len()).sum::<usize>();
    // A model can have all but some of its rows.
    cx.lost.retain(|name| models.iter().all(|model: &ModelDoc| model.name.value != *name));
    PageDoc { models, failed, lost: cx.lost, tally: cx.tally, asks_for_documents: cx.asks_for_documents }
}

impl Context<'_> {
    /// A model, followed by the objects that are written in place in it.
    fn model(&mut self, outline: &Outline<'_>) -> Result<Vec<ModelDoc>, Reported> {
        let name = self.title(outline)?;
        self.subject = Subject::of_model(&*name.value);
        if let Some(around) = outline.within {
            let (own, around) = (&name.value, self.name_in(around).value);
            let message =
                format!("the heading of `{own}` is within `{around}`; its table is that of a model of its own");
            self.report(&codes::INNER_MODEL, name.span, message);
        }
        let mut doc = ModelDoc::new(name, self.dialect);
        let mut objects = Vec::new();
        doc.description = self.description(outline, &doc.name);
        doc.discriminator = outline.discriminator.as_ref().map(|found| self.discriminator(found));
        for list in &outline.lists {
            doc.lists.push(self.list_of_field(list));
        }
        self.shape(&outline.shape, &mut doc, &mut objects);
        if let (Nested::Rows(form), false) = (self.dialect.nested, outline.values.is_empty()) {
            self.values_by_field(&outline.values, form.whole, &mut doc, &mut objects);
        }
        let mut models = Vec::with_capacity(1 + objects.len());
        models.push(doc);
        models.append(&mut objects);
        for model in &models {
            self.check_values(model);
        }
        Ok(models)
    }

    /// The name of a model: the first heading above the table or list that names it as the file does, or else the
    /// first heading. The front matter must agree.
    fn title(&mut self, outline: &Outline<'_>) -> Result<Sp<String>, Reported> {
        let file = self.sources.get(outline.start.file).file_name();
        let stem = stem(file);
        if self.dialect.models == Models::OnePerFile {
            return Ok(Sp { value: stem, span: outline.start });
        }
        let names = outline.front_matter.iter().chain(&outline.headings).map(|title| self.name_in(title));
        let names: Vec<Sp<String>> = names.filter(|name| !name.value.is_empty()).collect();
        let is_file =
            |name: &&Sp<String>| self.dialect.models == Models::OnePerPage && folded(&name.value) == folded(&stem);
        let Some(chosen) = names.iter().find(is_file).or_else(|| names.first()).cloned() else {
            let span = Span { end: outline.start.start, ..outline.start };
            return Err(self.reject(&codes::NO_TITLE, span, "no heading above this table names the model".to_owned()));
        };
        self.subject.models.extend([&chosen].into_iter().chain(names.first()).map(|name| name.value.clone()));
        // The front matter and the first heading; those below may be part of the description.
        let firsts = names.iter().take(if outline.front_matter.is_some() { 2 } else { 1 });
        let mut others = firsts.filter(|name| is_identifier(&name.value) && name.value != chosen.value);
        if let Some(other) = others.next() {
            let (above, here) = if other.span < chosen.span { (other, &chosen) } else { (&chosen, other) };
            let message = format!("this page calls its model `{}` above and `{}` here", above.value, here.value);
            let label = format!("the name `{}`", above.value);
            let message = Message::new(message).related(self.sources.place(above.span), label);
            self.report(&codes::TITLE_DISAGREES, here.span, message);
        }
        let is_same_but_for_case = self.dialect.title.other_file_case && folded(&stem) == folded(&chosen.value);
        let differs = stem != chosen.value && !is_same_but_for_case;
        if differs && is_identifier(&chosen.value) && self.dialect.models == Models::OnePerPage {
            let message = format!("this document describes `{}` and is called `{file}`", chosen.value);
            self.report(&codes::FILE_NAME_DIFFERS, chosen.span, message);
        }
        Ok(chosen)
    }

    /// The description of a model, with the headings that do not name it.
    fn description(&self, outline: &Outline<'_>, name: &Sp<String>) -> Option<String> {
        let is_text = |heading: &&Sp<String>| {
            self.name_in(heading).value != name.value && !heading.value.eq_ignore_ascii_case("description")
        };
        let mut text = outline.text.clone();
        text.extend(outline.headings.iter().copied().filter(is_text));
        text.sort_by_key(|text| text.span);
        description(&text)
    }

    /// The name of the model in a title.
    fn name_in(&self, title: &Sp<String>) -> Sp<String> {
        let name = inline::name(title);
        let form = self.dialect.title;
        let own = form.name_in(&name.value);
        // The words of a name have spaces between them.
        let value = if form.named_below.is_empty() { own.to_owned() } else { own.replace(' ', "") };
        Sp { value, span: name.span }
    }

    fn discriminator(&mut self, found: &Discriminator<'_>) -> DiscriminatorDoc {
        let Sp { value: name, span } = found.name;
        let mapping = found.form.mapping.as_ref();
        let lines = mapping.into_iter().flat_map(|mapping| found.lines.iter().map(|line| member(line, mapping)));
        let values = lines.filter_map(|member| self.item(member)).collect();
        DiscriminatorDoc { name: Sp { value: name.to_owned(), span }, values }
    }

    /// Reports values that are listed twice.
    fn check_values(&mut self, doc: &ModelDoc) {
        let own = if let Body::Values(list) = &doc.body { Some(list) } else { None };
        let of_fields = doc.fields.iter().filter_map(|field| field.values.as_deref());
        for list in doc.lists.iter().chain(own).chain(of_fields) {
            for again in &list.again {
                let mut message = Message::new(format!("the value `{}` is listed twice", again.value));
                if let Some(first) = list.values.iter().find(|value| value.value == again.value) {
                    message = message.related(self.sources.place(first.span), "the first one");
                }
                self.report(&codes::VALUE_TWICE, again.span, message);
            }
        }
    }
}

/// Whether a name can be that of a model in every language.
fn is_identifier(name: &str) -> bool {
    name.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
}

/// A line with a value of a discriminator and its model.
fn member(line: &Cell, mapping: &Mapping) -> Item<MemberDoc> {
    let Some(own) = line.value.strip_prefix(mapping.before) else { return Item::Text };
    let parts = own.split_once(mapping.between).and_then(|(value, rest)| {
        let (model, _) = rest.split_once(mapping.after)?;
        let span = line.span.part(line.value.len() - rest.len(), model.len());
        Some(MemberDoc { value: inline::plain(value), model: inline::name(&Sp { value: model.to_owned(), span }) })
    });
    Item::of(line, parts, true)
}

//! Why a page was read as a dialect.

use std::collections::BTreeSet;

use super::{Document, Problems};
use crate::compile::Outcome;
use crate::diag::{Code, Diagnostic, codes};
use crate::dialect::{self, Sign};
use crate::read::detect;
use crate::read::page;
use crate::source::Source;

/// The mistakes that would be none in another dialect.
static OF_DIALECTS: &[&Code] = &[
    &codes::MINORITY_DIALECT,
    &codes::UNREAD_TABLE,
    &codes::UNREAD_LINE,
    &codes::SECOND_MODEL,
    &codes::SHORT_ROW,
    &codes::SURPLUS_CELLS,
    &codes::UNKNOWN_NOTE,
    &codes::MISSPELLED_NOTE,
    &codes::UNKNOWN_TYPE,
    &codes::FOREIGN_TYPE,
    &codes::BAD_TYPE,
];

/// At most this many signs are named.
const NAMED: usize = 2;

/// The folders and dialects that notes were about.
#[derive(Default)]
pub(super) struct Notes(BTreeSet<(String, &'static str)>);

impl Notes {
    /// The dialect that the page of a mistake was read as, and why; once for each folder.
    pub(super) fn about(&mut self, diagnostic: &Diagnostic, problems: &Problems<'_>) -> Option<String> {
        let Document { outcome, path, source } = problems.document(&diagnostic.origin.path)?;
        let name = *outcome.dialects.get(&*path).filter(|_| OF_DIALECTS.contains(&diagnostic.code))?;
        let folder = source.folder().to_owned();
        if !self.0.insert((folder.clone(), name)) {
            return None;
        }
        let reasons = [of_page(name, source), of_folder(name, &folder, outcome)];
        let reasons: Vec<String> = reasons.into_iter().flatten().collect();
        let because = if reasons.is_empty() { String::new() } else { format!(": {}", reasons.join(", and ")) };
        Some(format!("this page is read in the dialect `{name}`{because}"))
    }
}

/// The signs of the dialect on the page itself.
fn of_page(name: &str, source: &Source) -> Option<String> {
    let read = if source.is_mdx() { page::read_mdx } else { page::read };
    let signs = detect::shown_signs(dialect::by_name(name)?, &read(0, &source.text));
    let named: Vec<String> = signs.into_iter().take(NAMED).map(in_words).collect();
    (!named.is_empty()).then(|| named.join(", "))
}

/// The other pages of the folder that have the dialect.
fn of_folder(name: &str, folder: &str, outcome: &Outcome) -> Option<String> {
    let is_in = |path: &str| path.rsplit_once('/').map_or("", |(folder, _)| folder) == folder;
    let in_folder = || outcome.dialects.iter().filter(|(path, _)| is_in(path));
    let (all, same) = (in_folder().count(), in_folder().filter(|(_, own)| **own == name).count());
    match (all, same) {
        (0 | 1, _) | (_, 0 | 1) => None,
        (2, 2) => Some("both pages of its folder are in it".to_owned()),
        (all, same) if all == same => Some(format!("all {all} pages of its folder are in it")),
        (all, same) => Some(format!("{same} of the {all} pages of its folder are in it")),
    }
}

fn in_words(sign: Sign) -> String {
    match sign {
        Sign::FrontMatterTitle => "its front matter has a title".to_owned(),
        Sign::SmallTitle => "its first heading is a small one".to_owned(),
        Sign::Text(text) => format!("it has the text {}", shown(text)),
        Sign::TextStarts(text) => format!("a text starts with {}", shown(text)),
        Sign::TitleHas(text) => format!("its title has {}", shown(text)),
        Sign::TitleStarts(text) => format!("its title starts with {}", shown(text)),
        Sign::TitleEnds(text) => format!("its title ends with {}", shown(text)),
        Sign::Heading(text) => format!("it has the heading {}", shown(text)),
        Sign::HeadingStarts(text) => format!("a heading starts with {}", shown(text)),
        Sign::OuterPipes(true) => "its rows start with `|`".to_owned(),
        Sign::OuterPipes(false) => "its rows do not start with `|`".to_owned(),
        Sign::RowStarts(text) => format!("a row starts with {}", shown(text)),
        Sign::NameHas(text) => format!("a name has {}", shown(text)),
        Sign::NamesCapitalised => "its names start with capitals".to_owned(),
        Sign::NotesHave(text) => format!("a note has {}", shown(text)),
        Sign::AllNotesHave(text) => format!("all notes have {}", shown(text)),
        Sign::TypeHas(text) => format!("a type has {}", shown(text)),
        Sign::OptionalTypesHave(text) => format!("the types of optional fields have {}", shown(text)),
        Sign::TypeBold => "its types are bold".to_owned(),
        Sign::TypeBare => "its types are not bold".to_owned(),
    }
}

/// A text in backticks, or in quotation marks if it has backticks itself.
fn shown(text: &str) -> String {
    let text = text.trim();
    if text.contains('`') { format!("\"{text}\"") } else { format!("`{text}`") }
}

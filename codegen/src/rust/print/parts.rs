//! The files with models, printed item by item.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use crate::parallel;
use crate::rust::earlier::{KeysOfFile, PrintedStruct};
use crate::rust::emit::{self, Emitted, Types};
use crate::rust::options::DOCS_LINE;
use crate::rust::plan::{FilePlan, Item, Piece, Placed, Plan, StructPlan, type_link};

/// The room for the text of an item, which is enough for most.
const ROOM: usize = 2048;

/// Prints the items of a plan as soon as they are planned.
pub struct Printer {
    /// The path of the output without an extension.
    pub(super) root: String,
    /// The texts of the root and of the parts.
    texts: BTreeMap<Option<usize>, Texts>,
}

/// A file with models.
pub(super) struct Part<'p> {
    pub(super) file: &'p FilePlan,
    pub(super) texts: Texts,
}

/// The texts for a file with models.
pub(super) struct Texts {
    /// The path of the file.
    pub(super) path: String,
    pub(super) code: String,
    /// The list of the models for the overview.
    pub(super) list: String,
    /// The keys of the structs.
    pub(super) keys: KeysOfFile,
}

impl Printer {
    /// A printer for the output at a path.
    pub fn new(root: &str) -> Self {
        Self { root: root.to_owned(), texts: BTreeMap::new() }
    }

    /// Prints items after those that were printed before.
    pub fn add<I: Borrow<Item> + Send>(&mut self, plan: &Plan, items: Vec<Placed<I>>) {
        // Formatting takes long, and items do not depend on each other. Each is dropped where it was printed.
        let printed = parallel::map(items, |Placed { piece, part }| {
            let printed = match piece {
                Piece::Item(item) => print_item(item.borrow(), plan, plan.file(part)),
                Piece::Earlier(printed) => Printed::Struct(printed),
            };
            (part, printed)
        });
        let Self { root, texts } = self;
        for (part, printed) in printed {
            texts.entry(part).or_insert_with(|| Texts::of(plan.file(part), root)).add(printed);
        }
    }

    /// The files with models. The root may be without any.
    pub(super) fn parts(mut self, plan: &Plan) -> Vec<Part<'_>> {
        let mut parts = Vec::with_capacity(plan.parts.len() + 1);
        parts.extend(self.texts.remove(&None).map(|texts| Part { file: &plan.root, texts }));
        for (part, file) in plan.parts.iter().enumerate() {
            let texts = self.texts.remove(&Some(part)).unwrap_or_else(|| Texts::of(file, &self.root));
            parts.push(Part { file, texts });
        }
        parts
    }
}

impl Texts {
    /// The texts of a file without items.
    fn of(file: &FilePlan, root: &str) -> Self {
        let path = format!("{root}/{}.rs", file.stem);
        // A text that grows leaves holes in the memory; room that is not used takes none.
        let mut code = String::with_capacity(file.models * ROOM);
        code.push_str(&super::header());
        Self { code, list: String::new(), keys: KeysOfFile::of(&path), path }
    }

    fn add(&mut self, printed: Printed) {
        self.code.push('\n');
        match printed {
            Printed::Struct(printed) => {
                self.keys.add(self.code.len(), &printed);
                self.code.push_str(printed.text());
                self.list.push_str(&printed.entry);
            }
            Printed::Other { code, entry } => {
                self.code.push_str(&code);
                self.list.extend(entry);
            }
        }
    }
}

/// The texts of an item.
enum Printed {
    /// A struct whose text is kept for the next run.
    Struct(PrintedStruct),
    /// Any item, and its line in the list of models.
    Other { code: String, entry: Option<String> },
}

fn print_item(item: &Item, plan: &Plan, file: &FilePlan) -> Printed {
    let module = plan.is_in_module(file).then_some(&*file.stem);
    let (code, entry) = (code(item, Types { shadowed: &plan.shadowed }), entry(item, module));
    match item {
        Item::Struct(StructPlan { key: Some(key), .. }) => {
            Printed::Struct(PrintedStruct::new(*key, code, entry.unwrap_or_default()))
        }
        _ => Printed::Other { code, entry },
    }
}

/// A model in the list of models. The allowed values of fields are found through their models.
fn entry(item: &Item, module: Option<&str>) -> Option<String> {
    let (ident, docs) = match item {
        Item::Struct(plan) => (&plan.ident, &plan.docs),
        Item::Union(plan) => (&plan.ident, &plan.docs),
        Item::Opaque(plan) => (&plan.ident, &plan.docs),
        Item::Enum(plan) if plan.name.is_some() => (&plan.ident, &plan.docs),
        Item::Enum(_) | Item::Alias(_) => return None,
    };
    let link = match module {
        None => type_link(ident.as_str()),
        Some(module) => format!("[`{ident}`]({module}::{ident})"),
    };
    let summary = docs.summary();
    let is_name = summary.strip_prefix('`').and_then(|rest| rest.strip_suffix("`.")) == Some(ident.as_str());
    let mut entry = String::with_capacity(link.len() + summary.len() + "- : \n".len());
    entry.push_str("- ");
    entry.push_str(&link);
    // A link in it is one from the module of the model.
    if !is_name && (module.is_none() || !summary.contains("[`")) {
        entry.push(':');
        for line in summary.lines() {
            entry.push(' ');
            entry.push_str(line);
        }
    }
    entry.push('\n');
    Some(entry)
}

fn code(item: &Item, types: Types<'_>) -> String {
    let Emitted { items, woven } = emit::item(item, types);
    let mut pieces = woven.pieces();
    let mut text = String::with_capacity(ROOM);
    for item in items {
        if !text.is_empty() {
            text.push('\n');
        }
        weave(&formatted(item), &mut pieces, &mut text);
    }
    emit::add_machinery(item, types, &mut text);
    text
}

/// Adds formatted text, with the lines for it before it, and those for its marks in their places.
fn weave<'w>(formatted: &str, pieces: &mut impl Iterator<Item = &'w str>, text: &mut String) {
    text.push_str(pieces.next().unwrap_or_default());
    for line in formatted.split_inclusive('\n') {
        let is_mark = line.strip_suffix(DOCS_LINE).is_some_and(|start| matches!(start.trim_start(), "#" | "#!"));
        // Each mark is made with its lines.
        text.push_str(if is_mark { pieces.next().unwrap_or_default() } else { line });
    }
}

fn formatted(item: syn::Item) -> String {
    prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] })
}

#[cfg(test)]
mod tests {
    use super::DOCS_LINE;
    use crate::rust::options::DOCS;

    #[test]
    fn the_line_of_the_mark_has_its_name() {
        assert_eq!(DOCS_LINE, format!("[{DOCS}]\n"));
    }
}

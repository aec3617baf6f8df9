//! The files with models, printed item by item.

use std::borrow::Borrow;

use crate::parallel;
use crate::rust::earlier::{EarlierStruct, KeysOfFile};
use crate::rust::emit::{self, Emitted, Types};
use crate::rust::options::DOCS_LINE;
use crate::rust::plan::{FilePlan, Item, Plan, PrintedBefore, StructPlan, type_link};

/// How many items are printed before their texts are added to the files. Until then, the texts are there twice.
const BATCH: usize = 2048;

/// The room for the text of an item, which is enough for most.
const ROOM: usize = 2048;

/// A file with models.
pub(super) struct Part<'p> {
    /// Its plan, perhaps without the items.
    pub(super) file: &'p FilePlan,
    /// Its path.
    pub(super) path: String,
    /// Its text.
    pub(super) text: String,
    /// The list of its models for the overview.
    pub(super) list: String,
    /// The keys of the structs in it.
    pub(super) keys: KeysOfFile,
}

/// Prints the files with models, which are in a folder. Their texts start with a header.
pub(super) fn print<'p, I: Borrow<Item> + Send>(
    plan: &'p Plan,
    items: Vec<Vec<I>>,
    folder: &str,
    header: &str,
) -> Vec<Part<'p>> {
    let (mut parts, mut placed) = (Vec::new(), Vec::new());
    for (file, items) in std::iter::once(&plan.root).chain(&plan.parts).zip(items) {
        if items.is_empty() && file.earlier.is_empty() && file.stem == plan.root.stem {
            continue;
        }
        let part = parts.len();
        placed.extend(in_order(items, &file.earlier).into_iter().map(|item| Placed { item, part }));
        let path = format!("{folder}/{}.rs", file.stem);
        let keys = KeysOfFile::of(&path);
        parts.push(Part { file, path, text: header.to_owned(), list: String::new(), keys });
    }
    let mut placed = placed.into_iter();
    loop {
        let batch: Vec<Placed<'_, I>> = placed.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            return parts;
        }
        // Formatting takes long, and items do not depend on each other. Each is dropped where it was printed.
        let printed = parallel::map(batch, |Placed { item, part }| {
            let printed = match item {
                Piece::Item(item) => print_item(item.borrow(), plan, parts[part].file),
                Piece::Earlier(printed) => Printed::Struct(printed.clone()),
            };
            (part, printed)
        });
        for (part, printed) in printed {
            parts[part].add(printed);
        }
    }
}

/// The items of a file with the structs that were printed earlier among them.
fn in_order<I>(items: Vec<I>, earlier: &[PrintedBefore]) -> Vec<Piece<'_, I>> {
    let mut earlier = earlier.iter().peekable();
    let mut pieces = Vec::with_capacity(items.len() + earlier.len());
    for (before, item) in items.into_iter().enumerate() {
        while let Some(next) = earlier.next_if(|next| next.items <= before) {
            pieces.push(Piece::Earlier(&next.printed));
        }
        pieces.push(Piece::Item(item));
    }
    pieces.extend(earlier.map(|next| Piece::Earlier(&next.printed)));
    pieces
}

/// An item, or a struct that was printed earlier.
enum Piece<'p, I> {
    Item(I),
    Earlier(&'p EarlierStruct),
}

/// An item and the number of its file.
struct Placed<'p, I> {
    item: Piece<'p, I>,
    part: usize,
}

/// The texts of an item.
enum Printed {
    /// A struct whose text is kept for the next run.
    Struct(EarlierStruct),
    /// Any item, and its line in the list of models.
    Other { code: String, entry: Option<String> },
}

impl Part<'_> {
    fn add(&mut self, printed: Printed) {
        self.text.push('\n');
        match printed {
            Printed::Struct(printed) => {
                self.keys.add(self.text.len(), &printed);
                self.text.push_str(printed.text());
                self.list.push_str(&printed.entry);
            }
            Printed::Other { code, entry } => {
                self.text.push_str(&code);
                self.list.extend(entry);
            }
        }
    }
}

fn print_item(item: &Item, plan: &Plan, file: &FilePlan) -> Printed {
    let module = plan.is_in_module(file).then_some(&*file.stem);
    let (code, entry) = (code(item, Types { shadowed: &plan.shadowed }), entry(item, module));
    match item {
        Item::Struct(StructPlan { key: Some(key), .. }) => {
            Printed::Struct(EarlierStruct::new(*key, code, entry.unwrap_or_default()))
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
    let summary = docs.summary().replace('\n', " ");
    let is_name = summary.strip_prefix('`').and_then(|rest| rest.strip_suffix("`.")) == Some(ident.as_str());
    // A link in it is one from the module of the model.
    let says_more = !is_name && (module.is_none() || !summary.contains("[`"));
    let about = if says_more { [": ", &*summary] } else { ["", ""] };
    Some(["- ", &*link, about[0], about[1], "\n"].concat())
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
    text.shrink_to_fit();
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

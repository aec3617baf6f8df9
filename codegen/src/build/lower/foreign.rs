//! Words for types that belong to other dialects. A person who knows another language writes them easily.

use crate::diag::Message;
use crate::dialect::{self, TypeSyntax, Word};
use crate::schema::Scalar;

/// Explains that a word is a type of other dialects, and how this one writes that type; `None` if no dialect has the
/// word. Words for any JSON value do not count: an undocumented model of that name holds the same.
pub(super) fn explain(text: &str, own: &TypeSyntax) -> Option<Message> {
    let owners = dialect::ALL.iter().filter_map(|dialect| Some((dialect.name, word(text, dialect.types)?.scalar)));
    let mut owners = owners.filter(|(_, scalar)| *scalar != Scalar::Any);
    let (first, scalar) = owners.next()?;
    let others = match owners.count() {
        0 => String::new(),
        1 => " and 1 other dialect".to_owned(),
        count => format!(" and {count} other dialects"),
    };
    let help = synonym(scalar, own).map(|word| format!("write `{}` here", word.text));
    let message = format!("`{text}` is a type of `{first}`{others}, but not of the dialect of this page");
    Some(Message::new(message).hint(help))
}

fn word(text: &str, syntax: &TypeSyntax) -> Option<&'static Word> {
    syntax.words.iter().find(|word| word.text == text)
}

/// The word of a dialect for a type, or for one that is as close as possible.
fn synonym(scalar: Scalar, syntax: &TypeSyntax) -> Option<&'static Word> {
    let exact = syntax.words.iter().find(|word| word.scalar == scalar);
    exact.or_else(|| syntax.words.iter().find(|word| kind(word.scalar) == kind(scalar)))
}

/// What scalars of different widths or precisions have in common.
#[derive(PartialEq, Eq)]
enum Kind {
    Text,
    Integer,
    Number,
    Day,
    Other(Scalar),
}

fn kind(scalar: Scalar) -> Kind {
    match scalar {
        Scalar::String | Scalar::Uuid | Scalar::Uri | Scalar::Time | Scalar::Duration => Kind::Text,
        Scalar::Int32 | Scalar::Int64 | Scalar::Uint32 | Scalar::Uint64 | Scalar::Int64Text | Scalar::Uint64Text => {
            Kind::Integer
        }
        Scalar::Float32 | Scalar::Float64 | Scalar::Decimal => Kind::Number,
        Scalar::Date | Scalar::DateTime | Scalar::DateOrDateTime => Kind::Day,
        Scalar::Boolean | Scalar::Bytes | Scalar::File | Scalar::Any => Kind::Other(scalar),
    }
}

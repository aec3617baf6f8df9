//! The types of what documents say. A field or variant that is missing here does not compile.

use super::coded::{Coded, Reader, Writer, coded};
use crate::dialect::Constraint;
use crate::read::context::Tally;
use crate::read::detect::Points;
use crate::read::doc::{
    Body, DiscriminatorDoc, FieldDoc, LimitDoc, ListDoc, MemberDoc, ModelDoc, OtherKeysDoc, ValueDoc,
};
use crate::read::model::PageDoc;
use crate::read::page::{Block, BrokenTable, Component, Row, Table};
use crate::read::type_expr::TypeExpr;
use crate::schema::{Problem, Scalar, UnionOf};

coded! {
    struct Points { sum, signs, misfits, unreadable, pages }
    struct Table { header, rows }
    struct Row { span, piped, cells }
    struct BrokenTable { at, text }
    struct Component { name, span }
    struct PageDoc { models, failed, lost, tally, asks_for_documents }
    struct Tally { fields, values, members, other_rows, reported, unread, beside, repeated }
    struct ModelDoc { name, description, body, fields, other_keys, inherits, lists, discriminator, dialect }
    struct OtherKeysDoc { names, description, ty }
    struct DiscriminatorDoc { name, values }
    struct MemberDoc { value, model }
    struct ListDoc { ty, name, span, values, again, quoted, stated, null, left_out, named }
    struct ValueDoc { name, value, quoted, number, span }
    struct FieldDoc {
        name, ty, description, prose, optional, required, read_only, deprecated, default, limits, unique_items, values,
    }
    struct LimitDoc { of, text }
}

coded! {
    enum Block {
        0 => FrontMatterTitle(title),
        1 => Heading { text, level },
        2 => Paragraph(text),
        3 => Table(table),
        4 => BrokenTable(broken),
        5 => HtmlTable(text),
        6 => Component(component),
    }
    enum Body { 0 => Fields, 1 => Values(list), 2 => Union { of, members }, 3 => Whole(ty) }
    enum TypeExpr {
        0 => Word(word),
        1 => LinkedWord(word),
        2 => Name { text, surely_model, span },
        3 => List(item),
        4 => Set(item),
        5 => Map { item, text_keys },
        6 => Optional(item),
        7 => Nullable(item),
        8 => Mixed { of, members },
        9 => Unnamed { link },
        10 => Unknown { problem, message, span },
    }
    enum UnionOf { 0 => One, 1 => Any }
    enum Problem { 0 => UnknownWord, 1 => ForeignWord, 2 => Syntax, 3 => TooDeep }
    enum Constraint {
        0 => Minimum,
        1 => Maximum,
        2 => ExclusiveMinimum,
        3 => ExclusiveMaximum,
        4 => MultipleOf,
        5 => Pattern,
        6 => MinLength,
        7 => MaxLength,
        8 => MinItems,
        9 => MaxItems,
    }
    enum Scalar {
        0 => String,
        1 => Int32,
        2 => Int64,
        3 => Float32,
        4 => Float64,
        5 => Uint32,
        6 => Uint64,
        7 => Int64Text,
        8 => Uint64Text,
        9 => Decimal,
        10 => Boolean,
        11 => DateTime,
        12 => Date,
        13 => DateOrDateTime,
        14 => Time,
        15 => Duration,
        16 => Uuid,
        17 => Uri,
        18 => Bytes,
        19 => File,
        20 => Any,
    }
}

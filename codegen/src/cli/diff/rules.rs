//! The rules: one constant for each kind of change. `tests/diff/<name>/` has two versions of documents that differ in it.

use std::fmt;

use clap::ValueEnum;
use serde::Serialize;

/// What a change affects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Side {
    /// The JSON that an API and its clients exchange.
    Wire,
    /// Rust code that uses the models.
    Rust,
}

/// How much a change matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Level {
    /// Programs that were right no longer work or no longer compile.
    Breaking,
    /// Programs can depend on what changed, though they need not.
    Risky,
    /// Programs that were right still are.
    Compatible,
    /// The change is not reported.
    Ignore,
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Wire => "wire",
            Self::Rust => "rust",
        })
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Breaking => "breaking",
            Self::Risky => "risky",
            Self::Compatible => "compatible",
            Self::Ignore => "ignore",
        })
    }
}

/// A kind of change.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    /// Its name in kebab-case. It never changes, because configurations name it.
    pub(crate) name: &'static str,
    /// What it affects.
    pub(crate) side: Side,
    /// Its level, unless the configuration sets another one.
    pub(crate) level: Level,
    /// What it means and what to do about it, as plain text.
    pub(crate) explanation: &'static str,
}

/// The rule of this name.
pub(crate) fn by_name(name: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.name == name).copied()
}

macro_rules! rules {
    ($($constant:ident = $name:literal, $side:ident, $level:ident, $explanation:literal;)*) => {
        $(
            #[doc = $explanation]
            pub(super) static $constant: Rule =
                Rule { name: $name, side: Side::$side, level: Level::$level, explanation: $explanation };
        )*

        /// All rules, those about JSON first.
        pub(crate) static ALL: &[&Rule] = &[$(&$constant),*];
    };
}

rules! {
    MODEL_REMOVED = "model-removed", Wire, Breaking,
        "No document describes the model any more, or the configuration does not select it, and no new model resembles it. \
         What the API sent or took as this model has lost its description. Ask the vendor what replaces it.";
    MODEL_RENAMED = "model-renamed", Wire, Compatible,
        "The model has another name. JSON does not contain names of models, so nothing changes on the wire; \
         discriminators that select by name are reported on their own. A name that differs only in case and separators \
         is certainly the same model; others are matched by their fields, and the note says how many are the same.";
    MODEL_ADDED = "model-added", Wire, Compatible,
        "A document describes a model that was not described before.";
    MODEL_KIND_CHANGED = "model-kind-changed", Wire, Breaking,
        "The model describes another kind of JSON: an object has become a list of allowed values, one of several types, \
         or another name for a type.";
    FIELD_REMOVED = "field-removed", Wire, Breaking,
        "The document lacks a field that it had. Clients that send the key may be refused, and clients that read it do \
         not find it. Existing models keep an unknown key in `extra`.";
    FIELD_RENAMED = "field-renamed", Wire, Breaking,
        "A field is gone and a similar one is new: it has the same type and a similar name, description or place. It is \
         probably the same field under another key. Clients that use the old key send and read nothing.";
    KEY_CHANGED = "key-changed", Wire, Breaking,
        "A field has another key in JSON. If its name in Rust is the same, programs still compile, but send and \
         read another key: check every use.";
    FIELD_ADDED = "field-added", Wire, Compatible,
        "A field is new, and clients need not send it. Existing models keep its key in `extra` when they read it.";
    REQUIRED_FIELD_ADDED = "required-field-added", Wire, Breaking,
        "A field is new, and the document requires it. What existing clients send lacks it.";
    FIELD_REQUIRED = "field-required", Wire, Breaking,
        "An optional field is required now. What existing clients send may lack it.";
    FIELD_OPTIONAL = "field-optional", Wire, Risky,
        "A required field is optional now. Clients that read it must expect its absence.";
    FIELD_NULLABLE = "field-nullable", Wire, Risky,
        "The value of a field may be `null` now. Clients that read it must expect that.";
    FIELD_NOT_NULLABLE = "field-not-nullable", Wire, Breaking,
        "The value of a field must not be `null` any more. The API may refuse clients that send `null`.";
    TYPE_CHANGED = "type-changed", Wire, Breaking,
        "A value has a type that does not contain the old one, and is not contained in it. Clients read and send \
         values that are wrong now.";
    TYPE_NARROWED = "type-narrowed", Wire, Breaking,
        "A value has a type that is a part of the old one, such as `int32` after `int64`. The API may refuse \
         what clients send.";
    TYPE_WIDENED = "type-widened", Wire, Risky,
        "A value has a type that contains the old one, such as `int64` after `int32`. Clients may read values that \
         do not fit the old type.";
    VALUE_REMOVED = "value-removed", Wire, Breaking,
        "A list of allowed values lacks a value that it had. The API may refuse clients that send it.";
    VALUE_ADDED = "value-added", Wire, Risky,
        "A list of allowed values has a new value. Existing models read it as an unlisted value.";
    VALUES_LIMITED = "values-limited", Wire, Breaking,
        "A value that could be any has a list of allowed values now. The API may refuse others.";
    VALUES_OPENED = "values-opened", Wire, Risky,
        "A value with a list of allowed values can be any value now. Existing models read others as unlisted values.";
    UNION_MEMBER_REMOVED = "union-member-removed", Wire, Breaking,
        "A value of several types is no longer of one of them. The API may refuse clients that send it.";
    UNION_MEMBER_ADDED = "union-member-added", Wire, Risky,
        "A value of several types may be of another type, too. Existing models keep it as an unlisted value.";
    DISCRIMINATOR_CHANGED = "discriminator-changed", Wire, Breaking,
        "Another key, or another value of the key, selects the type of a value of several types. Clients read such values \
         as another type.";
    ADDITIONAL_KEYS_CHANGED = "additional-keys-changed", Wire, Risky,
        "The values under additional keys of a model have another type, or their type is stated on one side only.";
    DEFAULT_CHANGED = "default-changed", Wire, Risky,
        "The documented default of a field is another one, or is new or gone. What clients do not send means something \
         else to the server.";
    CONSTRAINTS_TIGHTENED = "constraints-tightened", Wire, Breaking,
        "The limits of a value exclude values that were allowed, or its pattern is another one. The API may refuse what \
         clients send.";
    CONSTRAINTS_LOOSENED = "constraints-loosened", Wire, Compatible,
        "The limits of a value allow values that were excluded.";
    READ_ONLY = "read-only", Wire, Risky,
        "Only the server sets a field now. It may ignore or refuse what clients send.";
    NOT_READ_ONLY = "not-read-only", Wire, Compatible,
        "Clients may set a field that only the server set before.";
    DEPRECATED = "deprecated", Wire, Compatible,
        "The document deprecates a field. Stop using it before the API drops it.";
    NOT_DEPRECATED = "not-deprecated", Wire, Compatible,
        "The document no longer deprecates a field.";
    STATED_ON_ONE_SIDE = "stated-on-one-side", Wire, Compatible,
        "The documents of one side do not state a fact, so that a rule assumed it, and it differs from what the other side \
         states: whether a key may be absent, the width of an integer, the case of a key. This is common where the documents \
         of another generator are compared. The API itself probably did not change, but the models did.";

    RUST_TYPE_REMOVED = "rust-type-removed", Rust, Breaking,
        "A type is gone: the struct or enum of a model, or the enum of the allowed values of a field. Code that names it \
         does not compile.";
    RUST_TYPE_RENAMED = "rust-type-renamed", Rust, Breaking,
        "A type has another name. Code that names it does not compile. The correction `rename` keeps the old name.";
    RUST_TYPE_ADDED = "rust-type-added", Rust, Compatible,
        "A type is new.";
    RUST_TYPE_KIND_CHANGED = "rust-type-kind-changed", Rust, Breaking,
        "A type is of another kind, such as an enum instead of a struct. Code that builds or matches its values does not \
         compile.";
    RUST_TYPE_MOVED = "rust-type-moved", Rust, Breaking,
        "A type is in another module, that of another folder or of another API. Code that names its path does not compile. \
         A model that exactly one API lost and exactly one other gained is the same if both are of one kind and, where \
         they are objects, have a key in common.";
    RUST_FEATURE_CHANGED = "rust-feature-changed", Rust, Breaking,
        "A type is compiled with another feature of cargo. Crates that use it have to enable that.";
    RUST_ALIAS_CHANGED = "rust-alias-changed", Rust, Breaking,
        "A name is another name for another type.";
    RUST_ENUM_SHARED = "rust-enum-shared", Rust, Risky,
        "Several fields have the same allowed values now, so that they share an enum and the old name is another name for \
         it. Code compiles, unless it implements a trait for both of what were two types.";
    RUST_ENUM_SPLIT = "rust-enum-split", Rust, Breaking,
        "Fields that shared an enum have enums of their own now, because their allowed values differ. Code that passes a \
         value from one field to the other does not compile.";
    RUST_FIELD_REMOVED = "rust-field-removed", Rust, Breaking,
        "A field of a struct is gone, and so is its setter. Code that uses them does not compile.";
    RUST_FIELD_RENAMED = "rust-field-renamed", Rust, Breaking,
        "A field of a struct has another name, and so has its setter. Code that uses them does not compile. The correction \
         `rename` keeps the old name.";
    RUST_FIELD_ADDED = "rust-field-added", Rust, Risky,
        "A struct has a new field. Code that builds it with `new`, with setters or with `..Default::default()` compiles; \
         code that lists all fields, in an expression or a pattern without `..`, does not. Formats without keys, such as \
         postcard, do not read what was written before.";
    RUST_FIELD_TYPE_CHANGED = "rust-field-type-changed", Rust, Breaking,
        "A field has another type. Code that reads or sets it does not compile.";
    RUST_FIELD_OPTIONAL = "rust-field-optional", Rust, Breaking,
        "A field that was a value is an `Option` now. Code that reads it does not compile.";
    RUST_FIELD_NOT_OPTIONAL = "rust-field-not-optional", Rust, Breaking,
        "A field that was an `Option` is a value now. Code that reads it does not compile.";
    RUST_FIELD_BOXED = "rust-field-boxed", Rust, Breaking,
        "The value of a field, or of the variant of a union, is in a `Box` now, or no longer is. The reason is the size of \
         the type, or that it contains itself. Setters take both, but code that assigns to the field or moves the value out \
         of it does not compile.";
    RUST_FIELD_THREE_VALUED = "rust-field-three-valued", Rust, Breaking,
        "The configuration makes a field distinguish an absent key from `null`, or no longer does: its type is \
         `Patch` instead of `Option`, or the reverse.";
    RUST_SETTER_CHANGED = "rust-setter-changed", Rust, Breaking,
        "The setter of a field has another name, or takes another type, while the field itself is the same.";
    RUST_FIELD_DEPRECATED = "rust-field-deprecated", Rust, Risky,
        "Using a field causes a warning now, which is an error where warnings are denied.";
    RUST_FIELD_NOT_DEPRECATED = "rust-field-not-deprecated", Rust, Compatible,
        "Using a field no longer causes a warning.";
    RUST_EXTRA_REMOVED = "rust-extra-removed", Rust, Breaking,
        "A struct does not keep undocumented values any more: its field `extra` is gone, because the configuration made it \
         strict.";
    RUST_CONSTRUCTOR_ADDED = "rust-constructor-added", Rust, Compatible,
        "A model has a constructor `new`, because its document requires fields now.";
    RUST_CONSTRUCTOR_REMOVED = "rust-constructor-removed", Rust, Breaking,
        "A model has no constructor `new` any more, because its document requires no fields. `default` and setters build \
         it.";
    RUST_CONSTRUCTOR_CHANGED = "rust-constructor-changed", Rust, Breaking,
        "The struct that the constructor `new` takes has other fields or another name, because the document requires other \
         fields, or fields of other types. The compiler reports every call.";
    RUST_CONSTANT_REMOVED = "rust-constant-removed", Rust, Breaking,
        "The constant of a documented default is gone, because the document has no default any more or has one that cannot \
         be a constant.";
    RUST_CONSTANT_TYPE_CHANGED = "rust-constant-type-changed", Rust, Breaking,
        "The constant of a documented default has another type.";
    RUST_CONSTANT_CHANGED = "rust-constant-changed", Rust, Risky,
        "The constant of a documented default has another value. Code compiles, and uses the new default.";
    RUST_CONSTANT_ADDED = "rust-constant-added", Rust, Compatible,
        "The default of a field is a constant now.";
    RUST_VARIANT_REMOVED = "rust-variant-removed", Rust, Breaking,
        "An enum lacks a variant that it had. Code that names it does not compile.";
    RUST_VARIANT_RENAMED = "rust-variant-renamed", Rust, Breaking,
        "The variant of a value has another name, because another value has a better claim to the old one.";
    RUST_VARIANT_ADDED = "rust-variant-added", Rust, Compatible,
        "An enum has a new variant. Enums are `#[non_exhaustive]`, so that every `match` has an arm for it.";
    RUST_VARIANT_TYPE_CHANGED = "rust-variant-type-changed", Rust, Breaking,
        "The variant of a union holds another type.";
    RUST_TRAIT_LOST = "rust-trait-lost", Rust, Breaking,
        "A type does not implement a trait any more: `Default`, because a strict model requires a field now; `Copy`, \
         because it owns memory on the heap now; or a trait that the configuration derived. `Clone`, `Debug`, `Eq`, `Ord`, \
         `Hash` and those of serde are never lost, because all types implement them, whatever their fields are.";
    RUST_TRAIT_GAINED = "rust-trait-gained", Rust, Compatible,
        "A type implements another trait.";
    RUST_ORDER_CHANGED = "rust-order-changed", Rust, Risky,
        "The fields of a struct, or the types of a union, are in another order. Code compiles, but values are sorted in \
         another way, and formats without keys, such as postcard, do not read what was written before.";
    RUST_ATTRIBUTE_CHANGED = "rust-attribute-changed", Rust, Risky,
        "The configuration gives a type, field or variant other attributes. What that means depends on the attribute.";
    RUST_READING_STRICTER = "rust-reading-stricter", Rust, Breaking,
        "The configuration makes a model refuse JSON that it read: values of another type, unknown keys, or the absence of \
         required keys are errors now. Code compiles.";
    RUST_READING_LOOSER = "rust-reading-looser", Rust, Compatible,
        "A model reads JSON that it refused. Code compiles.";
    RUST_WRITING_CHANGED = "rust-writing-changed", Rust, Risky,
        "A field is written in another way: as `null` instead of not at all, or as text instead of a number, or the \
         reverse. Code compiles.";
}

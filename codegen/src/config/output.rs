//! The options that decide what generated code looks like.

use super::Config;
use crate::pattern::Pattern;
use crate::rust::derives;
use crate::rust::options::{Attribute, Part, Replaced, UnknownKeys, When};

impl Config {
    /// Reads strictly what matches a pattern. The pattern selects models (`Conversation`, `*Request`), single
    /// fields (`User.version`, `*.id`), or everything (`*`).
    ///
    /// In a strict model, a value of an unexpected type is an error, and a field that the document requires must be
    /// there and has the type `T` instead of `Option<T>`. In a strict union, a value that fits no member is an
    /// error. Of a strict field, only that field is read in this way.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").strict("*Request").strict("User.version").build();
    /// ```
    #[track_caller]
    pub fn strict(mut self, pattern: impl Into<String>) -> Self {
        self.rust.strict.push(Pattern::new(pattern));
        self
    }

    /// Sets what happens to the unknown keys of a model, which are kept by default. The last pattern that matches a
    /// model applies.
    ///
    /// ```no_run
    /// use codegen::UnknownKeys;
    /// codegen::Config::new().specs("specs").unknown_keys("*Request", UnknownKeys::Deny).build();
    /// ```
    #[track_caller]
    pub fn unknown_keys(mut self, models: impl Into<String>, choice: UnknownKeys) -> Self {
        self.rust.unknown_keys.push((Pattern::new(models), choice));
        self
    }

    /// Makes optional fields three-valued: absent, `null`, or a value. A request that changes something needs the
    /// difference. The pattern selects models or fields.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").three_valued("*Patch*").build();
    /// ```
    #[track_caller]
    pub fn three_valued(mut self, pattern: impl Into<String>) -> Self {
        self.rust.three_valued.push(Pattern::new(pattern));
        self
    }

    /// Uses a type of your own, or of another crate, instead of the one that would be used or generated. It replaces
    ///
    /// - a scalar, by its word in [`schema::Scalar::word`](crate::schema::Scalar::word): `uuid`, `uri`, `decimal`, `bytes`;
    /// - the type of fields, by a pattern: `Order.secret`, `*.price`;
    /// - models, by a pattern: `Money`, `*Reference`. A document is not necessary.
    ///
    /// A field takes precedence over a model, and a model over a scalar; of several calls that apply, the last one counts.
    /// The path starts at the crate or at another crate. The type needs `Clone`, `Debug`, `Serialize` and
    /// `Deserialize`; if it is the type of a union's variant, `Default` as well.
    ///
    /// A value that the type does not accept is kept in `extra`, and so is one of which the type would not write everything:
    /// a number that it writes as text, or a key that it drops. A text that the type spells in another way is written in
    /// that way.
    ///
    /// ```no_run
    /// let config = codegen::Config::new().specs("specs").replace("uuid", "uuid::Uuid");
    /// config.replace("Order.secret", "crate::Secret").replace("Money", "crate::Money").build();
    /// ```
    #[track_caller]
    pub fn replace(mut self, what: impl Into<String>, ty: impl Into<String>) -> Self {
        self.rust.replaced.push(Replaced { pattern: Pattern::new(what), ty: ty.into() });
        self
    }

    /// Puts the models of each folder of documents into a module of its own, which is named after the folder. The types
    /// still have different names, and those of documents that are directly in the folder that all share are beside the
    /// modules.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").module_per_folder().build();
    /// ```
    pub fn module_per_folder(mut self) -> Self {
        self.rust.module_per_folder = true;
        self
    }

    /// Compiles the models of a folder of documents only with the feature of cargo that is named after the folder. A file
    /// `models.toml` beside `models.rs` has the features for the manifest of the crate: each enables those of the folders
    /// with the models that its own models contain. Models that are directly in the folder that all share, and what these
    /// contain, are always compiled.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").feature_per_folder().build();
    /// ```
    pub fn feature_per_folder(mut self) -> Self {
        self.rust.feature_per_folder = true;
        self
    }

    /// Adds an attribute to the types of models, or to fields. A pattern for models (`Order`, `*`) selects their structs
    /// and enums, and the enums for the allowed values of their fields; a pattern for fields (`Order.id`, `*.id`, `*.*`)
    /// selects these fields. In the text, `{key}` is the key of the field in JSON.
    ///
    /// A derive of a trait that a type implements already is left out. Paths start at a crate, as in
    /// `schemars::JsonSchema` or `crate::Mark`, because the models are in a module of their own.
    ///
    /// ```no_run
    /// let config = codegen::Config::new().specs("specs").attribute("*", "#[must_use]");
    /// config.attribute("*.id", "#[doc(alias = \"{key}\")]").build();
    /// ```
    #[track_caller]
    pub fn attribute(mut self, pattern: impl Into<String>, attribute: impl Into<String>) -> Self {
        let (pattern, text) = (Pattern::new(pattern), attribute.into());
        self.rust.attributes.push(Attribute { pattern, part: None, text, when: When::Always });
        self
    }

    /// Adds an attribute to one kind of items, fields or variants in the models or fields that a pattern selects. In the
    /// text, `{key}` is the key of a field or the text of a value in JSON. With this, any derive can get the attributes
    /// that it needs; see [`Config::derive`].
    ///
    /// ```no_run
    /// use codegen::Part;
    /// let config = codegen::Config::new().specs("specs").attribute("*", "#[derive(ts_rs::TS)]");
    /// let config = config.attribute_on(Part::Field, "*", "#[ts(rename = \"{key}\")]");
    /// config.attribute_on(Part::Extra, "*", "#[ts(skip)]").build();
    /// ```
    #[track_caller]
    pub fn attribute_on(mut self, part: Part, pattern: impl Into<String>, attribute: impl Into<String>) -> Self {
        let (pattern, text) = (Pattern::new(pattern), attribute.into());
        self.rust.attributes.push(Attribute { pattern, part: Some(part), text, when: When::Always });
        self
    }

    /// Derives a trait for the types of models. The derives `schemars::JsonSchema`, `utoipa::ToSchema` and
    /// `arbitrary::Arbitrary` also get the attributes with which they use the names in JSON and leave out what documents do
    /// not describe. For other derives of that kind, add these with [`Config::attribute_on`].
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").derive("*", "schemars::JsonSchema").build();
    /// ```
    #[track_caller]
    pub fn derive(mut self, models: impl Into<String>, path: impl Into<String>) -> Self {
        self.rust.attributes.extend(derives::attributes(&Pattern::new(models), &path.into()));
        self
    }
}

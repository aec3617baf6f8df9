//! Several APIs beside each other: the models of each are in a module of its own.

use std::collections::BTreeSet;

use crate::compile::Outcome;
use crate::diag::{Sink, codes};
use crate::pattern::Pattern;
use crate::rust::names;
use crate::rust::plan::{SUPPORT, WRAPPER};

/// Reports names that modules cannot have.
pub(crate) fn check<'a>(modules: impl Iterator<Item = &'a Pattern>, sink: &mut Sink) {
    let mut seen = BTreeSet::from([SUPPORT, WRAPPER]);
    for name in modules {
        let is_usable = names::is_field_name(name.text()) && !names::is_keyword(name.text());
        if !is_usable || !seen.insert(name.text()) {
            let message = format!("`{}` cannot be the name of a module here, or is taken", name.text());
            sink.report(&codes::BAD_OPTION, name.origin().clone(), message);
        }
    }
}

impl Outcome {
    /// Adds what was made of the documents of a module.
    pub(crate) fn add_module(&mut self, name: &str, mut module: Self) {
        self.diagnostics.append(&mut module.diagnostics.clone());
        self.files.append(&mut module.files);
        self.inputs.append(&mut module.inputs.clone());
        if self.has_errors() {
            self.files.clear();
        }
        self.modules.insert(name.to_owned(), module);
    }
}

//! Runs that stop before anything is printed.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;

use super::Config;
use super::loaded::Paths;
use crate::compile::{Planned, Watch, plan, plan_schema, plan_watched};
use crate::diag::Sink;
use crate::modules;
use crate::rust::plan::Plan;
use crate::schema::Schema;
use crate::source::{self, Source, Sources, labels};

/// What is planned for the documents of each module, by its name, and for those that are in none.
pub(crate) type Plans = BTreeMap<Option<String>, ModulePlan>;

/// A document or sample, and its path below the one that was given.
pub(crate) struct Text {
    pub(crate) below: String,
    pub(crate) text: String,
}

/// Reads all documents and samples at a path.
pub(crate) type Read<'a> = dyn Fn(&Path) -> Result<Vec<Text>, String> + 'a;

/// What is planned for the documents of a module.
pub(crate) struct ModulePlan {
    pub(crate) planned: Planned,
    /// How the paths of the documents are shown.
    pub(crate) paths: Paths,
}

impl Config {
    /// Plans the types of the documents on the disk.
    pub(crate) fn plan(&self) -> Plans {
        if self.is_without_documents() {
            return self.refuse_plan();
        }
        let mut sink = self.loaded.sink();
        let sources = source::read(self.roots(), &mut sink);
        let plans = self.plan_modules((sources, sink), |config| Ok::<_, Infallible>(config.plan()));
        plans.unwrap_or_else(|never| match never {})
    }

    /// Shows what each stage makes of the documents, those of modules first.
    pub(crate) fn watch(&self, watch: &mut Watch<'_>) {
        for (name, config) in &self.modules {
            self.of_module(name, config).watch(watch);
        }
        let mut sink = self.loaded.sink();
        let sources = source::read(self.roots(), &mut sink);
        let (sources, config) = (Arc::new(sources), self.with_names_of_modules());
        plan_watched(&sources, &config, sink, watch, &mut Plan::keep);
    }

    /// Plans the types of documents and samples that `read` has for the paths of the configuration. Corrections and samples
    /// with paths of their own are read from the disk.
    pub(crate) fn plan_read(&self, read: &Read<'_>) -> Result<Plans, String> {
        if self.is_without_documents() {
            return Ok(self.refuse_plan());
        }
        let mut texts = Vec::new();
        for (given, label) in self.specs.iter().zip(labels(&self.specs)) {
            for Text { below, text } in read(&given.disk)? {
                let path = if below.is_empty() { label.clone() } else { format!("{label}/{below}") };
                texts.push(Source::within(path, label.len(), text));
            }
        }
        let mut sink = self.loaded.sink();
        let sources = source::read_beside(texts, self.roots(), &mut sink);
        self.plan_modules((sources, sink), |config| config.plan_read(read))
    }

    /// Plans the types of a schema.
    pub(crate) fn plan_schema(&self, schema: Schema) -> Plans {
        if self.loaded.is_broken {
            return self.refuse_plan();
        }
        self.without_modules(plan_schema(schema, self))
    }

    fn refuse_plan(&self) -> Plans {
        self.without_modules(plan(&Arc::default(), &Self::new().show_all(), self.loaded.sink()))
    }

    /// Plans the types of the documents and of those of each module.
    fn plan_modules<E>(
        &self,
        (sources, mut sink): (Sources, Sink),
        of_module: impl Fn(&Self) -> Result<Plans, E>,
    ) -> Result<Plans, E> {
        modules::check(self.modules.iter().map(|(name, _)| name), &mut sink);
        let mut plans = self.without_modules(plan(&Arc::new(sources), &self.with_names_of_modules(), sink));
        for (name, config) in &self.modules {
            for (inner, planned) in of_module(&self.of_module(name, config))? {
                let path = inner.map_or_else(|| name.text().to_owned(), |inner| format!("{}::{inner}", name.text()));
                plans.insert(Some(path), planned);
            }
        }
        Ok(plans)
    }

    fn without_modules(&self, mut planned: Planned) -> Plans {
        self.finish(&mut planned.outcome);
        Plans::from([(None, ModulePlan { planned, paths: self.loaded.paths(&self.given()) })])
    }
}

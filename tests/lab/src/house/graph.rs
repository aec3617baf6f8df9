//! Which modules use which.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use tests::scratch::Files;
use tests::uses;

/// Modules and the modules that they use.
#[derive(Debug, Default)]
pub struct Graph {
    uses: BTreeMap<String, BTreeSet<String>>,
}

impl Graph {
    /// The graph of the files below `src/`. A module is the first `depth` segments of its path; a file that only
    /// declares the modules of a folder, and `lib.rs`, is not one.
    ///
    /// # Errors
    ///
    /// A file is not Rust.
    pub fn new(files: &Files, depth: usize) -> Result<Self, Box<dyn std::error::Error>> {
        let files = files.iter().filter(|(path, _)| path.starts_with("src/") && super::is_rust(path));
        let files: Vec<_> = files.map(|(path, (_, text))| (uses::module_of(path), text)).collect();
        // A folder is divided into its modules if its own file has no items, as that of a room.
        let rooms: BTreeSet<&str> = files
            .iter()
            .filter(|(module, text)| depth > 1 && module.len() == 1 && only_declares(text))
            .map(|(module, _)| &*module[0])
            .collect();
        let placed = |path: &[String]| {
            let depth = if path.first().is_some_and(|first| rooms.contains(&**first)) { depth } else { 1 };
            path[..depth.min(path.len())].join("::")
        };
        let is_module = |module: &str| module != "lib" && !rooms.contains(module);
        let mut graph = Self::default();
        for (module, _) in &files {
            graph.uses.entry(placed(module)).or_default();
        }
        graph.uses.retain(|module, _| is_module(module));
        let modules: BTreeSet<String> = graph.uses.keys().cloned().collect();
        for (module, text) in &files {
            let Some(arrows) = graph.uses.get_mut(&placed(module)) else { continue };
            let used = uses::uses(text, module)?.into_iter().map(|path| placed(&path));
            arrows.extend(used.filter(|used| modules.contains(used) && *used != placed(module)));
        }
        Ok(graph)
    }

    fn arrows(&self) -> usize {
        self.uses.values().map(BTreeSet::len).sum()
    }

    /// The modules that a module reaches, itself only through a circle.
    fn reached<'a>(&'a self, module: &'a str) -> BTreeSet<&'a str> {
        let mut reached = BTreeSet::new();
        let mut open = vec![module];
        while let Some(next) = open.pop() {
            for used in &self.uses[next] {
                if reached.insert(&**used) {
                    open.push(used);
                }
            }
        }
        reached
    }

    /// The sets of modules that all reach each other.
    fn circles(&self) -> BTreeSet<Vec<&str>> {
        let reached: BTreeMap<&str, BTreeSet<&str>> =
            self.uses.keys().map(|module| (&**module, self.reached(module))).collect();
        let on_circle = reached.iter().filter(|(module, reached)| reached.contains(*module));
        on_circle
            .map(|(module, others)| others.iter().filter(|other| reached[**other].contains(module)).copied().collect())
            .collect()
    }

    /// The number of modules on the longest way down, where a circle is one floor.
    fn floors(&self) -> usize {
        let reached: BTreeMap<&str, BTreeSet<&str>> =
            self.uses.keys().map(|module| (&**module, self.reached(module))).collect();
        let mut floors: BTreeMap<&str, usize> = BTreeMap::new();
        let mut order: Vec<&str> = reached.keys().copied().collect();
        // Whatever a module reaches, without being reached from it, reaches less.
        order.sort_by_key(|module| reached[module].len());
        for module in order {
            let below = reached[module].iter().filter(|other| !reached[**other].contains(module));
            let floor = below.filter_map(|other| floors.get(other)).max().copied().unwrap_or_default();
            floors.insert(module, floor + 1);
        }
        floors.values().max().copied().unwrap_or_default()
    }
}

/// Whether a file has no items but modules and names of theirs.
fn only_declares(text: &str) -> bool {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.into_iter().all(|line| {
        ["mod ", "pub mod ", "pub(crate) mod ", "use ", "pub use ", "pub(crate) use ", "#["]
            .iter()
            .any(|start| line.starts_with(start))
    })
}

impl fmt::Display for Graph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (modules, arrows, floors) = (self.uses.len(), self.arrows(), self.floors());
        let plural = if arrows == 1 { "" } else { "s" };
        write!(f, "{modules} with {arrows} arrow{plural} on {floors} floors, ")?;
        let circles: Vec<String> = self.circles().iter().map(|circle| circle.join(" ↔ ")).collect();
        if circles.is_empty() { f.write_str("no circle") } else { write!(f, "circles: {}", circles.join("; ")) }
    }
}

//! What holds for any document.

use std::collections::BTreeSet;

use codegen::schema::{Fact, Model};
use codegen::{Config, Outcome};
use proptest::prelude::*;
use tests::fuzz::PIECES;

fn documents() -> impl Strategy<Value = Vec<(String, String)>> {
    let text = prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|it| it.concat());
    let framed = text.clone().prop_map(|it| {
        format!("# Tag\n\n## Properties\n\n|Name | Type | Description | Notes|\n|---|---|---|---|\n| **a** | str | a | |\n{it}")
    });
    let paths =
        ["Tag.md", "a/Tag.md", "a/b/Other.md", "a/c/Tag.md", "a/d/Tag.md", "b/User.md", "CORRECTIONS.md", "XApi.md"];
    let path = prop::sample::select(paths.to_vec());
    let any_text = prop_oneof![text, framed, any::<String>()];
    prop::collection::vec((path.prop_map(|it| format!("specs/{it}")), any_text), 0..6)
}

/// Types that an SDK may have for one field; all differ from each other.
const TYPES: &[&str] = &[
    "string",
    "any",
    "int32",
    "int64",
    "float64",
    "date",
    "datetime",
    "list[string]",
    "list[any]",
    "map[Tag]",
    "Tag",
    "Lost",
];

/// What two SDKs say about a model: for a few fields a type and whether it must be there.
fn two_sdks() -> impl Strategy<Value = [String; 2]> {
    let row = (prop::sample::select(&["id", "self", "size", "shape"][..]), prop::sample::select(TYPES), any::<bool>());
    let document = prop::collection::btree_map(row.clone().prop_map(|it| it.0), row.prop_map(|it| (it.1, it.2)), 0..4);
    let text = document.prop_map(|rows| {
        let row =
            |(name, (ty, optional))| format!("| {name} | {ty} | | {} |\n", if optional { "[optional]" } else { "" });
        let rows: String = rows.into_iter().map(row).collect();
        format!("# Tag\n\n## Properties\n\n| Name | Type | Description | Notes |\n|---|---|---|---|\n{rows}")
    });
    [text.clone(), text]
}

/// Pieces of sentences that list values, or nearly.
const SENTENCES: &[&str] = &[
    "Valid values: ",
    "Values can be: ",
    "one of ",
    "either ",
    "Can be ",
    "If ",
    "e.g. ",
    "the following ",
    "A",
    "open",
    "sent",
    "a-b",
    "É",
    "日本",
    "OUTDATED_SDK_VERSION",
    ", ",
    ",",
    " or ",
    " and ",
    ", or ",
    "'",
    "&#39;",
    "&quot;",
    "`",
    "[",
    "]",
    "(",
    ")",
    ".",
    ". ",
    "...",
    ";",
    " ",
    "  ",
    "‘",
    "’",
    "type",
    "\u{a0}",
];

fn sentences() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(SENTENCES), 0..24).prop_map(|it| it.concat())
}

fn compile(documents: &[(String, String)]) -> Outcome {
    Config::new().show_all().compile_texts(documents.iter().cloned())
}

/// Mistakes that leave out a row.
const OF_ROWS: &[&str] = &["short-row", "text-in-table", "surplus-cells", "no-name", "duplicate-field"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everything_is_accounted_for(documents in documents()) {
        let outcome = compile(&documents);
        let account = &outcome.account;
        prop_assert_eq!(account.documents, account.models + account.corrections + account.left_alone + account.failed);
        prop_assert_eq!(account.rows, account.tally.sum());
        let reported = outcome.diagnostics.iter().filter(|diagnostic| OF_ROWS.contains(&diagnostic.code.name)).count();
        // The same mistake in two documents of one path is reported once; such paths cannot come from a disk.
        let mut paths: Vec<&String> = documents.iter().map(|(path, _)| path).collect();
        paths.sort();
        if paths.windows(2).all(|two| two[0] != two[1]) {
            prop_assert_eq!(account.tally.reported, reported);
        }
        prop_assert!(outcome.diagnostics.iter().all(|diagnostic| diagnostic.origin.line > 0 && diagnostic.origin.column > 0));
        prop_assert!(outcome.diagnostics.iter().all(|diagnostic| !diagnostic.to_string().contains(['\n', '\r'])));
    }

    #[test]
    fn output_is_rust_and_the_schema_reads_back(documents in documents()) {
        let outcome = compile(&documents);
        for file in outcome.files.iter().filter(|file| !file.text.starts_with("<!--")) {
            prop_assert!(syn::parse_file(&file.text).is_ok(), "{}", file.text);
        }
        prop_assert!(outcome.schema.to_json().is_ok());
    }

    #[test]
    fn the_order_of_documents_does_not_matter(documents in documents(), seed in any::<u64>()) {
        let mut documents = documents;
        documents.sort();
        documents.dedup_by(|a, b| a.0 == b.0);
        let sorted = compile(&documents);
        let mut shuffled = documents.clone();
        let mut state = seed;
        for idx in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(idx, usize::try_from(state >> 33).unwrap_or_default() % (idx + 1));
        }
        let other = compile(&shuffled);
        prop_assert_eq!(sorted.files, other.files);
        prop_assert_eq!(sorted.diagnostics, other.diagnostics);
        prop_assert_eq!(sorted.schema, other.schema);
    }

    /// Nothing of either document is lost, every contradiction is reported once, and the choice of the wider type
    /// does not depend on which document leads.
    #[test]
    fn two_sdks_become_one_model(texts in two_sdks()) {
        let merge = |a: &str, b: &str| {
            let house = codegen::dialect::by_name("house").expect("a known dialect");
            Config::new().dialect_of_all(house).compile_texts([("specs/shop/a/Tag.md", a), ("specs/shop/b/Tag.md", b)])
        };
        let keys = |it: &Outcome| -> BTreeSet<String> {
            it.schema.models.values().flat_map(Model::fields).map(|field| field.wire.0.clone()).collect()
        };
        let said = |it: &Outcome| it.diagnostics.iter().filter(|diagnostic| diagnostic.code.name == "contradiction").count();
        let [a, b] = &texts;
        let (first, second, both, swapped) = (merge(a, a), merge(b, b), merge(a, b), merge(b, a));
        prop_assert_eq!(said(&first) + said(&second), 0);
        prop_assert_eq!(keys(&both), &keys(&first) | &keys(&second));
        prop_assert_eq!(keys(&both), keys(&swapped));
        prop_assert_eq!(said(&both), said(&swapped));
        prop_assert_eq!(both.merge_reports()[0].contradictions, said(&both));
        for field in both.schema.models.values().flat_map(Model::fields) {
            let other = swapped.schema.models.values().flat_map(Model::fields).find(|it| it.wire == field.wire);
            let other = other.expect("the same keys");
            prop_assert_eq!(field.presence, other.presence);
            let types = field.merged.contradictions.iter().filter(|contradiction| contradiction.fact == Fact::Type).count();
            prop_assert!(types > 0 || field.ty == other.ty, "{} and {}", field.ty, other.ty);
        }
    }

    /// Whatever the name of a field is, it becomes a field with this key.
    #[test]
    fn any_name_becomes_a_field(names in prop::collection::btree_set("[^\\s|\\\\&`*]{1,6}", 1..8)) {
        let rows: String = names.iter().map(|it| format!("| **{it}** | str | A name. | [optional] |\n")).collect();
        let document = format!("# Tag\n\n## Properties\n\n|Name | Type | Description | Notes|\n|---|---|---|---|\n{rows}");
        let outcome = compile(&[("specs/Tag.md".to_owned(), document)]);
        if is_invisible_reported(&outcome, names.iter().map(String::as_str)) {
            return Ok(());
        }
        let keys: std::collections::BTreeSet<&str> =
            outcome.schema.models.values().flat_map(codegen::schema::Model::fields).map(|field| &*field.wire.0).collect();
        if keys.len() == outcome.account.tally.fields {
            prop_assert!(!outcome.has_errors(), "{:?}", outcome.diagnostics);
            prop_assert!(syn::parse_file(&outcome.files[1].text).is_ok());
        } else {
            prop_assert!(outcome.diagnostics.iter().any(|diagnostic| diagnostic.code.name == "duplicate-wire-name"));
        }
    }

    /// So does any name of a model, and any known value.
    #[test]
    fn any_name_becomes_a_type_and_any_value_a_variant(
        name in "[^\\s|\\\\&`*#<>\\[\\]]{1,6}",
        values in prop::collection::btree_set("[^\\s|\\\\&`,]{0,6}", 1..8),
    ) {
        let document = format!(
            "# {name}\n\n## Properties\n\n|Name | Type | Description | Notes|\n|---|---|---|---|\n| **kind** | str | A value. | |\n"
        );
        let schema = compile(&[("specs/Tag.md".to_owned(), document.clone())]).schema;
        let Some(name) = schema.models.keys().next() else { return Ok(()) };
        let values: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
        let corrections = format!(
            "| Model | Field | Correction | Value | Reason |\n|---|---|---|---|---|\n| `{name}` | kind | values | {} | why |\n",
            values.join(", ")
        );
        let outcome =
            compile(&[("specs/Tag.md".to_owned(), document), ("specs/CORRECTIONS.md".to_owned(), corrections)]);
        if is_invisible_reported(&outcome, [&*name.0].into_iter()) {
            return Ok(());
        }
        prop_assert!(!outcome.has_errors(), "{:?}", outcome.diagnostics);
        prop_assert!(syn::parse_file(&outcome.files[1].text).is_ok(), "{}", outcome.files[1].text);
        prop_assert_eq!(outcome.files[1].text.split_once("support::values! {").map_or(0, |it| it.1.lines().filter(|line| line.starts_with("    ") && line.ends_with("\",")).count()), values.len());
    }

    /// Whatever a sentence is, its values are in it, each once, and become an enum.
    #[test]
    fn values_are_in_their_sentence(sentence in sentences()) {
        let page = format!(
            "# Tag\n\n## Properties\n\nName | Type | Description | Notes\n---|---|---|---\n**kind** | **String** | {sentence} | \n"
        );
        let dialect = codegen::dialect::by_name("openapi-rust").expect("a dialect");
        let outcome = Config::new().dialect_of_all(dialect).compile_texts([("specs/Tag.md", page)]);
        prop_assert_eq!(&outcome.diagnostics, &[]);
        let field = outcome.schema.models.values().flat_map(codegen::schema::Model::fields).next().expect("one field");
        let Some(values) = &field.values else { return Ok(()) };
        let description = field.description.clone().unwrap_or_default();
        let each: BTreeSet<&String> = values.known.iter().collect();
        prop_assert!(each.len() == values.known.len() && !each.is_empty());
        prop_assert!(each.iter().all(|it| description.contains(&***it)), "{:?}", values);
        prop_assert!(outcome.files[1].text.contains("pub enum TagKind"));
    }

    /// Unions that contain themselves and each other in any way become types of a size that is known.
    #[test]
    fn unions_have_a_size(edges in prop::collection::vec((0..6_usize, 0..6_usize), 0..14)) {
        let documents: Vec<(String, String)> = (0..6).map(|from| {
            let to: Vec<usize> = edges.iter().filter(|edge| edge.0 == from).map(|edge| edge.1).collect();
            let text = if from % 2 == 0 {
                to.iter().fold("## One of\n\n- uint32\n".to_owned(), |text, to| format!("{text}- M{to}\n"))
            } else {
                let rows = to.iter().enumerate().map(|(idx, to)| format!("| f{idx} | M{to} | A field. |  |\n"));
                rows.fold("## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n| id | uint32 | Its key. |  |\n".to_owned(), |text, row| text + &row)
            };
            (format!("specs/M{from}.md"), format!("# M{from}\n\n{text}"))
        }).collect();
        let outcome = compile(&documents);
        prop_assert!(!outcome.has_errors(), "{:?}", outcome.diagnostics);
        let text = &outcome.files[1].text;
        let mut by_value = held(text, "struct ", |line| line.split_once(": Option<")?.1.strip_suffix(">,"));
        by_value.extend(held(text, "enum ", |line| line.split_once('(')?.1.strip_suffix("),")));
        prop_assert!(!is_cyclic(&by_value), "{edges:?} {by_value:?}");
        // And reading one ends: no union is a variant of itself, or of one that is a variant of it.
        let mut variants = held(text, "enum ", |line| line.split_once('(').map(|it| it.0));
        let models = edges.iter().filter(|edge| edge.0 % 2 == 0 && edge.1 % 2 == 1);
        prop_assert!(models.into_iter().all(|it| variants.contains(it)), "{edges:?} {variants:?}");
        variants.retain(|edge| edge.1 % 2 == 0);
        prop_assert!(!is_cyclic(&variants), "{edges:?} {variants:?}");
    }

    /// Every cycle by value has a box, and no box can be left out. (Large optional models are boxed as well.)
    #[test]
    fn boxes_are_needed_and_enough(edges in prop::collection::vec((0..6_usize, 0..6_usize), 0..14)) {
        let documents: Vec<(String, String)> = (0..6).map(|from| {
            let of_model = edges.iter().enumerate().filter(|(_, edge)| edge.0 == from);
            let rows: String = of_model.map(|(idx, (_, to))| format!("| **f{idx}** | [M{to}](M{to}) | A field. | |\n")).collect();
            let head = "## Properties\n\n|Name | Type | Description | Notes|\n|---|---|---|---|";
            (format!("specs/M{from}.md"), format!("# M{from}\n\n{head}\n| **id** | str | Its name. | |\n{rows}"))
        }).collect();
        let text = compile(&documents).files.swap_remove(1).text;
        let boxed: Vec<bool> = (0..edges.len()).map(|idx| text.contains(&format!("pub f{idx}: Option<Box<"))).collect();
        // Cycles are cut first. Then models that are too large are boxed, which can cut a cycle a second time.
        let is_large = |idx: usize| boxed[idx] && size(edges[idx].1, &edges, &boxed) > 256;
        let unboxed = |is_open: &dyn Fn(usize) -> bool| -> Vec<(usize, usize)> {
            let by_value = edges.iter().enumerate().filter(|(idx, _)| !boxed[*idx] || is_open(*idx));
            by_value.map(|(_, edge)| *edge).collect()
        };
        prop_assert!(!is_cyclic(&unboxed(&|_| false)), "{edges:?} {boxed:?}");
        for idx in (0..edges.len()).filter(|idx| boxed[*idx] && !is_large(*idx)) {
            prop_assert!(is_cyclic(&unboxed(&|other| other == idx || is_large(other))), "{edges:?} {boxed:?} {idx}");
        }
    }
}

/// The types `M0` to `M5` that each type of the output contains, by the line of the field or variant.
fn held<'t>(output: &'t str, kind: &str, line: impl Fn(&'t str) -> Option<&'t str>) -> Vec<(usize, usize)> {
    let number = |model: &str| model.strip_prefix('M')?.parse::<usize>().ok();
    let mut held = Vec::new();
    for item in output.split("\npub ").filter_map(|it| it.strip_prefix(kind)) {
        let (name, body) = item.split_once('{').unwrap_or((item, ""));
        let body = body.split("\n}").next().unwrap_or_default();
        let inner = body.lines().filter_map(|it| line(it.trim())).filter_map(number);
        held.extend(inner.filter_map(|it| Some((number(name.trim())?, it))));
    }
    held
}

/// The bytes of a model: a pointer, a text, and for each edge a pointer or another model. Without boxes there is no cycle.
fn size(model: usize, edges: &[(usize, usize)], boxed: &[bool]) -> usize {
    let of_model = edges.iter().zip(boxed).filter(|(edge, _)| edge.0 == model);
    let parts = of_model.map(|(edge, is_boxed)| if *is_boxed { 8 } else { size(edge.1, edges, boxed) });
    32 + parts.sum::<usize>()
}

/// Whether any of these names has a letter that may be invisible, and this is all that is reported.
fn is_invisible_reported<'n>(outcome: &Outcome, mut names: impl Iterator<Item = &'n str>) -> bool {
    let is_plain = |letter: char| letter.is_alphanumeric() || letter.is_ascii_graphic();
    let mut errors = outcome.diagnostics.iter().filter(|diagnostic| diagnostic.level == codegen::Level::Error);
    names.any(|name| !name.chars().all(is_plain))
        && outcome.has_errors()
        && errors.all(|diagnostic| diagnostic.code.name == "invisible-character")
}

/// Whether something is left after taking away, again and again, what contains nothing.
fn is_cyclic(edges: &[(usize, usize)]) -> bool {
    let mut edges = edges.to_vec();
    loop {
        let before = edges.len();
        let sources: std::collections::BTreeSet<usize> = edges.iter().map(|edge| edge.0).collect();
        edges.retain(|edge| sources.contains(&edge.1));
        if edges.len() == before {
            return before > 0;
        }
    }
}

//! The identifiers of generated code. No other module makes any.

use std::collections::BTreeMap;
use std::fmt;

use heck::{ToSnakeCase, ToUpperCamelCase};
use unicode_normalization::UnicodeNormalization;

mod letters;
mod signs;

/// The keywords of Rust, including reserved ones, which cannot name a field.
pub static KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The name of a struct, enum or variant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TypeIdent(String);

/// The name of a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldIdent(String);

impl fmt::Display for TypeIdent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for FieldIdent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TypeIdent {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FieldIdent {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name without `r#`.
    pub fn plain(&self) -> &str {
        self.0.strip_prefix("r#").unwrap_or(&self.0)
    }
}

/// A namespace: the types of a crate, the fields of a struct, the variants of an enum. Each claim gets a name of its
/// own.
#[derive(Debug, Default)]
pub struct Scope {
    taken: BTreeMap<String, Taken>,
}

/// A name that is taken.
#[derive(Debug)]
struct Taken {
    /// Who claimed it.
    owner: String,
    /// The number that the next claim of this name tries first.
    next: u64,
}

/// The result of a claim.
#[derive(Debug, PartialEq, Eq)]
pub struct Claim<T> {
    /// The name.
    pub ident: T,
    /// The owner of the wanted name, if it was taken.
    pub rival: Option<String>,
}

impl Scope {
    /// An empty scope.
    pub fn new() -> Self {
        Self::default()
    }

    /// Claims a name for a type.
    pub fn claim_type(&mut self, words: &str, owner: &str) -> Claim<TypeIdent> {
        let (ident, rival) = self.claim(&type_name(words), owner);
        Claim { ident: TypeIdent(ident), rival }
    }

    /// Claims names for the variants of values. A value that is spelled like its name comes first; signs are spelled in
    /// the names of the others that would have the same name.
    pub fn claim_variants(&mut self, values: &[String]) -> Vec<Claim<TypeIdent>> {
        let texts: Vec<&str> = values.iter().map(String::as_str).collect();
        let words = distinct_words(&texts, variant_name);
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by_key(|idx| (!values[*idx].chars().all(char::is_alphanumeric), *idx));
        let mut claims: Vec<(usize, Claim<TypeIdent>)> = Vec::with_capacity(values.len());
        for idx in order {
            let (ident, rival) = self.claim(&variant_name(&words[idx]), &values[idx]);
            claims.push((idx, Claim { ident: TypeIdent(ident), rival }));
        }
        claims.sort_by_key(|(idx, _)| *idx);
        claims.into_iter().map(|(_, claim)| claim).collect()
    }

    /// Claims a name for a field.
    pub fn claim_field(&mut self, words: &str, owner: &str) -> Claim<FieldIdent> {
        let (ident, rival) = self.claim(&field_name(words), owner);
        Claim { ident: FieldIdent(usable(&ident)), rival }
    }

    /// Claims the wanted name if it is free, otherwise the first free one with a number appended.
    fn claim(&mut self, wanted: &str, owner: &str) -> (String, Option<String>) {
        let owner = owner.to_owned();
        let Some(taken) = self.taken.get(wanted) else {
            self.taken.insert(wanted.to_owned(), Taken { owner, next: 2 });
            return (wanted.to_owned(), None);
        };
        let rival = taken.owner.clone();
        let mut next = taken.next;
        let ident = loop {
            // `Self_` is not in the way of `Self2`, and rustc warns of `Self_2`.
            let stem = if wanted == "Self_" { "Self" } else { wanted };
            let ident = format!("{stem}{}{next}", separator(stem));
            next += 1;
            if !self.taken.contains_key(&ident) {
                break ident;
            }
        };
        self.taken.insert(ident.clone(), Taken { owner, next: 2 });
        self.taken.entry(wanted.to_owned()).and_modify(|taken| taken.next = next);
        (ident, Some(rival))
    }
}

/// `user_id` becomes `user_id_2`, `User` becomes `User2`, `Ipv4` becomes `Ipv4_2`.
fn separator(name: &str) -> &'static str {
    let snake = !name.contains(char::is_uppercase);
    if snake || name.ends_with(char::is_numeric) { "_" } else { "" }
}

/// The texts that the names of fields are made from. Where several would have the same name, the signs in which they
/// differ are spelled.
pub fn distinct_field_words(texts: &[&str]) -> Vec<String> {
    distinct_words(texts, field_name)
}

fn distinct_words(texts: &[&str], name: impl Fn(&str) -> String) -> Vec<String> {
    let mut words: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    // Most names have none, and making names takes time.
    if !texts.iter().any(|text| signs::has_any(text)) {
        return words;
    }
    let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (idx, text) in texts.iter().enumerate() {
        alike.entry(name(text)).or_default().push(idx);
    }
    for group in alike.into_values().filter(|group| group.len() > 1) {
        let of_group: Vec<&str> = group.iter().map(|idx| texts[*idx]).collect();
        for (idx, spelled) in group.into_iter().zip(signs::distinguished(&of_group)) {
            words[idx] = spelled;
        }
    }
    words
}

/// The name of the variant of a value, which may be empty or consist of punctuation.
fn variant_name(value: &str) -> String {
    match upper_camel(&normal(&signs::signed(value))) {
        name if !name.is_empty() => keyword_free(valid(&name, "Unnamed")),
        _ if value.is_empty() => "Empty".to_owned(),
        _ => signs::spelled_wholly(value),
    }
}

/// Upper camel case in which digits that something separates stay apart: `1.1` is `1_1`, and not 11.
fn upper_camel(words: &str) -> String {
    let parts: Vec<String> = signs::split_at_digits(words).into_iter().map(str::to_upper_camel_case).collect();
    parts.join("_")
}

/// Whether a name can be used for a type as it is.
pub fn is_type_name(name: &str) -> bool {
    name == type_name(name)
}

/// Whether a name can be used for a field as it is, apart from keywords.
pub fn is_field_name(name: &str) -> bool {
    name == field_name(name)
}

/// The name of a type: unchanged if it is usable, otherwise in upper camel case.
pub fn type_name(words: &str) -> String {
    let words = normal(words);
    let kept = words.starts_with(char::is_uppercase) && words.chars().all(char::is_alphanumeric);
    let name = if kept { words } else { upper_camel(&words) };
    keyword_free(valid(&name, "Unnamed"))
}

/// Replaces the only keyword that is in camel case.
fn keyword_free(name: String) -> String {
    if name == "Self" { "Self_".to_owned() } else { name }
}

/// The name of a field in snake case, which can be a keyword.
fn field_name(words: &str) -> String {
    valid(&normal(&signs::signed(words)).to_snake_case(), "unnamed")
}

/// Replaces characters that no identifier contains or that rustc warns of, and normalizes as the compiler does.
fn normal(words: &str) -> String {
    if words.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        return words.to_owned();
    }
    let plain = letters::plain(words);
    let safe = letters::without_suspicious(&plain);
    let kept = safe.chars().map(|letter| if unicode_ident::is_xid_continue(letter) { letter } else { ' ' });
    kept.collect::<String>().trim().to_owned()
}

/// Repairs what changing the case can do: a leading digit, an empty name, a denormalized form.
fn valid(name: &str, instead: &str) -> String {
    let name: String = if name.is_ascii() { name.to_owned() } else { name.nfc().collect() };
    match name.chars().next() {
        Some(first) if unicode_ident::is_xid_start(first) => name,
        Some(_) => format!("_{name}"),
        None => instead.to_owned(),
    }
}

/// Escapes keywords. `self`, `super` and `crate` cannot be raw identifiers.
fn usable(name: &str) -> String {
    match name {
        "self" | "super" | "crate" => format!("{name}_"),
        _ if KEYWORDS.contains(&name) => format!("r#{name}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_names() {
        for (words, ident) in [
            ("Conversation", "Conversation"),
            ("ADFS", "ADFS"),
            ("OAuthLastTokenIssued", "OAuthLastTokenIssued"),
            ("user", "User"),
            ("v1.Pod", "V1Pod"),
            ("2fa-token", "_2faToken"),
            ("urn:ietf:params:scim:2.0:User", "UrnIetfParamsScim2_0User"),
            ("Self", "Self_"),
            ("self", "Self_"),
            ("Option", "Option"),
            ("Cafe\u{301}", "Caf\u{e9}"),
            ("日本", "日本"),
            ("$", "Unnamed"),
            ("", "Unnamed"),
        ] {
            assert_eq!(Scope::new().claim_type(words, "").ident.0, ident, "{words}");
        }
    }

    #[test]
    fn field_names() {
        for (words, ident) in [
            ("self_uri", "self_uri"),
            ("selfUri", "self_uri"),
            ("type", "r#type"),
            ("gen", "r#gen"),
            ("self", "self_"),
            ("Self", "self_"),
            ("crate", "crate_"),
            ("$ref", "r#ref"),
            ("@type", "r#type"),
            ("x-foo", "x_foo"),
            ("2fa", "_2fa"),
            ("__id", "id"),
            ("issuerURI", "issuer_uri"),
            ("cafe\u{301}", "caf\u{e9}"),
            ("日本", "日本"),
            ("_", "unnamed"),
            ("", "unnamed"),
        ] {
            assert_eq!(Scope::new().claim_field(words, "").ident.0, ident, "{words}");
        }
    }

    #[test]
    fn variants_of_values_that_differ_in_signs() {
        let named = |values: &[&str]| {
            let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
            let claims = Scope::new().claim_variants(&values);
            claims.into_iter().map(|claim| claim.ident.0).collect::<Vec<_>>().join(" ")
        };
        for (values, names) in [
            (&["<", ">", "<=", "=", "!="][..], "Less Greater LessEqual Equal NotEqual"),
            (&["Etc/GMT-0", "Etc/GMT0", "Etc/GMT+0"], "EtcGmtMinus0 EtcGmt0 EtcGmtPlus0"),
            (&["Etc/GMT-0", "Etc/GMT+0"], "EtcGmtMinus0 EtcGmtPlus0"),
            (&["-1", "1", "+1"], "Minus1 _1 Plus1"),
            (&["1.1", "11", "1-1"], "_1Dot1 _11 _1Minus1"),
            (&["1.1", "11"], "_1_1 _11"),
            (&["TLSv1.2", "TLSv1.3"], "TlSv1_2 TlSv1_3"),
            (&["-name", "name"], "MinusName Name"),
            (&["_id", "id"], "Id2 Id"),
            (&["a-b", "a_b"], "AMinusB AB"),
            (&["asc", "ASC"], "Asc Asc2"),
            (&["", "_", "\u{2192}"], "Empty Underscore U2192"),
            (&["Self", "self"], "Self_ Self2"),
        ] {
            assert_eq!(named(values), names, "{values:?}");
        }
    }

    #[test]
    fn a_second_claim_gets_a_number_and_the_name_of_its_rival() {
        let mut scope = Scope::new();
        assert_eq!(scope.claim_field("userId", "a").rival, None);
        assert_eq!(scope.claim_field("user_id_2", "b").rival, None);
        let third = scope.claim_field("user_id", "c");
        assert_eq!((third.ident.0.as_str(), third.rival.as_deref()), ("user_id_3", Some("a")));
    }
}

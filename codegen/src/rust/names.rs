//! The identifiers of generated code. No other module makes any.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use heck::{ToSnakeCase, ToUpperCamelCase};
use unicode_normalization::UnicodeNormalization;

mod idents;
mod keywords;
mod letters;
mod likeness;
mod prelude;
mod signs;
mod usual;

pub use idents::{ConstantIdent, FieldIdent, SetterIdent, TypeIdent};
pub use keywords::is_keyword;
use keywords::usable;
use likeness::{Likeness, distinct_words};
pub use prelude::is_in_prelude;
use prelude::outside_prelude;

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

/// A name that is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The text that the name is made from.
    pub text: &'a str,
    /// Who wants it.
    pub owner: &'a str,
    /// Whether a correction chose the text.
    pub is_chosen: bool,
}

/// The result of a claim.
#[derive(Debug, PartialEq, Eq)]
pub struct Claim<T> {
    /// The name.
    pub ident: T,
    /// The owner of the wanted name, if it was taken.
    pub rival: Option<String>,
}

impl<T> Claim<T> {
    fn map<U>(self, ident: impl FnOnce(T) -> U) -> Claim<U> {
        Claim { ident: ident(self.ident), rival: self.rival }
    }
}

impl Scope {
    /// An empty scope.
    pub fn new() -> Self {
        Self::default()
    }

    /// Claims a name for a type.
    pub fn claim_type(&mut self, words: &str, owner: &str) -> Claim<TypeIdent> {
        self.claim(type_name(words), owner, TYPE).map(|name| TypeIdent(name.into()))
    }

    /// Claims a name for a type if it is free.
    pub fn claim_free_type(&mut self, name: &str) -> Option<TypeIdent> {
        self.take(name, name).then(|| TypeIdent(name.into()))
    }

    /// Claims names for types, in the order of their claims.
    pub fn claim_types(&mut self, wanted: &[Wanted<'_>]) -> Vec<Claim<TypeIdent>> {
        self.claim_in_order(wanted, type_name)
    }

    /// Claims names for the variants of types, in the order of their claims.
    pub fn claim_cases(&mut self, wanted: &[Wanted<'_>]) -> Vec<Claim<TypeIdent>> {
        self.claim_in_order(wanted, case_name)
    }

    /// Claims names for the variants of values. The value that is spelled most like a name has it; signs are spelled
    /// in the names of others that would have the same one.
    pub fn claim_variants(&mut self, values: &[String]) -> Vec<Claim<TypeIdent>> {
        let wanted: Vec<Wanted<'_>> =
            values.iter().map(|value| Wanted { text: value, owner: value, is_chosen: false }).collect();
        self.claim_by_likeness(&wanted, variant_name, TYPE)
            .into_iter()
            .map(|claim| claim.map(|name| TypeIdent(name.into())))
            .collect()
    }

    /// Claims a name for a field.
    pub fn claim_field(&mut self, words: &str, owner: &str) -> Claim<FieldIdent> {
        self.claim(field_name(&signs::signed(words)), owner, FIELD).map(|name| FieldIdent(usable(name).into()))
    }

    /// Claims names for the setters of fields.
    pub fn claim_setters(&mut self, fields: &[FieldIdent]) -> Vec<SetterIdent> {
        // Names in snake case are still such names behind a word, and still different.
        let are_usual = fields.iter().all(|field| usual::is_field(field.plain()));
        let mut claim = |field: &FieldIdent| {
            let claim = self.claim_field(&format!("with_{}", field.plain()), field.plain());
            SetterIdent(Some(claim.ident.0))
        };
        fields.iter().map(|field| if are_usual { SetterIdent(None) } else { claim(field) }).collect()
    }

    /// Claims a name for a constant.
    pub fn claim_constant(&mut self, words: &str, owner: &str) -> Claim<ConstantIdent> {
        self.claim(valid(field_name(words).to_uppercase(), "UNNAMED"), owner, FIELD)
            .map(|name| ConstantIdent(name.into()))
    }

    /// Claims names for fields, by the same rule as for variants. Names that a correction chose come last, because they
    /// must be free.
    pub fn claim_fields(&mut self, wanted: &[Wanted<'_>]) -> Vec<Claim<FieldIdent>> {
        let claims = self.claim_by_likeness(wanted, field_name, FIELD);
        claims.into_iter().map(|claim| claim.map(|name| FieldIdent(usable(name).into()))).collect()
    }

    fn claim_by_likeness(&mut self, wanted: &[Wanted<'_>], name: fn(&str) -> String, gap: Gap) -> Vec<Claim<String>> {
        let texts: Vec<&str> = wanted.iter().map(|wanted| wanted.text).collect();
        let mut names: Vec<String> = distinct_words(&texts, name).iter().map(|words| name(words)).collect();
        let mut order: Vec<usize> = (0..wanted.len()).collect();
        order.sort_by_key(|idx| (wanted[*idx].is_chosen, Likeness::of(texts[*idx], &names[*idx]), *idx));
        let wishes = order.iter().map(|idx| (std::mem::take(&mut names[*idx]), wanted[*idx].owner)).collect();
        let mut claims: Vec<_> = order.iter().copied().zip(self.claim_all(wishes, gap)).collect();
        claims.sort_by_key(|(idx, _)| *idx);
        claims.into_iter().map(|(_, claim)| claim).collect()
    }

    fn claim_in_order(&mut self, wanted: &[Wanted<'_>], name: fn(&str) -> String) -> Vec<Claim<TypeIdent>> {
        let wishes = wanted.iter().map(|wanted| (name(wanted.text), wanted.owner)).collect();
        self.claim_all(wishes, TYPE).into_iter().map(|claim| claim.map(|name| TypeIdent(name.into()))).collect()
    }

    /// Gives each name to the first who wants it. The others get numbers after that, so that no number is in the way of
    /// a name.
    fn claim_all(&mut self, wishes: Vec<(String, &str)>, gap: Gap) -> Vec<Claim<String>> {
        let free: Vec<bool> = wishes.iter().map(|(wanted, owner)| self.take(wanted, owner)).collect();
        let mut claims = Vec::with_capacity(wishes.len());
        for ((wanted, owner), is_free) in wishes.into_iter().zip(free) {
            claims.push(if is_free {
                Claim { ident: wanted, rival: None }
            } else {
                self.numbered(&wanted, owner, gap)
            });
        }
        claims
    }

    /// Claims the wanted name if it is free, otherwise the first free one with a number appended.
    fn claim(&mut self, wanted: String, owner: &str, gap: Gap) -> Claim<String> {
        if self.take(&wanted, owner) {
            Claim { ident: wanted, rival: None }
        } else {
            self.numbered(&wanted, owner, gap)
        }
    }

    /// Takes a name if it is free. Returns whether it was.
    fn take(&mut self, wanted: &str, owner: &str) -> bool {
        match self.taken.entry(wanted.to_owned()) {
            Entry::Vacant(free) => {
                free.insert(Taken { owner: owner.to_owned(), next: 2 });
                true
            }
            Entry::Occupied(_) => false,
        }
    }

    /// Takes the first free name that is a taken one with a number appended.
    fn numbered(&mut self, wanted: &str, owner: &str, gap: Gap) -> Claim<String> {
        let before = self.taken.get(wanted);
        let rival = before.map(|taken| taken.owner.clone());
        let mut next = before.map_or(2, |taken| taken.next);
        // `Self_` is not in the way of `Self2`, and rustc warns of `Self_2`.
        let stem = if wanted == "Self_" { "Self" } else { wanted };
        let ident = loop {
            let ident = format!("{stem}{}{next}", gap(stem));
            next += 1;
            if self.take(&ident, owner) {
                break ident;
            }
        };
        self.taken.entry(wanted.to_owned()).and_modify(|taken| taken.next = next);
        Claim { ident, rival }
    }
}

/// Names the fields of a struct by the rule of [`Scope::claim_fields`], and then one more.
pub fn of_fields(wanted: &[Wanted<'_>], last: Wanted<'_>) -> (Vec<Claim<FieldIdent>>, FieldIdent) {
    let texts = || wanted.iter().chain([&last]).map(|wanted| wanted.text);
    // Then none is in the way of another. Most structs are like this, and a scope takes longer.
    if texts().all(usual::is_field) && are_distinct(texts().collect()) {
        let ident = |text: &str| FieldIdent(usable(text.to_owned()).into());
        let claims = wanted.iter().map(|wanted| Claim { ident: ident(wanted.text), rival: None });
        return (claims.collect(), ident(last.text));
    }
    let mut scope = Scope::new();
    (scope.claim_fields(wanted), scope.claim_field(last.text, last.owner).ident)
}

fn are_distinct(mut texts: Vec<&str>) -> bool {
    texts.sort_unstable();
    texts.windows(2).all(|pair| pair[0] != pair[1])
}

/// What is between a name and its number.
type Gap = fn(&str) -> &'static str;

/// `User` becomes `User2`, `Ipv4` becomes `Ipv4_2`.
const TYPE: Gap = |name| if name.ends_with(char::is_numeric) { "_" } else { "" };

/// `user_id` becomes `user_id_2`, and `USER_ID` `USER_ID_2`.
const FIELD: Gap = |_| "_";

/// The name of the variant of a value, which may be empty or consist of punctuation.
fn variant_name(value: &str) -> String {
    match upper_camel(&normal(value)) {
        name if !name.is_empty() => outside_prelude(valid(name, "Unnamed")),
        _ if value.is_empty() => "Empty".to_owned(),
        _ => signs::spelled_wholly(value),
    }
}

/// The name of the variant of a type.
fn case_name(words: &str) -> String {
    outside_prelude(type_name(words))
}

/// Upper camel case in which digits that something separates stay apart: `1.1` is `1_1`, and not 11.
fn upper_camel(words: &str) -> String {
    if usual::has_no_gap_at_digits(words) {
        return words.to_upper_camel_case();
    }
    let parts: Vec<String> = signs::split_at_digits(words).into_iter().map(str::to_upper_camel_case).collect();
    parts.join("_")
}

/// Whether a name can be used for a type as it is.
pub fn is_type_name(name: &str) -> bool {
    usual::is_type(name) || name == type_name(name)
}

/// Whether a name can be used for a field as it is, apart from keywords.
pub fn is_field_name(name: &str) -> bool {
    name == field_name(name)
}

/// The name of a type: unchanged if it is usable, otherwise in upper camel case.
pub fn type_name(words: &str) -> String {
    if usual::is_type(words) {
        return words.to_owned();
    }
    let words = normal(words);
    let kept = words.starts_with(char::is_uppercase) && words.chars().all(char::is_alphanumeric);
    let name = if kept { words } else { upper_camel(&words) };
    keyword_free(letters::short(valid(name, "Unnamed")))
}

/// Replaces the only keyword that is in camel case.
fn keyword_free(name: String) -> String {
    if name == "Self" { "Self_".to_owned() } else { name }
}

/// The name of a field in snake case, which can be a keyword.
fn field_name(words: &str) -> String {
    if usual::is_field(words) {
        return words.to_owned();
    }
    valid(normal(words).to_snake_case(), "unnamed")
}

/// Replaces characters that no identifier contains or that rustc warns of, and normalizes as the compiler does.
fn normal(words: &str) -> String {
    if usual::is_plain(words) {
        return words.to_owned();
    }
    // ASCII is normalized, and looks like nothing else.
    if let Some(words) = usual::without_signs(words) {
        return words;
    }
    let plain = letters::plain(words);
    let safe = letters::without_suspicious(&plain);
    let kept = safe.chars().map(|letter| if unicode_ident::is_xid_continue(letter) { letter } else { ' ' });
    kept.collect::<String>().trim().to_owned()
}

/// Repairs what changing the case can do: a leading digit, an empty name, a denormalized form.
fn valid(name: String, instead: &str) -> String {
    let name = if name.is_ascii() { name } else { name.nfc().collect() };
    match name.chars().next() {
        Some(first) if unicode_ident::is_xid_start(first) => name,
        Some(_) => format!("_{name}"),
        None => instead.to_owned(),
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
            assert_eq!(Scope::new().claim_type(words, "").ident.as_str(), ident, "{words}");
        }
        assert_eq!(Scope::new().claim_type(&"a".repeat(300), "").ident.as_str(), format!("A{}", "a".repeat(199)));
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
            assert_eq!(Scope::new().claim_field(words, "").ident.as_str(), ident, "{words}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn usual_types_stay_as_they_are(words in "[A-Z][A-Za-z0-9]{0,12}|Self") {
            if usual::is_type(&words) {
                let other = keyword_free(letters::short(valid(normal(&words), "Unnamed")));
                proptest::prop_assert_eq!(other, words);
            }
        }

        #[test]
        fn snake_case_stays_as_it_is(words in "[a-z0-9_][a-z0-9_]{0,12}") {
            if usual::is_field(&words) {
                proptest::prop_assert_eq!(valid(normal(&words).to_snake_case(), "unnamed"), words);
            }
        }
    }

    #[test]
    fn variants() {
        let named = |values: &[&str]| {
            let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
            let claims = Scope::new().claim_variants(&values);
            claims.into_iter().map(|claim| claim.ident.0.into_string()).collect::<Vec<_>>().join(" ")
        };
        for (values, names) in [
            (&["<", ">", "<=", "=", "!="][..], "Less Greater LessEqual Equal NotEqual"),
            (&["Etc/GMT-0", "Etc/GMT0", "Etc/GMT+0"], "EtcGmtMinus0 EtcGmt0 EtcGmtPlus0"),
            (&["Etc/GMT-0", "Etc/GMT+0"], "EtcGmtMinus0 EtcGmtPlus0"),
            (&["-1", "1", "+1"], "Minus1 _1 Plus1"),
            (&["1-1", "1.1", "11", "1+1"], "_1Minus1 _1_1 _11 _1Plus1"),
            (&["1.10", "110", "1-10"], "_1_10 _110 _1Minus10"),
            (&["TLSv1.2", "TLSv1.3"], "TlSv1_2 TlSv1_3"),
            (&["-name"], "MinusName"),
            (&[">=5", "<=5", "5"], "GreaterEqual5 LessEqual5 _5"),
            (&["UTC-5", "UTC+5"], "UtcMinus5 UtcPlus5"),
            (&["A-", "A", "A+"], "AMinus A APlus"),
            (&["C", "C#", "C++"], "C CHash CPlusPlus"),
            (&["_id", "id"], "Id2 Id"),
            (&["__count__", "Count", "count"], "Count3 Count Count2"),
            (&["/keys", "keys", "/"], "SlashKeys Keys Slash"),
            (&["a-b", "a_b"], "AMinusB AB"),
            (&["a-b", "a/b"], "AB ASlashB"),
            (&["asc", "ASC"], "Asc Asc2"),
            (&["XL", "xl", "Xl"], "Xl2 Xl3 Xl"),
            (&["2fa", "_2fa"], "_2fa _2fa2"),
            (&["xl", "xl 2", "XL"], "Xl Xl2 Xl3"),
            (&["", "_", "\u{2192}"], "Empty Underscore U2192"),
            (&["Self", "self"], "SelfValue SelfValue2"),
            (&["none", "Some", "OK", "err", "default"], "NoneValue SomeValue OkValue ErrValue DefaultValue"),
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
        assert_eq!((third.ident.as_str(), third.rival.as_deref()), ("user_id_3", Some("a")));
    }
    /// The names of the variants of values.
    fn variants_of(values: &[String]) -> Vec<String> {
        Scope::new().claim_variants(values).into_iter().map(|claim| claim.ident.0.into_string()).collect()
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn a_value_that_is_spelled_like_its_name_keeps_it(
            values in proptest::collection::btree_set("[-+_./ a-bA-B0-1]{1,3}|None|Self", 2..12)
        ) {
            let values: Vec<String> = values.into_iter().collect();
            let names = variants_of(&values);
            let own: Vec<String> = values.iter().flat_map(|value| variants_of(std::slice::from_ref(value))).collect();
            let is_own = |at: &usize| Likeness::of(&values[*at], &own[*at]) == Likeness::Same;
            for at in (0..values.len()).filter(is_own) {
                let is_shared = (0..values.len()).filter(is_own).any(|other| other != at && own[other] == own[at]);
                proptest::prop_assert!(is_shared || names[at] == own[at], "{}: {}", values[at], names[at]);
            }
            let mut distinct = names.clone();
            distinct.sort();
            distinct.dedup();
            proptest::prop_assert_eq!(distinct.len(), names.len());
        }
    }
}

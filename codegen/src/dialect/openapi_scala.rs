use super::{
    Dialect, Evidence, KeyCase, Pipes, Sign, Style, Title, ValuesForm, ValuesList, ValuesPlace, Weight, WireRule, words,
};

/// `**tags** | **Seq&lt;Tag&gt;** | … |  [optional]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-scala",
    about: "openapi-generator's Scala clients: `Seq&lt;T&gt;`, `Allowed values: [a, b]`",
    evidence: &[
        Evidence { sign: Sign::TypeHas("Seq"), weight: Weight::For(3) },
        Evidence { sign: Sign::Text("Allowed values: ["), weight: Weight::For(3) },
    ],
    style: Style { pipes: Pipes::Never, ..Style::BOLD },
    title: &TITLE,
    types: &words::SCALA,
    values: VALUES,
    wire: WireRule { quotes: &[("`", "`")], case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static TITLE: Title = Title { before: &["Trait "], ..Title::BASE };

static VALUES: &[ValuesForm] =
    &[words::ENUM_BULLETS, ValuesForm::new(ValuesPlace::OfField("Enum: "), ValuesList::Line("Allowed values: [", "]"))];

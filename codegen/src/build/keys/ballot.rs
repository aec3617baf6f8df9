//! Which case the witnesses of an API decide on.

use std::collections::BTreeMap;

use crate::read::witnesses::Kind;
use crate::schema::{Case, Said, Witnesses};
use crate::source::{Sources, Span};

/// How much a name counts by what mentions it; `None` where a mention shows nothing. Descriptions and JSON quote the
/// API. The text of a page of calls is about parameters as much as about keys, and some APIs write the parameters of
/// paths in a case of their own. A name in Pascal case is mostly that of a class, in backticks less often. An example on
/// the page of a model is as good as a sample, so two names in it are enough.
fn weight(kind: Kind, case: Case) -> Option<usize> {
    match (kind, case == Case::Pascal) {
        (Kind::Example, _) => Some(10),
        (Kind::Json, _) | (Kind::Code | Kind::Description, false) => Some(4),
        (Kind::Code, true) | (Kind::Page, false) => Some(2),
        (Kind::Parameter, _) | (Kind::Value, false) => Some(1),
        (Kind::Description | Kind::Page | Kind::Value, true) => None,
    }
}

/// How much the names in one case must count together: five names in descriptions or JSON, ten on pages of calls,
/// two in examples of models, or twenty in paths. With half as much, no sample of the pages of 35 real SDKs, down to 3 %
/// of them, led to a wrong case.
const ENOUGH: usize = 20;

/// How many times as much as the other cases. The least clear of these SDKs has 4.5 times as much.
const CLEARLY: usize = 3;

/// How many names are kept as examples.
const EXAMPLES: usize = 3;

/// What was mentioned in each case.
#[derive(Debug, Default)]
pub(super) struct Ballot {
    by_case: BTreeMap<Case, BTreeMap<String, Vote>>,
}

/// The best witness for one name.
#[derive(Debug)]
struct Vote {
    weight: usize,
    name: String,
    span: Span,
}

impl Ballot {
    /// Counts a witness. A name counts once in each case, as much as its best witness.
    pub(super) fn add(&mut self, folded: &str, name: &str, case: Case, kind: Kind, span: Span) {
        let Some(weight) = weight(kind, case) else { return };
        let votes = self.by_case.entry(case).or_default();
        let better = votes.get(folded).is_none_or(|vote| vote.weight < weight);
        if better {
            votes.insert(folded.to_owned(), Vote { weight, name: name.to_owned(), span });
        }
    }

    /// The case that has enough and clearly more than the others. Mentions in Pascal case do not weigh against the
    /// others as much: classes have such names.
    pub(super) fn case(&self) -> Option<Case> {
        let [camel, pascal, snake] = Case::ALL.map(|case| self.weight(case));
        let is_clear = |case: &Case| match case {
            Case::Camel => camel > CLEARLY * snake && camel > pascal,
            Case::Snake => snake > CLEARLY * camel && snake > pascal,
            Case::Pascal => pascal > CLEARLY * (camel + snake),
        };
        Case::ALL.into_iter().filter(|case| self.weight(*case) >= ENOUGH).find(is_clear)
    }

    fn weight(&self, case: Case) -> usize {
        self.votes(case).map(|vote| vote.weight).sum()
    }

    fn votes(&self, case: Case) -> impl Iterator<Item = &Vote> {
        self.by_case.get(&case).into_iter().flat_map(BTreeMap::values)
    }

    /// The names that were mentioned in a case.
    pub(super) fn names(&self, case: Case) -> impl Iterator<Item = &str> {
        self.votes(case).map(|vote| &*vote.name)
    }

    /// The witnesses for the schema, those that count most as examples.
    pub(super) fn witnesses(&self, sources: &Sources) -> BTreeMap<Case, Witnesses> {
        let of_case = |case: Case| {
            let mut best: Vec<&Vote> = self.votes(case).collect();
            best.sort_by_key(|vote| (usize::MAX - vote.weight, vote.span));
            let said = |vote: &&Vote| Said { text: vote.name.clone(), origin: sources.origin(vote.span) };
            let examples = best.iter().take(EXAMPLES).map(said).collect();
            Witnesses { names: best.len(), weight: self.weight(case), examples }
        };
        self.by_case.keys().map(|case| (*case, of_case(*case))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOWHERE: Span = Span { file: 0, start: 0, end: 0 };

    fn ballot(votes: &[(Case, Kind, usize)]) -> Ballot {
        let mut ballot = Ballot::default();
        for (case, kind, count) in votes {
            for number in 0..*count {
                let name = format!("{case:?}{kind:?}{number}");
                ballot.add(&name, &name, *case, *kind, NOWHERE);
            }
        }
        ballot
    }

    #[test]
    fn enough_clear_witnesses_decide() {
        for (votes, case) in [
            (&[(Case::Snake, Kind::Code, 5)][..], Some(Case::Snake)),
            (&[(Case::Snake, Kind::Description, 4)], None),
            (&[(Case::Snake, Kind::Example, 2)], Some(Case::Snake)),
            (&[(Case::Snake, Kind::Example, 1)], None),
            (&[(Case::Snake, Kind::Example, 2), (Case::Camel, Kind::Example, 1)], None),
            (&[(Case::Camel, Kind::Page, 10)], Some(Case::Camel)),
            (&[(Case::Snake, Kind::Parameter, 19)], None),
            (&[(Case::Snake, Kind::Code, 30), (Case::Camel, Kind::Code, 10)], None),
            (&[(Case::Snake, Kind::Code, 31), (Case::Camel, Kind::Code, 10)], Some(Case::Snake)),
            // Paths in Pascal case do not change what the descriptions say.
            (&[(Case::Snake, Kind::Code, 8), (Case::Pascal, Kind::Parameter, 16)], Some(Case::Snake)),
            (&[(Case::Pascal, Kind::Description, 99)], None),
            (&[(Case::Pascal, Kind::Code, 10), (Case::Camel, Kind::Description, 1)], Some(Case::Pascal)),
            (&[(Case::Pascal, Kind::Code, 10), (Case::Camel, Kind::Description, 2)], None),
            (&[], None),
        ] {
            assert_eq!(ballot(votes).case(), case, "{votes:?}");
        }
    }

    #[test]
    fn a_name_counts_once_in_each_case() {
        let mut ballot = Ballot::default();
        for kind in [Kind::Parameter, Kind::Code, Kind::Page] {
            ballot.add("accountsid", "account_sid", Case::Snake, kind, NOWHERE);
        }
        assert_eq!(ballot.weight(Case::Snake), 4);
        assert_eq!(ballot.names(Case::Snake).collect::<Vec<_>>(), ["account_sid"]);
    }
}

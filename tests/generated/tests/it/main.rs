//! Generated code, compiled and used: the models of `specs/`, and every case of `tests/cases` under every
//! configuration.

mod building;
mod dates;
mod formats;
mod integers;
mod nested;
mod numbers;
mod payloads;
mod precision;
mod round_trip;
mod spellings;
mod texts;
mod total;
mod traits;
mod unions;
mod using;

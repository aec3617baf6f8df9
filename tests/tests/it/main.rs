//! What `codegen` reads, reports and writes.

mod architecture;
mod attributes;
mod causes;
mod compiles;
mod dialects;
mod disk;
mod documents;
mod downstream;
mod escapes;
mod fuzz;
mod injection;
mod interrupted;
mod made_up_dialect;
mod modules;
mod mutations;
mod options;
mod output;
mod packages;
mod programs;
mod properties;
mod readme;
mod rebuild;
mod samples;
mod schema;
mod specs;
mod ways;

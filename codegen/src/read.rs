//! From Markdown to what each page says; all that knows Markdown.

pub mod bounds;
pub mod calls;
mod context;
pub mod corrections;
pub mod detect;
pub mod doc;
pub mod inventory;
pub mod layout;
pub mod listed;
pub mod model;
mod notes;
pub mod page;
pub mod prose;
pub mod qualified;
pub mod records;
mod rows;
pub mod samples;
pub mod type_expr;
mod values;
pub mod witnesses;

//! From Markdown to what each page says; all that knows Markdown.

pub mod calls;
pub mod detect;
pub mod doc;
pub mod layout;
pub mod page;
pub mod prose;
pub mod type_expr;

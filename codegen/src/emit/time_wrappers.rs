//! Wrappers that give the types of the `time` crate an RFC 3339 form in every position.

use proc_macro2::TokenStream;
use quote::quote;

use crate::names::TypeIdent;

pub(super) fn emit(date_time: &TypeIdent, date: &TypeIdent) -> TokenStream {
    let date_time = super::ident(date_time);
    let date = super::ident(date);
    quote! {
        /// A day and time with its offset from UTC, as RFC 3339 text in JSON.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize)]
        #[serde(transparent)]
        pub struct #date_time(
            /// The value.
            #[serde(with = "time::serde::rfc3339")]
            pub time::OffsetDateTime,
        );

        /// A day, as `2024-12-31` in JSON.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize)]
        #[serde(transparent)]
        pub struct #date(
            /// The value.
            #[serde(with = "full_date")]
            pub time::Date,
        );

        time::serde::format_description!(full_date, Date, "[year]-[month]-[day]");
    }
}

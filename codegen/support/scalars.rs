// Scalar values: strings, numbers and so on.

use std::convert::{TryFrom, TryInto};

use serde_json::{Number, Value as Json};

use super::order::floats;
use super::slot::{Found, Kind, Place, Slot, View, fill_scalar};

/// Implements `Slot` for a type, given its blank value, its kind, what it accepts, its view, and how it
/// is compared.
macro_rules! scalar {
    ($type:ty, $blank:expr, $kind:ident, $found:ident => $accept:expr, $it:ident => $view:expr, $same:expr) => {
        impl Slot for $type {
            #[inline]
            fn blank() -> Self {
                $blank
            }

            #[inline]
            fn fill(&mut self, found: Found<'_>) -> Place<'_> {
                fill_scalar(self, Kind::$kind, found, |$found| $accept)
            }

            #[inline]
            fn view(&self) -> View<'_> {
                let $it = self;
                $view
            }

            #[inline]
            fn same(&self, other: &Self) -> bool {
                $same(self, other)
            }
        }
    };
}

scalar!(String, Self::new(), Text, found => found.text().map(Self::from), it => View::Text(it), Self::eq);
scalar!(bool, false, Boolean, found => found.boolean(), it => View::Boolean(*it), Self::eq);
scalar!(i32, 0, Integer, found => Self::try_from(found.integer()?).ok(), it => View::Integer((*it).into()), Self::eq);
scalar!(u32, 0, Integer, found => Self::try_from(found.integer()?).ok(), it => View::Integer((*it).into()), Self::eq);
scalar!(i64, 0, Integer, found => found.integer(), it => View::Integer(*it), Self::eq);
scalar!(u64, 0, Unsigned, found => found.unsigned(), it => View::Unsigned(*it), Self::eq);
scalar!(f32, 0.0, Float, found => found.float().and_then(narrowed), it => View::Float(widened(*it)), same_floats);
scalar!(f64, 0.0, Float, found => found.float(), it => View::Float(*it), same_floats);

/// Floats need not be numbers.
#[inline]
fn same_floats<T: Copy + Into<f64>>(a: &T, b: &T) -> bool {
    floats((*a).into(), (*b).into()).is_eq()
}

impl Slot for Json {
    #[inline]
    fn blank() -> Self {
        Self::Null
    }

    #[inline]
    fn fill(&mut self, found: Found<'_>) -> Place<'_> {
        match found {
            Found::List | Found::Object => Place::Json(self),
            _ => fill_scalar(self, Kind::Json, found, Found::json),
        }
    }

    #[inline]
    fn view(&self) -> View<'_> {
        View::Json(self)
    }
}

impl<'a> Found<'a> {
    /// A number, however it is written; `None` if it has more digits than a float.
    pub(super) fn number(number: &Number) -> Option<Self> {
        let integer = number.as_i64().map(Self::Integer).or_else(|| number.as_u64().map(Self::Unsigned));
        let same = |float: &f64| decimal(&number.to_string()) == decimal(&format!("{float:e}"));
        integer.or_else(|| number.as_f64().filter(same).map(Self::Float))
    }

    /// An integer that is text, in the form in which it is written.
    pub(super) fn in_text(text: &str) -> Option<Self> {
        let integer = text.parse().map(Self::Integer).or_else(|_| text.parse().map(Self::Unsigned)).ok()?;
        let same = match integer {
            Self::Integer(it) => it.to_string() == text,
            Self::Unsigned(it) => it.to_string() == text,
            _ => false,
        };
        if same { Some(integer) } else { None }
    }

    #[inline]
    pub(super) fn text(self) -> Option<&'a str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    #[inline]
    fn boolean(self) -> Option<bool> {
        if let Self::Boolean(it) = self { Some(it) } else { None }
    }

    /// An integer, however it is written: `5` and `5.0` are equal.
    #[inline]
    pub(super) fn integer(self) -> Option<i64> {
        match self {
            Self::Integer(it) => Some(it),
            // Larger neighboring integers are the same float.
            Self::Float(it) if it.fract() == 0.0 && it.abs() < 9_007_199_254_740_992.0 =>
            {
                #[allow(clippy::cast_possible_truncation, reason = "it is within the bounds of i64")]
                Some(it as i64)
            }
            _ => None,
        }
    }

    /// An integer that is not negative.
    #[inline]
    fn unsigned(self) -> Option<u64> {
        if let Self::Unsigned(it) = self { Some(it) } else { self.integer()?.try_into().ok() }
    }

    /// A number that a float represents exactly.
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number that changes is refused"
    )]
    #[inline]
    fn float(self) -> Option<f64> {
        match self {
            Self::Integer(it) => Some(it as f64).filter(|float| *float as i128 == i128::from(it)),
            Self::Unsigned(it) => Some(it as f64).filter(|float| *float as u128 == u128::from(it)),
            Self::Float(it) => Some(it),
            _ => None,
        }
    }

    /// A scalar as JSON.
    #[inline]
    pub(super) fn json(self) -> Option<Json> {
        Some(match self {
            Self::Null => Json::Null,
            Self::Boolean(it) => it.into(),
            Self::Integer(it) => it.into(),
            Self::Unsigned(it) => it.into(),
            Self::Float(it) => it.into(),
            Self::Text(it) => it.into(),
            Self::Nothing | Self::List | Self::Object | Self::Fitting => return None,
        })
    }
}

/// The sign, the significant digits and the power of ten of a number.
fn decimal(text: &str) -> (bool, String, i64) {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{}{fraction}", whole.trim_start_matches('-'));
    let digits = all.trim_end_matches('0');
    let zeros = i64::try_from(all.len() - digits.len()).unwrap_or_default();
    let after = i64::try_from(fraction.len()).unwrap_or_default();
    let exponent = exponent.parse::<i64>().unwrap_or_default().saturating_add(zeros - after);
    let digits = digits.trim_start_matches('0').to_owned();
    (whole.starts_with('-'), digits.clone(), if digits.is_empty() { 0 } else { exponent })
}

/// The `f32` that is written like this number. Unless its feature `float_roundtrip` is enabled, `serde_json` reads one
/// in eight of them as the next `f64`.
#[allow(clippy::cast_possible_truncation, reason = "a number that changes is refused")]
#[inline]
fn narrowed(wide: f64) -> Option<f32> {
    let narrow = wide as f32;
    let distance = widened(narrow).to_bits().abs_diff(wide.to_bits());
    let is_next = distance == 1 && narrow.is_finite() && narrow != 0.0;
    Some(narrow).filter(|_| distance == 0 || is_next || wide.is_nan())
}

/// The `f64` with the same shortest decimal form: 0.1 for 0.1, and not 0.10000000149.
fn widened(narrow: f32) -> f64 {
    let exact = f64::from(narrow);
    if exact.fract() == 0.0 { exact } else { narrow.to_string().parse().unwrap_or(exact) }
}

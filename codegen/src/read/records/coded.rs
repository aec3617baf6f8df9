//! Values as bytes, their parts in order.

use crate::dialect::{Dialect, Note, Role, Word, words};
use crate::pieces;
use crate::schema::MAX_DEPTH;
use crate::source::{Sp, Span};

/// A value that a record can have.
pub(super) trait Coded: Sized {
    /// Appends the value.
    fn write(&self, to: &mut Writer);

    /// Takes the value from the start; `None` if the bytes are not those of such a value.
    fn read(from: &mut Reader<'_>) -> Option<Self>;
}

/// Takes values, one after the other.
#[derive(Default)]
pub(super) struct Writer {
    bytes: pieces::Writer,
    /// The dialect of the values from here on.
    pub(super) dialect: Option<&'static Dialect>,
    /// Whether a value could not be written.
    is_incomplete: bool,
}

impl Writer {
    /// The bytes; `None` if a value could not be written.
    pub(super) fn finish(self) -> Option<Vec<u8>> {
        Some(self.bytes.0).filter(|_| !self.is_incomplete)
    }

    pub(super) fn number(&mut self, number: u64) {
        self.bytes.number(number);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.bytes.text(text);
    }

    /// Takes values that are read as a [`Vec`].
    pub(super) fn all<T: Coded>(&mut self, values: &[T]) {
        values.len().write(self);
        for value in values {
            value.write(self);
        }
    }
}

/// Gives the values back that a [`Writer`] took.
#[derive(Clone, Copy)]
pub(super) struct Reader<'r> {
    bytes: pieces::Reader<'r>,
    /// The number of the document, which is part of each place.
    file: usize,
    dialect: Option<&'static Dialect>,
    /// How many values are around the next one.
    depth: usize,
}

/// How deep values are nested at most. Types, which are the deepest, are below this.
const DEEPEST: usize = 4 * MAX_DEPTH;

/// For how many values of a list there is room before they are read.
const ROOM: usize = 1000;

impl<'r> Reader<'r> {
    pub(super) fn new(bytes: &'r [u8]) -> Self {
        Self { bytes: pieces::Reader(bytes), file: 0, dialect: None, depth: 0 }
    }

    /// Reads what is within a value.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        self.depth += 1;
        let value = if self.depth < DEEPEST { read(self) } else { None };
        self.depth -= 1;
        value
    }

    /// Reads on in a document and its dialect, if it has one.
    pub(super) fn within(self, file: usize, dialect: Option<&'static Dialect>) -> Self {
        Self { file, dialect, ..self }
    }

    /// The number of bytes that are left.
    pub(super) fn left(&self) -> usize {
        self.bytes.0.len()
    }

    pub(super) fn number(&mut self) -> Option<u64> {
        self.bytes.number()
    }

    pub(super) fn text(&mut self) -> Option<&'r str> {
        self.bytes.text()
    }
}

impl Coded for u64 {
    fn write(&self, to: &mut Writer) {
        to.number(*self);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.number()
    }
}

impl Coded for usize {
    fn write(&self, to: &mut Writer) {
        to.bytes.size(*self);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.bytes.size()
    }
}

/// 0, -1, 1 and -2 are written as 0, 1, 2 and 3, so that small numbers are short.
impl Coded for i64 {
    fn write(&self, to: &mut Writer) {
        to.number(((self << 1) ^ (self >> 63)).cast_unsigned());
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let number = from.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }
}

impl Coded for bool {
    fn write(&self, to: &mut Writer) {
        to.number(u64::from(*self));
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        match from.number()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Coded for String {
    fn write(&self, to: &mut Writer) {
        to.text(self);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.text().map(str::to_owned)
    }
}

impl<T: Coded> Coded for Box<T> {
    fn write(&self, to: &mut Writer) {
        (**self).write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.deeper(T::read).map(Self::new)
    }
}

impl<T: Coded> Coded for Option<T> {
    fn write(&self, to: &mut Writer) {
        self.is_some().write(to);
        if let Some(value) = self {
            value.write(to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(if bool::read(from)? { Some(T::read(from)?) } else { None })
    }
}

impl<T: Coded> Coded for Vec<T> {
    fn write(&self, to: &mut Writer) {
        to.all(self);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let len = usize::read(from)?;
        let mut values = Self::with_capacity(len.min(ROOM));
        from.deeper(|from| {
            for _ in 0..len {
                values.push(T::read(from)?);
            }
            Some(values)
        })
    }
}

impl<A: Coded, B: Coded> Coded for (A, B) {
    fn write(&self, to: &mut Writer) {
        self.0.write(to);
        self.1.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some((A::read(from)?, B::read(from)?))
    }
}

impl Coded for Span {
    fn write(&self, to: &mut Writer) {
        self.start.write(to);
        self.end.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(Self { file: from.file, start: usize::read(from)?, end: usize::read(from)? })
    }
}

impl<T: Coded> Coded for Sp<T> {
    fn write(&self, to: &mut Writer) {
        self.value.write(to);
        self.span.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(Self { value: T::read(from)?, span: Span::read(from)? })
    }
}

/// A word of the dialect as its position.
impl Coded for &'static Word {
    fn write(&self, to: &mut Writer) {
        let position = to.dialect.and_then(|dialect| words_of(dialect).position(|word| std::ptr::eq(word, *self)));
        match position {
            Some(position) => position.write(to),
            None => to.is_incomplete = true,
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let position = usize::read(from)?;
        words_of(from.dialect?).nth(position)
    }
}

/// The words of a dialect that can become the type of a field.
fn words_of(dialect: &Dialect) -> impl Iterator<Item = &'static Word> {
    let columns = dialect.all_columns().filter_map(|column| match column.role {
        Role::OneOf(words) => Some(words),
        _ => None,
    });
    let notes = dialect.notes.iter().chain(dialect.phrases).chain(columns.flatten());
    let of_notes = notes.flat_map(|word| match word.note {
        Note::Type(word) => std::slice::from_ref(word),
        Note::Format(words) => words,
        _ => &[],
    });
    dialect.types.words.iter().chain(dialect.types.no_text).chain([&words::ANY, &words::TEXT]).chain(of_notes)
}

/// The dialect of the record.
impl Coded for &'static Dialect {
    fn write(&self, to: &mut Writer) {
        to.is_incomplete |= to.dialect.is_none_or(|dialect| !std::ptr::eq(*self, dialect));
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.dialect
    }
}

/// Implements [`Coded`] for structs, of which all fields are listed, and for enums, whose variants are listed with the
/// number that is written for each.
macro_rules! coded {
    ($(struct $struct:ty { $($field:ident),* $(,)? })*) => {$(
        impl Coded for $struct {
            fn write(&self, to: &mut Writer) {
                let Self { $($field),* } = self;
                $($field.write(to);)*
            }

            fn read(from: &mut Reader<'_>) -> Option<Self> {
                $(let $field = Coded::read(from)?;)*
                Some(Self { $($field),* })
            }
        }
    )*};
    ($(enum $enum:ty {
        $($number:literal => $variant:ident $(($($value:ident),*))? $({ $($field:ident),* })?),* $(,)?
    })*) => {$(
        impl Coded for $enum {
            fn write(&self, to: &mut Writer) {
                match self {
                    $(Self::$variant $(($($value),*))? $({ $($field),* })? => {
                        to.number($number);
                        $($($value.write(to);)*)?
                        $($($field.write(to);)*)?
                    })*
                }
            }

            fn read(from: &mut Reader<'_>) -> Option<Self> {
                match from.number()? {
                    $($number => {
                        $($(let $value = Coded::read(from)?;)*)?
                        $($(let $field = Coded::read(from)?;)*)?
                        Some(Self::$variant $(($($value),*))? $({ $($field),* })?)
                    })*
                    _ => None,
                }
            }
        }
    )*};
}

pub(super) use coded;

//! Numbers and texts as bytes: a number in groups of seven bits, a text after its length.

use std::str;

/// Takes numbers and texts, one after the other.
#[derive(Debug, Default)]
pub(crate) struct Writer(pub(crate) Vec<u8>);

impl Writer {
    pub(crate) fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.0.push(number.to_le_bytes()[0]);
    }

    pub(crate) fn size(&mut self, size: usize) {
        // A `usize` has 64 bits at most.
        self.number(size as u64);
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.size(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }
}

/// Gives the numbers and texts back that a [`Writer`] took; `None` where the bytes are others.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'r>(pub(crate) &'r [u8]);

impl<'r> Reader<'r> {
    pub(crate) fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        let mut at = 0;
        // A loop over bytes, because this runs for each part of a value, and a build script is not optimized.
        while at < self.0.len() && at < 10 {
            let byte = self.0[at];
            number |= u64::from(byte & 0x7f) << (7 * at);
            at += 1;
            if byte < 0x80 {
                self.0 = &self.0[at..];
                return Some(number);
            }
        }
        None
    }

    pub(crate) fn size(&mut self) -> Option<usize> {
        self.number()?.try_into().ok()
    }

    pub(crate) fn text(&mut self) -> Option<&'r str> {
        let len = self.size()?;
        let (text, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        str::from_utf8(text).ok()
    }
}

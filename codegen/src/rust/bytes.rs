//! Sets of bytes. Most names and texts consist of usual letters and need no more work, which is found out here with few
//! instructions per byte: without optimization, as build scripts are compiled, each adaptor of an iterator is a call.

/// A set of bytes.
pub(in crate::rust) struct Bytes([bool; 256]);

impl Bytes {
    /// All bytes from the first to the second of each pair.
    pub(in crate::rust) const fn of(ranges: &[(u8, u8)]) -> Self {
        let mut set = [false; 256];
        let mut idx = 0;
        while idx < ranges.len() {
            let (mut byte, last) = ranges[idx];
            while byte <= last {
                set[byte as usize] = true;
                byte += 1;
            }
            idx += 1;
        }
        Self(set)
    }

    /// Whether a byte is in the set.
    pub(in crate::rust) fn has(&self, byte: u8) -> bool {
        self.0[usize::from(byte)]
    }

    /// Whether all bytes of a text are in the set.
    pub(in crate::rust) fn has_all_of(&self, text: &str) -> bool {
        let (bytes, mut at) = (text.as_bytes(), 0);
        while at < bytes.len() {
            if !self.0[usize::from(bytes[at])] {
                return false;
            }
            at += 1;
        }
        true
    }
}

//! Numbers in messages.

/// A number with its noun, and with separators between thousands.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    format!("{} {noun}{}", separated(count), if count == 1 { "" } else { "s" })
}

/// A number with separators between thousands.
pub(crate) fn separated(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_readable() {
        assert_eq!(counted(0, "error"), "0 errors");
        assert_eq!(counted(1, "error"), "1 error");
        assert_eq!(counted(62_200, "field"), "62,200 fields");
        assert_eq!(counted(1_234_567, "field"), "1,234,567 fields");
    }
}

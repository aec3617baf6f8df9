//! Letters that rustc warns of in the code of users: uncommon ones, and those that look like letters of another script.
//! They are replaced, because only a whole crate can allow such warnings.

use std::borrow::Cow;
use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization;

use crate::diag::hidden;

/// The letters beyond ASCII that identifiers usually have, by the profile of Unicode that rustc uses.
#[rustfmt::skip]
const COMMON: &[(u32, u32)] = &[
    (0xb7, 0x17e), (0x18f, 0x18f), (0x1a0, 0x1a1), (0x1af, 0x1b0), (0x1cd, 0x1dc), (0x1de, 0x1e3), (0x1e6, 0x1f5),
    (0x1f8, 0x21b), (0x21e, 0x21f), (0x226, 0x233), (0x259, 0x259), (0x300, 0x304), (0x306, 0x30c), (0x30f, 0x311),
    (0x313, 0x314), (0x31b, 0x31b), (0x323, 0x328), (0x32d, 0x32e), (0x330, 0x331), (0x335, 0x335), (0x338, 0x339),
    (0x342, 0x345), (0x37b, 0x37d), (0x386, 0x3ce), (0x3fc, 0x45f), (0x48a, 0x4ff), (0x510, 0x529), (0x52e, 0x556),
    (0x561, 0x586), (0x5b4, 0x5b4), (0x5d0, 0x5f2), (0x620, 0x63f), (0x641, 0x655), (0x660, 0x669), (0x670, 0x672),
    (0x674, 0x68d), (0x68f, 0x6a0), (0x6a2, 0x6d5), (0x6e5, 0x6e6), (0x6ee, 0x6ff), (0x750, 0x7b1), (0x870, 0x88e),
    (0x8a0, 0x8ac), (0x8b2, 0x8b2), (0x8b5, 0x8c9), (0x901, 0x94d), (0x94f, 0x950), (0x956, 0x977), (0x979, 0x97f),
    (0x981, 0x9f1), (0x9fe, 0xa4d), (0xa5c, 0xa74), (0xa81, 0xaef), (0xafa, 0xb43), (0xb47, 0xb61), (0xb66, 0xbef),
    (0xc01, 0xc33), (0xc35, 0xc56), (0xc5d, 0xc61), (0xc66, 0xc80), (0xc82, 0xcdd), (0xce0, 0xd00), (0xd02, 0xd03),
    (0xd05, 0xd3a), (0xd3d, 0xd43), (0xd46, 0xd57), (0xd60, 0xd61), (0xd66, 0xd7f), (0xd82, 0xd8e), (0xd91, 0xda5),
    (0xda7, 0xdde), (0xe01, 0xf00), (0xf20, 0xf37), (0xf3e, 0x109d), (0x10c7, 0x10f0), (0x10f7, 0x10ff),
    (0x1200, 0x135f), (0x1380, 0x138f), (0x1780, 0x17a2), (0x17a5, 0x17a7), (0x17a9, 0x17b3), (0x17b6, 0x17cd),
    (0x17e0, 0x17e9), (0x1c90, 0x1cbf), (0x1e00, 0x1e99), (0x1e9e, 0x1e9e), (0x1ea0, 0x1ef9), (0x1f00, 0x1ffc),
    (0x2d80, 0x2dde), (0x3005, 0x3007), (0x3041, 0x312d), (0x31a0, 0x31bf), (0x3400, 0x4dbf), (0x4e00, 0x9fff),
    (0xac00, 0xd7a3),
];

/// The letters that look like those of another script. A name with no other letters of its script is suspicious.
const ALIKE: &str = "ΑΒΓΕΖΗΘΙΚΛΜΝΟΠΡΤΥΦΧαβγδεθικνοπρστυφЄЅІЈАБВГЕЗКЛМНОПРСТУФХЫЬЮабгекопрстуфхєѕіјћҌҍҐґҒғҘҞҟҪҫҮүҰұһҽҿӀӇ\
                     ӉӍӏӔӕӘәӠӨөԑԛԜԝԻՄՈՊՌՍՏՓՕագզծհձոպռսցքօוטיןסװױײإاةهھہۃەۿऽॱจบปฝพฟยჿくへイエカタトニノハヘロ\
                     一二口工ㄦሀሆ";

/// The blocks of the scripts that have such letters.
const SCRIPTS: &[(u32, u32)] = &[
    (0x370, 0x3ff),
    (0x400, 0x52f),
    (0x530, 0x58f),
    (0x590, 0x5ff),
    (0x600, 0x6ff),
    (0x900, 0x97f),
    (0xe00, 0xe7f),
    (0x10a0, 0x10ff),
    (0x1200, 0x137f),
    (0x3040, 0x309f),
    (0x30a0, 0x30ff),
    (0x3100, 0x312f),
    (0x3400, 0x9fff),
];

/// A text without hidden characters, with ligatures and the like as plain letters.
pub(super) fn plain(text: &str) -> String {
    let visible = text.chars().filter(|letter| !hidden(*letter));
    let usual = visible.map(|letter| match letter {
        // The micro sign of units is in no word of Greek.
        '\u{b5}' => 'u',
        // The capital sharp s looks like the small one, and the dotless i like the other.
        '\u{1e9e}' => '\u{df}',
        '\u{131}' => 'i',
        letter => letter,
    });
    usual.nfkc().collect()
}

/// The most bytes of the name of a type, with room for what names of files and of other types add.
pub(super) const LONGEST: usize = 200;

/// The start of a name, if it is too long: rustdoc makes a file for each type, and file systems limit the bytes of a name.
pub(super) fn short(mut name: String) -> String {
    if name.len() > LONGEST {
        while name.len() > LONGEST || name.ends_with('_') {
            name.pop();
        }
    }
    name
}

/// The text with the numbers of letters that rustc would warn of.
pub(super) fn without_suspicious(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let is_kept = |letter: char| letter.is_ascii() || is_common(letter) && !is_suspicious(letter, text);
    if text.chars().all(is_kept) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        if is_kept(letter) {
            safe.push(letter);
        } else {
            let _ = write!(safe, " U{:04X} ", u32::from(letter));
        }
    }
    Cow::Owned(safe)
}

fn is_common(letter: char) -> bool {
    is_within(COMMON, letter).is_some()
}

/// Whether a letter looks like one of another script, and the text has no letter of its script that does not.
fn is_suspicious(letter: char, text: &str) -> bool {
    let Some(script) = is_within(SCRIPTS, letter) else { return false };
    let is_own = |other: char| is_within(SCRIPTS, other) == Some(script) && !looks_alike(other);
    looks_alike(letter) && !text.chars().any(is_own)
}

fn looks_alike(letter: char) -> bool {
    let cases = letter.to_lowercase().chain(letter.to_uppercase()).chain([letter]);
    cases.into_iter().any(|case| ALIKE.contains(case))
}

/// The position of the range that has a letter.
fn is_within(ranges: &[(u32, u32)], letter: char) -> Option<usize> {
    let letter = u32::from(letter);
    let at = ranges.partition_point(|(_, end)| *end < letter);
    ranges.get(at).filter(|(start, _)| *start <= letter).map(|_| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_between_letters() {
        for (name, len) in [("a".repeat(200), 200), ("a".repeat(201), 200), ("\u{65e5}".repeat(100), 198)] {
            assert_eq!(short(name).len(), len);
        }
        assert_eq!(short(format!("{}_1", "a".repeat(199))), "a".repeat(199));
    }

    #[test]
    fn letters_that_rustc_warns_of_are_replaced() {
        for (text, safe) in [
            ("\u{b5}s", "us"),
            ("\u{aa}", "a"),
            ("GRO\u{1e9e}E", "GRO\u{df}E"),
            ("s\u{131}n\u{131}f", "sinif"),
            ("\u{fb01}t", "fit"),
            ("a\u{200b}b", "ab"),
            ("Gr\u{f6}\u{df}e", "Gr\u{f6}\u{df}e"),
            ("\u{65e5}\u{672c}", "\u{65e5}\u{672c}"),
            ("\u{434}\u{43e}\u{43c}", "\u{434}\u{43e}\u{43c}"),
            ("\u{441}\u{43e}", " U0441  U043E "),
            ("\u{3be}\u{3b1}", "\u{3be}\u{3b1}"),
            ("\u{3b1}", " U03B1 "),
            ("\u{138}", "\u{138}"),
            ("\u{1e7}\u{250}", "\u{1e7} U0250 "),
        ] {
            assert_eq!(without_suspicious(&plain(text)), safe, "{text}");
        }
    }
}

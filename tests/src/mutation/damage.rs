//! What is done to a document.

use super::place::{Place, is_piped};

/// What is done to a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Damage {
    /// A line is missing.
    DropLine,
    /// A line is there twice.
    RepeatLine,
    /// The end of a line is missing.
    CutLine,
    /// A line is in one with the next.
    JoinLines,
    /// There is an empty line before a line.
    BlankLine,
    /// A cell is missing, with a pipe beside it.
    DropCell,
    /// A cell is empty.
    EmptyCell,
    /// A cell has the place of the next one.
    SwapCells,
    /// A pipe is missing.
    DropPipe,
    /// A letter is missing.
    DropLetter,
    /// A letter is another one.
    ChangeLetter,
    /// Two letters have each other's place.
    SwapLetters,
    /// A mark or bracket is missing.
    DropMark,
}

const ALL: &[Damage] = &[
    Damage::DropLine,
    Damage::RepeatLine,
    Damage::CutLine,
    Damage::JoinLines,
    Damage::BlankLine,
    Damage::DropCell,
    Damage::EmptyCell,
    Damage::SwapCells,
    Damage::DropPipe,
    Damage::DropLetter,
    Damage::ChangeLetter,
    Damage::SwapLetters,
    Damage::DropMark,
];

impl Damage {
    /// Whether a fact may differ because of this damage, wherever it is: what is missing as a whole cannot be noticed.
    pub(super) fn may_change(self, fact: &str, place: Place) -> bool {
        match self {
            Self::DropLine => match place {
                Place::Heading => fact == "model description",
                // What is left may be a table that means something else.
                Place::Header | Place::Delimiter => false,
                _ => matches!(
                    fact,
                    "field lost" | "values" | "members" | "other keys" | "discriminator" | "shape" | "alias"
                ),
            },
            Self::RepeatLine => matches!(fact, "values" | "members"),
            Self::EmptyCell | Self::CutLine | Self::DropCell => {
                place == Place::Notes
                    // In languages without booleans, a default shows that a type is one.
                    && matches!(fact, "presence" | "read_only" | "nullable" | "default" | "constraints" | "type")
            }
            Self::SwapCells => fact == "name" || (place == Place::Value && matches!(fact, "values" | "alias")),
            _ => false,
        }
    }
}

/// Numbers that look random and are the same for the same seed.
#[derive(Debug)]
pub struct Random(u64);

impl Random {
    /// Numbers for a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below a limit; 0 if there is none.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        usize::try_from(mixed % limit).unwrap_or_default()
    }
}

/// A damaged text.
pub(super) struct Damaged {
    pub(super) damage: Damage,
    /// The byte of the text before, at which it differs.
    pub(super) at: usize,
    pub(super) text: String,
}

/// Damages a random line in a random way. `None` if that changes nothing.
pub(super) fn damage(text: &str, random: &mut Random) -> Option<Damaged> {
    let damage = ALL[random.below(ALL.len())];
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_end_matches(['\n', '\r']);
        if !trimmed.trim().is_empty() {
            lines.push(start..start + trimmed.len());
        }
        start += line.len();
    }
    let line = lines.get(random.below(lines.len()))?.clone();
    let end = text[line.end..].find('\n').map_or(text.len(), |len| line.end + len + 1);
    let own = &text[line.clone()];
    let letters: Vec<(usize, char)> = own.char_indices().filter(|(_, letter)| letter.is_alphanumeric()).collect();
    let (offset, len, new) = match damage {
        Damage::DropLine => (0, end - line.start, String::new()),
        Damage::RepeatLine => (0, 0, text[line.start..end].to_owned()),
        Damage::BlankLine => (0, 0, "\n".to_owned()),
        Damage::CutLine => {
            let cut = own.char_indices().nth(random.below(own.chars().count()))?.0;
            (cut, own.len() - cut, String::new())
        }
        Damage::JoinLines => (own.len(), end - line.end, " ".to_owned()),
        Damage::DropCell | Damage::EmptyCell | Damage::SwapCells | Damage::DropPipe => in_cells(own, damage, random)?,
        Damage::DropLetter => {
            let (at, letter) = *letters.get(random.below(letters.len()))?;
            (at, letter.len_utf8(), String::new())
        }
        Damage::ChangeLetter => {
            let (at, letter) = *letters.get(random.below(letters.len()))?;
            let new = char::from(b'a' + u8::try_from(random.below(26)).ok()?);
            (at, letter.len_utf8(), new.to_string())
        }
        Damage::SwapLetters => {
            let pair = letters.windows(2).nth(random.below(letters.len().saturating_sub(1)))?;
            let [(at, first), (next, second)] = pair else { return None };
            if next - at != first.len_utf8() {
                return None;
            }
            (*at, first.len_utf8() + second.len_utf8(), format!("{second}{first}"))
        }
        Damage::DropMark => {
            let marks: Vec<usize> =
                own.match_indices(|letter| "*`[](){}<>#-:_".contains(letter)).map(|it| it.0).collect();
            (*marks.get(random.below(marks.len()))?, 1, String::new())
        }
    };
    let at = line.start + offset;
    let text_after = format!("{}{new}{}", &text[..at], &text[at + len..]);
    (text_after != text).then_some(Damaged { damage, at, text: text_after })
}

/// The change of a line that is a row: where, the length of what is replaced, and the new text.
fn in_cells(line: &str, damage: Damage, random: &mut Random) -> Option<(usize, usize, String)> {
    if !is_piped(line) {
        return None;
    }
    let pipes: Vec<usize> =
        line.match_indices('|').map(|(at, _)| at).filter(|at| !line[..*at].ends_with('\\')).collect();
    if damage == Damage::DropPipe {
        return Some((*pipes.get(random.below(pipes.len()))?, 1, String::new()));
    }
    let mut bounds = pipes;
    if !line.trim_start().starts_with('|') {
        bounds.insert(0, usize::MAX);
    }
    if !line.trim_end().ends_with('|') {
        bounds.push(line.len());
    }
    let start = |bound: usize| if bound == usize::MAX { 0 } else { bound + 1 };
    let idx = random.below(bounds.len().saturating_sub(1));
    let (from, to) = (start(*bounds.get(idx)?), *bounds.get(idx + 1)?);
    match damage {
        Damage::DropCell => Some((from, (to + 1).min(line.len()) - from, String::new())),
        Damage::EmptyCell => Some((from, to - from, " ".to_owned())),
        _ => {
            let next = *bounds.get(idx + 2)?;
            Some((from, next - from, format!("{}|{}", &line[to + 1..next], &line[from..to])))
        }
    }
}

/// The line at a byte.
pub(super) fn line_at(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[start..].lines().next().unwrap_or_default()
}

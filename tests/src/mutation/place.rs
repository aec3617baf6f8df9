//! Where a document is damaged.

/// What the damaged place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A heading.
    Heading,
    /// The header of a table.
    Header,
    /// The line below it.
    Delimiter,
    /// A cell with the name of a field.
    Name,
    /// A cell with a type.
    Type,
    /// A cell with a description.
    Description,
    /// A cell with notes, or one of a column that has one of several words.
    Notes,
    /// A cell with an allowed value.
    Value,
    /// Another cell.
    Cell,
    /// A line of a list.
    List,
    /// A line of code, such as an example.
    Code,
    /// Anything else.
    Text,
}

impl Place {
    /// The place of a byte in a page.
    pub(super) fn of(text: &str, at: usize) -> Self {
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let line = text[start..].lines().next().unwrap_or_default();
        if text[..start].lines().filter(|line| line.trim_start().starts_with("```")).count() % 2 == 1 {
            return Self::Code;
        }
        if line.starts_with('#') || line.starts_with("<h") {
            return Self::Heading;
        }
        if !is_piped(line) {
            let is_item = line.trim_start().starts_with(['*', '-', '+']) && !line.trim_start().starts_with("**");
            return if is_item { Self::List } else { Self::Text };
        }
        if is_delimiter(line) {
            return Self::Delimiter;
        }
        // A row that starts with a pipe can be below rows over several lines.
        let is_table = |above: &&str| is_piped(above) || (line.starts_with('|') && !above.starts_with('#'));
        let above: Vec<&str> = text[..start].lines().rev().take_while(is_table).collect();
        match above.iter().position(|line| is_delimiter(line)) {
            None if text[start..].lines().nth(1).is_some_and(is_delimiter) => Self::Header,
            None => Self::Text,
            Some(delimiter) => {
                let header = above.get(delimiter + 1).copied().unwrap_or_default();
                // A pattern in the last cell may have pipes of its own.
                let headings: Vec<&str> = cells(header).collect();
                let column = column(line, at - start).min(headings.len().saturating_sub(1));
                Self::of_column(headings.get(column).copied().unwrap_or_default())
            }
        }
    }

    fn of_column(heading: &str) -> Self {
        match heading.trim().trim_matches('*').to_lowercase().as_str() {
            "name" | "field" | "property" | "key" => Self::Name,
            "type" | "schema" => Self::Type,
            "description" | "explanation" => Self::Description,
            "notes" | "restrictions" | "required" | "label" | "tags" | "nullable" => Self::Notes,
            "value" | "values" | "number" => Self::Value,
            _ => Self::Cell,
        }
    }

    /// Whether a person may have meant a fact to differ by what is written here.
    pub(super) fn may_change(self, fact: &str) -> bool {
        match self {
            // The row of a model that is no object has the name of the model.
            Self::Name => matches!(fact, "name" | "values" | "shape"),
            Self::Type => matches!(fact, "type" | "alias" | "members" | "values" | "other keys"),
            // A note may have a default or a limit; its words are known.
            Self::Notes | Self::Description => matches!(fact, "default" | "constraints" | "values"),
            Self::Value => fact == "values",
            Self::Cell => matches!(fact, "default" | "values" | "name"),
            // A default can be the name of a value.
            Self::List => matches!(fact, "values" | "members" | "discriminator" | "default"),
            // An example shows how keys are spelled, and code lists values and members.
            Self::Code => {
                matches!(fact, "name" | "alias" | "values" | "members" | "discriminator" | "default" | "type")
            }
            Self::Heading => fact == "model name",
            Self::Text => matches!(fact, "alias" | "values" | "discriminator" | "default" | "type"),
            Self::Header | Self::Delimiter => false,
        }
    }
}

pub(super) fn is_piped(line: &str) -> bool {
    line.contains('|')
}

fn is_delimiter(line: &str) -> bool {
    line.contains('-') && line.chars().all(|letter| "|-: ".contains(letter))
}

fn cells(line: &str) -> impl Iterator<Item = &str> {
    line.trim().trim_matches('|').split('|')
}

/// The number of the cell at a byte of a line.
fn column(line: &str, at: usize) -> usize {
    let at = (0..=at.min(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or_default();
    let pipes = line[..at].matches('|').count() - line[..at].matches("\\|").count();
    pipes.saturating_sub(usize::from(line.trim_start().starts_with('|')))
}

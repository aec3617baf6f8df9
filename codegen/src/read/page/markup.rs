//! Markup that is not text: tags, comments, attributes of kramdown, and the statements of MDX.

/// The length of the comment or anchor that a text starts with.
pub(super) fn invisible_start(text: &str) -> usize {
    if !text.starts_with('<') {
        return 0;
    }
    let rest = after_comment(text).or_else(|| after_anchor(text));
    rest.map_or(0, |rest| text.len() - rest.len())
}

fn after_comment(text: &str) -> Option<&str> {
    text.strip_prefix("<!--")?.split_once("-->").map(|(_, rest)| rest)
}

fn after_anchor(text: &str) -> Option<&str> {
    let (attributes, rest) = text.strip_prefix("<a ")?.split_once('>')?;
    let has_name = ["name=", "id="].iter().any(|name| attributes.starts_with(name));
    let rest = if attributes.ends_with('/') { Some(rest) } else { rest.strip_prefix("</a>") };
    rest.filter(|_| has_name)
}

/// The length of the comment or anchor that a text ends with.
pub(super) fn invisible_end(text: &str) -> usize {
    if !text.ends_with('>') {
        return 0;
    }
    let starts = [
        text.strip_suffix("-->").and_then(|it| it.rfind("<!--")),
        text.strip_suffix("</a>").and_then(|it| it.rfind("<a ")),
        text.strip_suffix("/>").and_then(|it| it.rfind("<a ")),
    ];
    let mut lengths = starts.into_iter().flatten().map(|at| text.len() - at);
    lengths.find(|length| invisible_start(&text[text.len() - length..]) == *length).unwrap_or_default()
}

/// The statements and comments of MDX: `import Tip from "./Tip";`, `{/* … */}`.
pub(super) fn is_script(text: &str) -> bool {
    let is_import = text.starts_with("import ") && text.trim_end_matches(';').ends_with(['"', '\'']);
    let is_export = ["export const ", "export default ", "export function "].iter().any(|it| text.starts_with(it));
    let is_comment = text.starts_with("{/*") && text.ends_with("*/}");
    is_import || is_export || is_comment
}

/// Whether an HTML block that starts with this line is a comment, code or the like.
pub(super) fn is_verbatim(line: &str) -> bool {
    let line = line.trim_start().to_ascii_lowercase();
    ["<!", "<?", "<pre", "<script", "<style", "<textarea"].iter().any(|start| line.starts_with(start))
}

/// kramdown's `{: class=… }`.
pub(super) fn is_attribute(line: &str) -> bool {
    line.starts_with("{:") && line.ends_with('}')
}

/// The language tag of a block of code.
pub fn fence(text: &str) -> Option<&str> {
    let tag = text.strip_prefix("```").or_else(|| text.strip_prefix("~~~"))?;
    tag.lines().next().map_or(Some(""), |line| Some(line.trim()))
}

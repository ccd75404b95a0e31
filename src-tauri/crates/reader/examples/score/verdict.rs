//! What was judged by hand of the drafts of an article: its file's field `judged` gives, for the line that names a draft,
//! `good`, `lacks` (nothing false, something not said), `false` (one field is not so) or `wrong`.

use reader::DraftProposal;
use serde_json::Value;

/// Names a draft by all that can be right or wrong in it, and by where it stands.
pub fn line_of(draft: &DraftProposal) -> String {
    let item = &draft.item;
    let mut who: Vec<String> = item
        .participants
        .iter()
        .filter(|one| one.role != domain::event::Role::Mentioned)
        .map(|one| format!("{}:{}", one.country.as_deref().unwrap_or(&one.key), one.role))
        .collect();
    who.sort_unstable();
    who.dedup();
    let when = item.when.as_ref().map_or("no date", |when| when.edtf.as_str());
    let at = draft.citations.first().map_or(0, |span| span.start);
    format!("{at} {} {} {when} {}", item.kind, item.status, who.join(" "))
}

/// Whether a draft holds nothing false, where somebody judged it.
pub fn by_hand(row: &Value, draft: &DraftProposal) -> Option<bool> {
    let verdict = row["judged"].get(line_of(draft))?.as_str()?;
    Some(matches!(verdict, "good" | "lacks"))
}

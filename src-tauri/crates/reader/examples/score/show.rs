//! One draft in two lines, for people.

use reader::DraftProposal;

/// Prints it.
pub fn show(draft: &DraftProposal) {
    let who: Vec<String> = draft
        .participants
        .iter()
        .map(|one| format!("{}/{}:{:?}", one.key, one.country.as_deref().unwrap_or("-"), one.role))
        .collect();
    println!(
        "{:?} {} [{}] {:?} {:?} {:?} q{:?} {:.2} {}\n     {:?} {:?} topics {:?} links {:?} issue {:?} {}",
        draft.draft_type,
        draft.kind,
        draft.rule,
        draft.status,
        draft.when.as_ref().map(|when| &when.edtf),
        draft.place.as_ref().map(|place| &place.name),
        draft.quad,
        draft.confidence,
        who.join(", "),
        draft.amount,
        draft.quote,
        draft.topics,
        draft.links,
        draft.issue,
        draft.words.chars().take(90).collect::<String>()
    );
}

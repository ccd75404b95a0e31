//! One draft in two lines, for people.

use reader::DraftProposal;

/// Prints it.
pub fn show(draft: &DraftProposal) {
    let who: Vec<String> = draft
        .item
        .participants
        .iter()
        .map(|one| format!("{}/{}:{:?}", one.key, one.country.as_deref().unwrap_or("-"), one.role))
        .collect();
    println!(
        "{:?} {} [{}] {:?} {:?} {:?} q{:?} {:.2} {}\n     {:?} {:?} topics {:?} links {:?} issue {:?} {}",
        draft.item.noun,
        draft.item.kind,
        draft.rule,
        draft.item.status,
        draft.item.when.as_ref().map(|when| &when.edtf),
        draft.item.place.as_ref().map(|place| &place.name),
        draft.quad,
        draft.confidence,
        who.join(", "),
        draft.item.amount,
        draft.item.quote,
        draft.item.topics,
        draft.links,
        draft.item.issue,
        draft.words.chars().take(90).collect::<String>()
    );
}

//! Kinds of events in groups that are read alike.

/// Kinds whose act is words.
pub(super) fn is_words(kind: &str) -> bool {
    matches!(
        kind,
        "statement"
            | "appeal"
            | "praise"
            | "criticism"
            | "accusation"
            | "warning"
            | "threat"
            | "protest-note"
            | "rejection"
            | "demand"
            | "denial"
            | "pledge"
            | "condolence"
            | "apology"
    )
}

/// Kinds that one side can do alone.
pub(super) fn needs_no_other(kind: &str) -> bool {
    matches!(kind, "launch" | "visit" | "missile-test" | "nuclear-test")
}

/// Kinds that several do together: who stands beside them is no other side.
pub(super) fn is_joint(kind: &str) -> bool {
    is_meeting(kind)
        || matches!(
            kind,
            "agreement" | "trade-deal" | "diplomatic-ties" | "joint-exercise" | "call" | "clash" | "ceasefire" | "economic-cooperation"
        )
}

/// Kinds that several who do them together do to each other, where no other side is named.
pub(super) fn is_shared(kind: &str) -> bool {
    is_joint(kind)
        || matches!(
            kind,
            "pledge" | "investment" | "intelligence-sharing" | "judicial-cooperation" | "release"
        )
}

/// Deeds that are news even where nobody says who did them.
pub(super) fn is_suffered(kind: &str) -> bool {
    matches!(
        kind,
        "detention"
            | "sanction"
            | "expulsion"
            | "deportation"
            | "abduction"
            | "assassination"
            | "release"
            | "attack"
            | "airstrike"
            | "seizure"
            | "cyberattack"
    )
}

pub(crate) fn is_meeting(kind: &str) -> bool {
    matches!(kind, "summit" | "talks" | "visit" | "multilateral-meeting" | "negotiation")
}

//! Forms of English verbs.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbForm {
    Base,
    /// -s
    Third,
    /// Past tense only ("took").
    Past,
    /// Participle only ("taken").
    Participle,
    /// Past and participle alike ("visited").
    PastOrParticiple,
    /// -ing
    Ing,
}

impl VerbForm {
    pub fn may_be_participle(self) -> bool {
        matches!(self, Self::Participle | Self::PastOrParticiple)
    }
}

fn is_vowel(letter: u8) -> bool {
    b"aeiou".contains(&letter)
}

/// All forms of a verb; `irregular` is "past participle".
pub(crate) fn forms(base: &str, irregular: Option<&str>) -> Vec<(String, VerbForm)> {
    if base == "be" {
        return ["is", "are", "was", "were", "be", "been", "being", "am"]
            .iter()
            .map(|form| ((*form).to_owned(), VerbForm::Past))
            .collect();
    }
    if base == "have" {
        return [
            ("has", VerbForm::Third),
            ("have", VerbForm::Base),
            ("had", VerbForm::Past),
            ("having", VerbForm::Ing),
        ]
        .iter()
        .map(|(form, kind)| ((*form).to_owned(), *kind))
        .collect();
    }
    if base == "will" || base == "may" {
        return vec![(base.to_owned(), VerbForm::Past)];
    }
    let mut all = vec![
        (base.to_owned(), VerbForm::Base),
        (third(base), VerbForm::Third),
        (ing(base), VerbForm::Ing),
    ];
    match irregular.and_then(|forms| forms.split_once(' ')) {
        Some((past, participle)) if past == participle => all.push((past.to_owned(), VerbForm::PastOrParticiple)),
        Some((past, participle)) => all.extend([(past.to_owned(), VerbForm::Past), (participle.to_owned(), VerbForm::Participle)]),
        None => all.push((past(base), VerbForm::PastOrParticiple)),
    }
    // British spelling: cancelled, travelling.
    if base.len() > 4 && base.ends_with("el") {
        all.extend([
            (format!("{base}led"), VerbForm::PastOrParticiple),
            (format!("{base}ling"), VerbForm::Ing),
        ]);
    }
    all
}

fn third(base: &str) -> String {
    if let Some(stem) = base.strip_suffix('y')
        && stem.bytes().next_back().is_some_and(|last| !is_vowel(last))
    {
        return format!("{stem}ies");
    }
    let hisses = ["s", "sh", "ch", "x", "z", "o"].iter().any(|end| base.ends_with(end));
    format!("{base}{}", if hisses { "es" } else { "s" })
}

fn past(base: &str) -> String {
    if base.ends_with('e') {
        return format!("{base}d");
    }
    if let Some(stem) = base.strip_suffix('y')
        && stem.bytes().next_back().is_some_and(|last| !is_vowel(last))
    {
        return format!("{stem}ied");
    }
    format!("{base}ed")
}

fn ing(base: &str) -> String {
    if let Some(stem) = base.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    if let Some(stem) = base.strip_suffix('e')
        && !base.ends_with("ee")
    {
        return format!("{stem}ing");
    }
    let bytes = base.as_bytes();
    if let [.., before, vowel, last] = bytes {
        let doubles = bytes.len() <= 4 && !is_vowel(*before) && is_vowel(*vowel) && !is_vowel(*last) && !b"wxy".contains(last);
        if doubles {
            return format!("{base}{}ing", char::from(*last));
        }
    }
    format!("{base}ing")
}

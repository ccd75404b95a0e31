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
    // "regretted" tells of "regretting".
    if let Some(doubled) = irregular
        .and_then(|forms| forms.split_once(' '))
        .and_then(|(past, _)| past.strip_suffix("ed"))
        && doubled.len() == base.len() + 1
        && doubled.starts_with(base)
    {
        all.push((format!("{doubled}ing"), VerbForm::Ing));
    }
    // British spelling: cancelled, travelling.
    if base.len() > 4 && (base.ends_with("el") || base.ends_with("al")) {
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

/// The likeliest base of a form that is not known: "jawboned" gives "jawbone".
pub(crate) fn base(form: &str) -> String {
    if let Some(stem) = form.strip_suffix("ies").or_else(|| form.strip_suffix("ied")) {
        return format!("{stem}y");
    }
    if let Some(stem) = form
        .strip_suffix("ed")
        .or_else(|| form.strip_suffix("ing"))
        .filter(|stem| stem.len() > 2)
    {
        return from_stem(stem);
    }
    if let Some(stem) = form.strip_suffix("es")
        && ["s", "sh", "ch", "x", "z"].iter().any(|end| stem.ends_with(end))
    {
        return stem.to_owned();
    }
    let plural = form.len() > 3 && form.ends_with('s') && !form.ends_with("ss");
    form.get(..form.len() - usize::from(plural)).unwrap_or(form).to_owned()
}

/// Puts back an e or takes out a doubled letter.
fn from_stem(stem: &str) -> String {
    match stem.as_bytes() {
        [.., before, last] if before == last && !is_vowel(*last) && !b"lsz".contains(last) => {
            stem.get(..stem.len() - 1).unwrap_or(stem).to_owned()
        }
        [.., before, last] if b"cgvzu".contains(last) || (*last == b's' && *before != b's') => format!("{stem}e"),
        [.., earlier, before, last]
            if is_vowel(*before) && !is_vowel(*earlier) && !is_vowel(*last) && !b"wxy".contains(last) && stem.len() > 3 =>
        {
            format!("{stem}e")
        }
        _ => stem.to_owned(),
    }
}

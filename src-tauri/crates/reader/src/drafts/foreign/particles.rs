//! The case of a name by what stands behind it (Korean, Japanese) or before it (Chinese, French).

use super::cases::{Case, Named};

/// The particle at the end of the words behind a name, titles passed over.
pub(super) fn korean(rest: &str, room: usize) -> Case {
    let mut passed = 0;
    for piece in rest.split(' ').take(5) {
        let word = piece.trim_end_matches([',', '.', '"', '”', ')', '』', '」']);
        let word = word
            .split_once('(')
            .map_or(word, |(head, tail)| tail.rsplit_once(')').map_or(head, |(_, tail)| tail));
        let ends = |all: &[&str]| all.iter().any(|particle| word.ends_with(particle));
        passed += piece.len() + 1;
        match () {
            () if word.is_empty() => {}
            () if ends(&["에서", "에서는", "에서도"]) => return Case::Place,
            () if ends(&["에게", "에게서", "에", "에는", "으로", "한테", "에도", "에 대해"]) => return Case::Object,
            () if ends(&["와", "과", "와의", "과의", "와는", "과는"]) => return Case::With,
            () if ends(&["을", "를"]) => return Case::Object,
            () if ends(&["의", "측의"]) => return Case::Of,
            () if ends(&["은", "는"]) && word.chars().count() < 12 => return Case::Topic,
            () if ends(&["이", "가", "께서", "도"]) && word.chars().count() < 12 => return Case::Subject,
            () => {}
        }
        if passed > room || piece.ends_with(',') {
            return Case::Loose;
        }
    }
    Case::Loose
}

/// The first particle behind a name, with the characters of a title passed over.
pub(super) fn japanese(rest: &str, goes_on: bool, titles: &[String]) -> Case {
    // "韓国の趙外相と": the particle behind the post tells the case.
    let rest = behind_post(rest, titles).unwrap_or(rest);
    for (at, letter) in rest.char_indices().take(16) {
        let tail = rest.get(at..).unwrap_or_default();
        match letter {
            'は' => return Case::Topic,
            'が' | 'も' => return Case::Subject,
            'を' | 'に' | 'へ' => return Case::Object,
            'と' => return Case::With,
            'で' => return Case::Place,
            'か' if tail.starts_with("から") => return Case::Of,
            'の' => return Case::Of,
            '、' | '。' | ' ' => return Case::Loose,
            '\u{3040}'..='\u{309F}' => return Case::Loose,
            _ => {}
        }
    }
    if goes_on { Case::Of } else { Case::Loose }
}

/// What follows the post that "of" leads to.
fn behind_post<'a>(rest: &'a str, titles: &[String]) -> Option<&'a str> {
    let tail = rest.strip_prefix('の')?;
    let ends = titles.iter().filter_map(|title| Some(tail.find(title.as_str())? + title.len()));
    let end = ends.filter(|end| *end <= REACH_OF_POST).max()?;
    let between = tail.get(..end)?;
    (!between.contains(['、', '。', 'は', 'が', 'を', 'と', 'に', 'で']))
        .then(|| tail.get(end..))
        .flatten()
}

/// How many bytes a name and its post take behind "of".
const REACH_OF_POST: usize = 60;

/// The word before a name: 对, 与, 在, 被; the first name without one is the subject.
pub(super) fn chinese(written: &str, start: usize, before: &[Named]) -> Case {
    let head = written.get(..start).unwrap_or_default();
    let ends = |all: &[&str]| all.iter().any(|word| head.ends_with(word));
    match () {
        () if ends(&["被", "遭"]) => Case::Agent,
        () if ends(&[
            "对", "對", "向", "给", "給", "对于", "對於", "针对", "針對", "要求", "敦促", "呼吁", "呼籲", "会见", "會見", "会晤", "接见",
        ]) =>
        {
            Case::Object
        }
        () if ends(&["与", "與", "同", "和", "跟", "及"]) => Case::With,
        () if ends(&["在", "抵达", "抵達", "访问", "訪問", "赴", "抵", "于", "於", "到"]) => Case::Place,
        () => {
            // Behind a mark or at the beginning somebody new may act.
            let opens = head.is_empty()
                || head.ends_with([
                    '，', ',', '。', '；', '、', '：', ':', '「', '“', ' ', '\n', '指', '称', '稱', '说', '說',
                ])
                || ends(&["表示", "认为", "認為", "指出", "宣布"])
                || before.iter().all(|one| one.case != Case::Subject);
            if opens { Case::Subject } else { Case::Loose }
        }
    }
}

/// The preposition before a name; the first name without one is the subject.
pub(super) fn french(written: &str, start: usize, before: &[Named]) -> Case {
    let head = written
        .get(..start)
        .unwrap_or_default()
        .trim_end_matches(['’', '\''])
        .to_lowercase();
    let last = |count: usize| {
        let all: Vec<&str> = head
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        all.into_iter().rev().take(count).map(str::to_owned).collect::<Vec<_>>()
    };
    for word in last(2) {
        match word.as_str() {
            "avec" => return Case::With,
            "contre" | "envers" | "vers" => return Case::Object,
            "en" | "au" | "aux" | "à" | "dans" => return Case::Place,
            "par" => return Case::Agent,
            "de" | "du" | "des" | "d" => return Case::Of,
            "le" | "la" | "les" | "l" => {}
            _ => break,
        }
    }
    if before.iter().all(|one| one.case != Case::Subject) {
        Case::Subject
    } else {
        Case::Loose
    }
}

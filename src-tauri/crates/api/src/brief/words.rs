//! The few words a brief needs beyond those of its template, in each language.

use domain::{
    Language,
    event::Role,
    link::LinkKind,
    note::{Confidence, Likelihood},
    source::Origin,
    status::Status,
};

pub struct Words {
    pub events: fn(usize) -> String,
    pub days: fn(u32) -> String,
    pub grouped_under: fn(&str) -> String,
    pub since: fn(&str) -> String,
    pub until: fn(&str) -> String,
    pub to: fn(&str) -> String,
    pub time_zone: &'static str,
    pub half_life: &'static str,
    pub tone: &'static str,
    pub formula: &'static str,
    pub date_unknown: &'static str,
    pub start_unknown: &'static str,
    pub end_unknown: &'static str,
    pub date: &'static str,
    pub place: &'static str,
    pub title: &'static str,
    pub amount: &'static str,
    pub cadence: fn(&crate::wire::CadenceView) -> String,
    pub status: fn(Status) -> &'static str,
    pub role: fn(Role) -> &'static str,
    pub link: fn(LinkKind) -> &'static str,
    pub likelihood: fn(Likelihood) -> &'static str,
    pub confidence: fn(Confidence) -> &'static str,
    pub reliability: fn(char) -> &'static str,
    pub origin: fn(Origin) -> &'static str,
}

impl Words {
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::Korean => &KOREAN,
        }
    }
}

static ENGLISH: Words = Words {
    events: |count| {
        if count == 1 {
            "1 event".to_owned()
        } else {
            format!("{count} events")
        }
    },
    days: |days| format!("{days} days"),
    grouped_under: |code| format!(" (shown under {code})"),
    since: |date| format!("since {date}"),
    until: |date| format!("until {date}"),
    to: |date| format!("to {date}"),
    time_zone: "Time zone",
    half_life: "Half-life",
    tone: "Tone",
    formula: "T = (2p + Σ w·d·g) / (2 + Σ w·d): weight g of each event, credibility and status w, decay d by half-life, prior p of the standing ties; −10 to +10",
    date_unknown: "Date unknown",
    start_unknown: "start unknown",
    end_unknown: "ended, date unknown",
    date: "Date",
    place: "Place",
    title: "Title",
    amount: "Amount",
    cadence: |cadence| match cadence.meetings_24_months {
        0 => "No meeting on record in 24 months.".to_owned(),
        count => {
            let meetings = if count == 1 {
                "1 meeting".to_owned()
            } else {
                format!("{count} meetings")
            };
            let last = cadence
                .days_since_last
                .map(|days| format!("; last {days} days ago"))
                .unwrap_or_default();
            let gap = cadence
                .longest_gap_days
                .map(|days| format!("; longest gap {days} days"))
                .unwrap_or_default();
            format!("{meetings} in 24 months{last}{gap}.")
        }
    },
    status: |status| status.as_str(),
    role: |role| role.as_str(),
    link: |kind| match kind {
        LinkKind::RepliesTo => "replies to",
        LinkKind::FollowsUp => "follows up",
        LinkKind::Implements => "implements",
        LinkKind::Reaffirms => "reaffirms",
        LinkKind::Contradicts => "contradicts",
        LinkKind::Cancels => "cancels",
        LinkKind::Causes => "causes",
        LinkKind::SameAs => "is the same as",
    },
    likelihood: |band| match band {
        Likelihood::AlmostNoChance => "almost no chance",
        Likelihood::VeryUnlikely => "very unlikely",
        Likelihood::Unlikely => "unlikely",
        Likelihood::RoughlyEven => "roughly even chance",
        Likelihood::Likely => "likely",
        Likelihood::VeryLikely => "very likely",
        Likelihood::AlmostCertain => "almost certain",
    },
    confidence: |level| level.as_str(),
    reliability: |letter| match letter {
        'A' => "completely reliable",
        'B' => "usually reliable",
        'C' => "fairly reliable",
        'D' => "not usually reliable",
        'E' => "unreliable",
        _ => "reliability cannot be judged",
    },
    origin: |origin| match origin {
        Origin::OwnReporting => "own reporting",
        Origin::Agency => "agency",
        Origin::OfficialReadout => "official readout",
        Origin::OtherSource => "repeats another source",
        Origin::Unknown => "origin unknown",
    },
};

static KOREAN: Words = Words {
    events: |count| format!("사건 {count}건"),
    days: |days| format!("{days}일"),
    grouped_under: |code| format!(" ({code} 아래에 표시)"),
    since: |date| format!("{date}부터"),
    until: |date| format!("{date}까지"),
    to: |date| format!("{date}까지"),
    time_zone: "시간대",
    half_life: "반감기",
    tone: "기조",
    formula: "T = (2p + Σ w·d·g) / (2 + Σ w·d): 사건의 가중치 g, 신뢰도와 상태 w, 반감기에 따른 감쇠 d, 지속 관계의 기본값 p; −10에서 +10",
    date_unknown: "날짜 미상",
    start_unknown: "시작 미상",
    end_unknown: "종료, 날짜 미상",
    date: "날짜",
    place: "장소",
    title: "제목",
    amount: "수량",
    cadence: |cadence| match cadence.meetings_24_months {
        0 => "최근 24개월 동안 기록된 회동 없음.".to_owned(),
        count => {
            let last = cadence
                .days_since_last
                .map(|days| format!("; 마지막 회동 {days}일 전"))
                .unwrap_or_default();
            let gap = cadence
                .longest_gap_days
                .map(|days| format!("; 최장 간격 {days}일"))
                .unwrap_or_default();
            format!("24개월 동안 회동 {count}회{last}{gap}.")
        }
    },
    status: |status| match status {
        Status::Rumoured => "소문",
        Status::Announced => "발표",
        Status::Scheduled => "예정",
        Status::Occurred => "성사",
        Status::Postponed => "연기",
        Status::Cancelled => "취소",
        Status::Denied => "부인",
    },
    role: |role| match role {
        Role::Actor => "행위자",
        Role::Recipient => "상대",
        Role::Host => "주최",
        Role::Guest => "방문",
        Role::Party => "당사자",
        Role::Speaker => "발언자",
        Role::Mediator => "중재",
        Role::Mentioned => "언급",
    },
    link: |kind| match kind {
        LinkKind::RepliesTo => "응답 대상",
        LinkKind::FollowsUp => "후속 대상",
        LinkKind::Implements => "이행 대상",
        LinkKind::Reaffirms => "재확인 대상",
        LinkKind::Contradicts => "상충 대상",
        LinkKind::Cancels => "취소 대상",
        LinkKind::Causes => "결과",
        LinkKind::SameAs => "동일 사건",
    },
    likelihood: |band| match band {
        Likelihood::AlmostNoChance => "가능성 거의 없음",
        Likelihood::VeryUnlikely => "가능성 매우 낮음",
        Likelihood::Unlikely => "가능성 낮음",
        Likelihood::RoughlyEven => "반반",
        Likelihood::Likely => "가능성 높음",
        Likelihood::VeryLikely => "가능성 매우 높음",
        Likelihood::AlmostCertain => "거의 확실",
    },
    confidence: |level| match level {
        Confidence::Low => "낮음",
        Confidence::Moderate => "보통",
        Confidence::High => "높음",
    },
    reliability: |letter| match letter {
        'A' => "완전히 신뢰할 수 있음",
        'B' => "대체로 신뢰할 수 있음",
        'C' => "어느 정도 신뢰할 수 있음",
        'D' => "대체로 신뢰할 수 없음",
        'E' => "신뢰할 수 없음",
        _ => "신뢰도를 판단할 수 없음",
    },
    origin: |origin| match origin {
        Origin::OwnReporting => "자체 취재",
        Origin::Agency => "통신사",
        Origin::OfficialReadout => "공식 발표문",
        Origin::OtherSource => "다른 출처 인용",
        Origin::Unknown => "출처 미상",
    },
};

//! The brief of the first sample, read back from its PDF.

use crate::fixture::beijing;
use crate::tools::{output, saved, text};
use report::{ReportError, pdf};

#[test]
fn file_is_tagged_titled_dated_and_sound() {
    let made = pdf(&beijing(), &[]).unwrap();
    assert!(made.missing_glyphs.is_empty());
    let path = saved("beijing.pdf", &made.bytes);
    if let Some(info) = output("pdfinfo", &[], &path) {
        for expected in [
            "Tagged:          yes",
            "Title:           Beijing, January 2026",
            "Creator:         Summitry",
            "Fri Jan  9",
        ] {
            assert!(info.contains(expected), "{expected:?} not in\n{info}");
        }
        assert!(info.contains(&format!("Pages:           {}", made.pages)), "{info}");
    }
    if let Some(metadata) = output("pdfinfo", &["-meta"], &path) {
        assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{metadata}");
    }
    if let Some(report) = output("qpdf", &["--check"], &path) {
        assert!(report.contains("No syntax or stream encoding errors"), "{report}");
    }
}

#[test]
fn every_event_stands_in_the_brief_once() {
    let brief = beijing();
    let path = saved("beijing-chronology.pdf", &pdf(&brief, &[]).unwrap().bytes);
    let Some(text) = text(&path) else { return };
    for entry in &brief.chronology {
        assert_eq!(text.matches(&entry.title).count(), 1, "{} in\n{text}", entry.title);
    }
}

#[test]
fn sources_quotes_claims_and_marking_are_printed() {
    let path = saved("beijing-content.pdf", &pdf(&beijing(), &[]).unwrap().bytes);
    let Some(text) = text(&path) else { return };
    for expected in [
        "이 대통령은 베이징 인민대회당에서 시 주석과 회담한다.",
        "高市早苗",
        "Sources differ · Date",
        "6 January 2026 [2]",
        "Two independent reports and the official readout agree",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "Grade B, usually reliable",
        "Cited by entry 2, 3, 6",
        "likely 55–80 %",
        "moderate",
        "T = (k·p + Σ w·d·g) / (k + Σ w·d)",
        "Without a date, and so not on the axis: 8.",
        "Analyst's note",
        "TLP:CLEAR",
        "Page 2 of",
        "−5.1",
        "+6.4°",
    ] {
        assert!(text.contains(expected), "{expected:?} not in\n{text}");
    }
}

#[test]
fn links_lead_to_sources_and_entries() {
    let made = pdf(&beijing(), &[]).unwrap();
    let path = saved("beijing-links.pdf", &made.bytes);
    let Some(json) = output("qpdf", &["--json"], &path) else { return };
    for address in [
        "https://example.org/2026/01/08/south-koreas-president-heads-for-beijing?from=front",
        "https://example.com/tokyo",
        "https://example.org/list",
    ] {
        assert!(json.contains(address), "{address}");
    }
    // Nine quotes and claims with a source, seven numbers under "cited by", and those of contents, judgements and the rest.
    assert!(
        json.matches("\"/Subtype\": \"/Link\"").count() >= 25,
        "{}",
        json.matches("\"/Subtype\": \"/Link\"").count()
    );
    assert!(json.contains("/Outlines") && json.contains("/StructTreeRoot"));
    assert!(!json.contains("/JavaScript") && !json.contains("/Launch"));
}

#[test]
fn same_brief_same_bytes() {
    assert!(pdf(&beijing(), &[]).unwrap().bytes == pdf(&beijing(), &[]).unwrap().bytes);
}

#[test]
fn korean_brief_speaks_korean() {
    let mut brief = beijing();
    brief.language = domain::Language::Korean;
    let path = saved("beijing-ko.pdf", &pdf(&brief, &[]).unwrap().bytes);
    let Some(text) = text(&path) else { return };
    for expected in ["핵심 판단", "일지", "출처마다 다름", "2026년 1월 9일", "2 / "] {
        assert!(text.contains(expected), "{expected:?} not in\n{text}");
    }
}

#[test]
fn parts_can_be_left_out() {
    let mut brief = beijing();
    brief.parts = report::model::Parts {
        chronology: true,
        judgements: false,
        figure: false,
        matrix: false,
        dyads: false,
        notes: false,
        sources: false,
    };
    brief.paper = report::model::Paper::Letter;
    let path = saved("beijing-parts.pdf", &pdf(&brief, &[]).unwrap().bytes);
    let Some(text) = text(&path) else { return };
    assert!(!text.contains("Key judgements") && !text.contains("SHA-256") && text.contains("Chronology"));
    if let Some(info) = output("pdfinfo", &[], &path) {
        assert!(info.contains("612 x 792"), "{info}");
    }
}

#[test]
fn a_brief_that_contradicts_itself_is_refused() {
    let refused = |change: &dyn Fn(&mut report::Brief)| {
        let mut brief = beijing();
        change(&mut brief);
        pdf(&brief, &[]).unwrap_err()
    };
    assert!(matches!(
        refused(&|brief| brief.chronology[1].number = 1),
        ReportError::DuplicateEntry(1)
    ));
    assert!(matches!(
        refused(&|brief| brief.sources[1].number = 1),
        ReportError::DuplicateSource(1)
    ));
    assert!(matches!(
        refused(&|brief| brief.chronology[0].quotes[0].source = 9),
        ReportError::UnknownSource {
            entry: 1,
            source_number: 9
        }
    ));
    assert!(matches!(
        refused(&|brief| brief.figure.as_mut().unwrap().marks[0].lanes[0] = 6),
        ReportError::UnknownLane { lane: 6, .. }
    ));
    assert!(matches!(
        refused(&|brief| brief.dyads[0].tone = f64::NAN),
        ReportError::NotANumber(_)
    ));
    assert!(matches!(
        refused(&|brief| brief.dyads[0].prior_share = 0.0),
        ReportError::DoesNotAddUp(_)
    ));
    assert!(matches!(
        refused(&|brief| brief.dyads[0].ties[0].share = -3.99),
        ReportError::DoesNotAddUp(_)
    ));
}

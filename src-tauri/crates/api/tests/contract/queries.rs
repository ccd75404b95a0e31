use api::wire::{
    CompleteRequest, DateRequest, DescribeRequest, EventsRequest, FacetsRequest, Filter, FrameRequest, LaneKind, LanesRequest, Language,
    ListRequest, SearchRequest,
};
use domain::{Edtf, ItemKind, grade::Reliability, id::ActorId, kind::KindId, status::Status};

use crate::{
    edits::event,
    sample::{CHINA, KOREA, SUMMIT, Sample, item, nothing},
};

fn events(sample: &Sample, filter: Filter, known_on: Option<&str>) -> Vec<String> {
    let request = EventsRequest {
        filter,
        known_on: known_on.map(str::to_owned),
        offset: 0,
        limit: 500,
        language: Language::English,
    };
    let answer = sample.api.events(request).unwrap();
    assert_eq!(answer.total as usize, answer.rows.len());
    answer.rows.into_iter().map(|row| row.title).collect()
}

#[test]
fn events_come_in_order_of_time_and_narrow_by_each_facet() {
    let sample = Sample::open();
    let all = events(&sample, nothing(), None);
    assert_eq!(all.len(), 36);
    assert_eq!(all[0], "Donald Trump begins his second term");
    let narrowed = |change: fn(&mut Filter)| {
        let mut filter = nothing();
        change(&mut filter);
        events(&sample, filter, None).len()
    };
    let counts = [
        narrowed(|filter| filter.kinds = vec![KindId::new("summit").unwrap()]),
        narrowed(|filter| filter.statuses = vec![Status::Announced]),
        narrowed(|filter| filter.actors = [KOREA, CHINA].map(|actor| ActorId(item(actor).id)).to_vec()),
        narrowed(|filter| filter.text = Some("Ascend".to_owned())),
        narrowed(|filter| filter.text = Some("no such word anywhere".to_owned())),
        narrowed(|filter| (filter.from, filter.to) = (Edtf::parse("2025-10").ok(), Edtf::parse("2025-10").ok())),
        narrowed(|filter| filter.grades = Reliability::ALL.to_vec()),
    ];
    assert_eq!(counts[0], 11, "{counts:?}");
    assert_eq!((counts[1], counts[3], counts[4]), (5, 1, 0), "{counts:?}");
    assert!(counts[2] >= 6 && counts[5] >= 8 && counts[6] == 36, "{counts:?}");
}

#[test]
fn facets_tell_what_each_value_would_leave() {
    let sample = Sample::open();
    let filter = Filter {
        kinds: vec![KindId::new("summit").unwrap()],
        ..nothing()
    };
    let facets = sample
        .api
        .facets(FacetsRequest {
            filter,
            known_on: None,
            language: Language::Korean,
        })
        .unwrap();
    assert_eq!(facets.total, 11);
    let summit = facets.kinds.iter().find(|kind| kind.value == "summit").unwrap();
    assert_eq!((summit.count, summit.label.as_str()), (11, "정상회담"));
    assert!(facets.kinds.len() > 5, "other kinds stay to be chosen");
    let korea = facets.actors.iter().find(|actor| actor.value == KOREA).unwrap();
    assert_eq!((korea.label.as_str(), korea.flag.as_deref()), ("한국", Some("kr")));
}

#[test]
fn what_was_known_on_a_past_day_is_listed_with_the_words_of_then() {
    let sample = Sample::open();
    sample.apply(api::wire::Edit::Remove { items: vec![item(SUMMIT)] }).unwrap();
    // The sample was recorded at nine, the change is of noon the same day.
    assert_eq!(events(&sample, nothing(), Some("2026-01-08")).len(), 35);
    assert_eq!(events(&sample, nothing(), Some("2026-01-07")), Vec::<String>::new());
}

#[test]
fn names_are_completed_also_by_what_is_shipped() {
    let sample = Sample::open();
    let complete = |prefix: &str| {
        let request = CompleteRequest {
            prefix: prefix.to_owned(),
            kinds: vec![ItemKind::Actor],
            reference: true,
            people_as_of: None,
            limit: 8,
            language: Language::English,
        };
        sample.api.complete(request).unwrap().items
    };
    let own = complete("이재명");
    assert_eq!((own[0].title.as_str(), own[0].shipped), ("Lee Jae Myung", false));
    let shipped = complete("마크롱");
    assert!(
        shipped
            .iter()
            .any(|item| item.shipped && item.reference == "person:emmanuel-macron"),
        "{shipped:?}"
    );
    assert!(complete("에마뉘엘").iter().all(|item| item.kind == "person"));
}

#[test]
fn people_come_first_with_the_office_of_the_day() {
    let sample = Sample::open();
    let complete = |prefix: &str, day: &str, language: Language| {
        let request = CompleteRequest {
            prefix: prefix.to_owned(),
            kinds: vec![ItemKind::Actor],
            reference: true,
            people_as_of: Some(day.to_owned()),
            limit: 20,
            language,
        };
        let items = sample.api.complete(request).unwrap().items;
        items.into_iter().map(|item| (item.title, item.detail)).collect::<Vec<_>>()
    };
    let said = |title: &str, detail: &str| (title.to_owned(), Some(detail.to_owned()));
    let [english, korean] = [Language::English, Language::Korean];
    assert_eq!(
        complete("Lee Jae", "2026-01-08", english)[0],
        said("Lee Jae Myung", "President of South Korea")
    );
    assert_eq!(complete("이재명", "2026-01-08", korean)[0], said("이재명", "한국 대통령"));
    assert_eq!(
        complete("Lee Jae", "2020-01-08", english)[0],
        said("Lee Jae Myung", "South Korea"),
        "he held no office then"
    );
    assert_eq!(
        complete("Emmanuel Mac", "2026-01-08", english)[0],
        said("Emmanuel Macron", "President of France")
    );
    assert_eq!(
        complete("Emmanuel Mac", "2026-02-01", english)[0],
        said("Emmanuel Macron", "President of France (as of 31 January 2026)"),
        "the shipped tables end before that day"
    );
    assert_eq!(
        complete("이재명", "2026-02-01", korean)[0],
        said("이재명", "한국 대통령(2026년 1월 31일 기준)"),
        "the dossier has it from the tables"
    );
    let before_a_letter = complete("", "2026-01-08", english);
    let place = |name: &str| before_a_letter.iter().position(|(title, _)| title == name);
    assert!(place("Xi Jinping").unwrap() < place("China").unwrap(), "{before_a_letter:?}");
    let ko = complete("ko", "2026-01-08", english);
    let first: Vec<&str> = ko.iter().take(2).map(|(title, _)| title.as_str()).collect();
    assert_eq!(
        first,
        ["North Korea", "South Korea"],
        "the many who are shipped come after the dossier's own"
    );
}

#[test]
fn words_are_found_with_the_place_they_stand_at() {
    let sample = Sample::open();
    let search = |words: &str| {
        sample
            .api
            .search(SearchRequest {
                words: words.to_owned(),
                limit: 20,
                known_on: None,
                language: Language::English,
            })
            .unwrap()
            .hits
    };
    let hits = search("Ascend");
    assert!(
        hits.iter()
            .any(|hit| hit.kind == ItemKind::Event && hit.item.title.contains("Ascend 950"))
    );
    for hit in &hits {
        let units: Vec<u16> = hit.snippet.encode_utf16().collect();
        for &(from, to) in &hit.marks {
            let marked = String::from_utf16(&units[from as usize..to as usize]).unwrap();
            assert!(marked.to_lowercase().starts_with("ascend"), "{marked}");
        }
    }
    assert!(!search("정상").is_empty());
    assert_eq!(search("\"' OR * zzqx NEAR("), []);
}

#[test]
fn dates_are_resolved_before_they_are_kept() {
    let sample = Sample::open();
    let resolve = |text: &str| {
        sample.api.resolve_date(DateRequest {
            text: text.to_owned(),
            language: Language::English,
        })
    };
    for (text, edtf) in [
        ("5 January 2026", "2026-01-05"),
        ("2026-01", "2026-01"),
        ("5–7 Jan 2026", "2026-01-05/2026-01-07"),
    ] {
        assert_eq!(resolve(text).unwrap().edtf, edtf, "{text}");
    }
    let refused = resolve("whenever").unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("text"));
    assert!(refused.hint.unwrap().starts_with("write for example"));
}

#[test]
fn lists_are_paged_and_sorted() {
    let sample = Sample::open();
    for (kind, count) in [
        (ItemKind::Source, 5),
        (ItemKind::Actor, 16),
        (ItemKind::Place, 11),
        (ItemKind::Topic, 27),
        (ItemKind::Note, 2),
        (ItemKind::Tie, 9),
        (ItemKind::Office, 12),
    ] {
        let list = |offset, limit| {
            sample
                .api
                .list(ListRequest {
                    kind,
                    offset,
                    limit,
                    known_on: None,
                    language: Language::English,
                })
                .unwrap()
        };
        let all = list(0, 100);
        assert_eq!((all.total, all.rows.len()), (count, count as usize), "{kind}");
        let mut dates: Vec<_> = all.rows.iter().map(|row| row.date.clone()).collect();
        dates.reverse();
        assert!(dates.is_sorted(), "{kind}: {dates:?}");
        assert_eq!(list(1, 1).rows, all.rows[1..2], "{kind}");
    }
    let sources = sample
        .api
        .list(ListRequest {
            kind: ItemKind::Source,
            offset: 0,
            limit: 9,
            known_on: None,
            language: Language::English,
        })
        .unwrap();
    assert_eq!(sources.rows.iter().map(|row| row.count).sum::<u32>(), 53);
}

#[test]
fn a_new_event_stands_in_lanes_frames_and_descriptions() {
    let sample = Sample::open();
    let lanes = |by| {
        sample
            .api
            .lanes(LanesRequest {
                known_on: None,
                by,
                filter: nothing(),
                language: Language::English,
            })
            .unwrap()
            .lanes
    };
    let korea = |lanes: &[api::wire::LaneView]| lanes.iter().find(|lane| lane.code.as_deref() == Some("KOR")).unwrap().clone();
    let before = korea(&lanes(LaneKind::Countries));
    let created = sample.add(event("One more summit"));
    let after = korea(&lanes(LaneKind::Countries));
    assert_eq!((after.key, after.count), (before.key, before.count + 1));
    let id = created.strip_prefix("event:").unwrap().to_owned();
    let frame = FrameRequest {
        known_on: None,
        by: LaneKind::Countries,
        lanes: vec![after.key],
        filter: nothing(),
        start: 1_770_000_000.0,
        end: 1_772_000_000.0,
        width_px: 1_200,
        depth: 4,
        chosen: None,
    };
    let bytes = sample.api.frame(frame.clone()).unwrap();
    let uuid: uuid::Uuid = id.parse().unwrap();
    assert!(
        bytes.windows(16).any(|window| window == uuid.as_bytes()),
        "the event is in the frame"
    );
    let refused = sample.api.frame(FrameRequest { end: 0.0, ..frame }).unwrap_err();
    assert!(refused.message.contains("start before it ends"), "{refused}");
    let described = sample
        .api
        .describe(DescribeRequest {
            ids: vec![id],
            known_on: None,
            language: Language::English,
        })
        .unwrap()
        .marks;
    assert_eq!(described[0].title, "One more summit");
}

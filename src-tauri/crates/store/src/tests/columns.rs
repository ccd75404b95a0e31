use domain::{Edtf, Item};

use super::build::{Dossier, actor, event, one_of_each, uuid};
use crate::Read as _;

#[test]
fn the_range_spans_all_events_and_passes_over_open_ends() {
    let dated = |number, edtf: &str| {
        let Item::Event(mut event) = event(number, "Talks", &[]) else {
            panic!()
        };
        event.when = Some(domain::event::When::on(Edtf::parse(edtf).unwrap()));
        Item::Event(event)
    };
    assert_eq!(Dossier::new().store.range().unwrap(), (None, None));
    let dossier = Dossier::with(&[dated(1, "2024-05"), dated(2, "../2023"), dated(3, "2025-02-03/..")]);
    let (first, last) = dossier.store.range().unwrap();
    assert_eq!(
        (first.unwrap().iso_date(), last.unwrap().iso_date()),
        ("2023-01-01".to_owned(), "2025-02-03".to_owned())
    );
}

#[test]
fn related_items_are_found() {
    let dossier = Dossier::with(&one_of_each());
    let store = &dossier.store;
    let of = |kind, number| domain::ItemRef::new(kind, uuid(number));
    use domain::{ItemKind as K, id::*};
    assert_eq!(store.citations_of(of(K::Event, 12)).unwrap().len(), 1);
    assert_eq!(store.citations_in(SourceId(uuid(11))).unwrap().len(), 1);
    assert_eq!(store.claims_of(of(K::Event, 12)).unwrap().len(), 2 + 1);
    assert_eq!(store.links_of(EventId(uuid(12))).unwrap().len(), 1);
    for about in [of(K::Event, 12), of(K::Event, 13), of(K::Actor, 2), of(K::Tie, 14)] {
        assert_eq!(store.notes_about(about).unwrap().len(), 1, "{about}");
    }
    assert_eq!(store.ties_of(ActorId(uuid(2))).unwrap().len(), 1);
    assert_eq!(store.ties_caused_by(EventId(uuid(12))).unwrap().len(), 1);
    assert_eq!(
        store.tenures_of(of(K::Actor, 4)).unwrap(),
        store.tenures_of(of(K::Office, 5)).unwrap()
    );
    assert_eq!(store.assessments_of(ActorId(uuid(2)), ActorId(uuid(1))).unwrap().len(), 1);
}

#[test]
fn referrers_are_the_reverse_of_references() {
    let items = one_of_each();
    let dossier = Dossier::with(&items);
    for target in items.iter().map(Item::item_ref) {
        let mut wanted: Vec<_> = items
            .iter()
            .filter(|item| item.references().contains(&target))
            .map(Item::item_ref)
            .collect();
        wanted.sort_unstable();
        assert_eq!(dossier.store.referrers(target).unwrap(), wanted, "{target}");
    }
    assert_eq!(
        Dossier::with(&[actor(1, "China")])
            .store
            .referrers(actor(1, "x").item_ref())
            .unwrap(),
        []
    );
}

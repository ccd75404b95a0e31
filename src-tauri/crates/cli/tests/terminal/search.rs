use crate::desk::Desk;

#[test]
fn words_are_found_in_any_script() {
    let desk = Desk::with_sample();
    for (words, noun, title) in [
        ("정상회담", "source", "한중 정상, 베이징에서 만난다"),
        ("이재명", "actor", "Lee Jae Myung"),
        ("회담", "source", "한중 정상, 베이징에서 만난다"),
        ("高市", "actor", "Sanae Takaichi"),
        ("习近平", "actor", "Xi Jinping"),
        ("Ascend", "event", "Huawei launches Ascend 950 AI chips in South Korea"),
        ("practical diplomacy", "event", "Lee government sets out its “practical diplomacy”"),
    ] {
        let found = desk.json(["search", "a.dossier", words]);
        let hits = found["hits"].as_array().unwrap();
        assert!(
            hits.iter().any(|hit| hit["type"] == noun && hit["title"] == title),
            "{words}: {hits:?}"
        );
    }
    assert!(desk.text(["search", "a.dossier", "존재하지않는말"]).contains("Nothing holds"));
}

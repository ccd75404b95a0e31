use domain::Language;

use crate::Words;

/// What stands in the names that English speaks of with an article.
const WITH_ARTICLE: [&str; 22] = [
    "United",
    "Union",
    "Republic",
    "Islands",
    "Organization",
    "Organisation",
    "Association",
    "Agency",
    "Fund",
    "Bank",
    "Council",
    "Commission",
    "Parliament",
    "League",
    "Netherlands",
    "Philippines",
    "Bahamas",
    "Gambia",
    "Maldives",
    "Comoros",
    "DR",
    "UN",
];

impl Words {
    /// "President of South Korea", "acting Premier of the Netherlands"; a post that is an acting one by its name says so once.
    pub fn office(&self, language: Language, post: &str, body: &str, acting: bool) -> String {
        let definite = language == Language::English && body.split_whitespace().any(|word| WITH_ARTICLE.contains(&word));
        let body = if definite { format!("the {body}") } else { body.to_owned() };
        let office = self.with("office_of", &[("post", post), ("body", &body)]);
        let mark = self.text("office_acting_mark");
        if acting && !post.split_whitespace().any(|word| word.to_lowercase() == mark) {
            self.with("office_acting", &[("office", &office)])
        } else {
            office
        }
    }
}

use crate::Words;

impl Words {
    /// What an operation of the journal does, by its name and subject: `add event “Summit in Beijing”`, `accept 3 drafts`.
    pub fn operation(&self, name: &str, subject: &str) -> String {
        let key = format!("operation_{}", name.replace('-', "_"));
        let text = self.text(&key);
        if text.contains("{count}") {
            return self.with(&key, &[("count", subject)]);
        }
        let operation = match name.split_once('-') {
            _ if text != key => text.to_owned(),
            Some((verb @ ("add" | "change" | "remove"), noun)) => {
                let noun = format!("noun_{}", noun.replace('-', "_"));
                self.with(&format!("operation_{verb}"), &[("noun", self.text(&noun))])
            }
            _ => self.text("operation_other").to_owned(),
        };
        if subject.is_empty() {
            return operation;
        }
        self.with("operation_subject", &[("operation", &operation), ("subject", subject)])
    }
}

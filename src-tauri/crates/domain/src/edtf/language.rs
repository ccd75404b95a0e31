words! {
    /// A language the product speaks: dates, labels and words of its own are in it.
    #[derive(Default)]
    pub enum Language ("language": "a language of the product") {
        #[default]
        English = "en",
        Korean = "ko",
    }
}

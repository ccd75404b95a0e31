//! The bundled fonts, parsed once, and those of the caller.

use std::sync::LazyLock;

use typst::{
    foundations::Bytes,
    layout::Abs,
    text::{Font, FontBook, FontInstance, FontVariant, FontVariations},
    utils::LazyHash,
};

macro_rules! bundled {
    ($($name:literal),* $(,)?) => {
        [$(include_bytes!(concat!("../../../../data/fonts/", $name)).as_slice()),*]
    };
}

static BUNDLED: LazyLock<Vec<Font>> = LazyLock::new(|| {
    bundled![
        "SourceSerif4-Regular.otf",
        "SourceSerif4-It.otf",
        "SourceSerif4-Semibold.otf",
        "SourceSans3-Regular.otf",
        "SourceSans3-Semibold.otf",
        "NotoSansCJKkr-Regular.otf",
        "NotoSansCJKkr-Bold.otf",
    ]
    .into_iter()
    .flat_map(|bytes| Font::iter(Bytes::new(bytes)))
    .collect()
});

/// The sans the braid's labels are set in, for measuring; the bundle's order decides.
const LABEL_FONTS: [usize; 2] = [3, 5];

/// All fonts a brief may use, and what they cover.
pub struct Fonts {
    fonts: Vec<Font>,
    labels: Vec<FontInstance>,
    pub book: LazyHash<FontBook>,
}

impl Fonts {
    /// The bundled fonts first, then what can be read of `extra`.
    pub fn new(extra: &[Vec<u8>]) -> Self {
        let mut fonts = BUNDLED.clone();
        fonts.extend(extra.iter().flat_map(|bytes| Font::iter(Bytes::new(bytes.clone()))));
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        let labels = LABEL_FONTS.iter().filter_map(|index| fonts.get(*index)).map(instance).collect();
        Self { fonts, labels, book }
    }

    pub fn get(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// Whether any font has a glyph for the character.
    pub fn covers(&self, character: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(character.into()))
    }

    /// Width of a text in the sans of labels, in ems. Kerning is left out: the estimate errs on the wide side.
    pub fn label_width_em(&self, text: &str) -> f64 {
        text.chars().map(|character| self.advance_em(character)).sum()
    }

    fn advance_em(&self, character: char) -> f64 {
        let measured = self.labels.iter().find_map(|font| {
            let glyph = font.ttf().glyph_index(character)?;
            font.x_advance(glyph.0).map(|advance| advance.get())
        });
        measured.unwrap_or(1.0)
    }
}

fn instance(font: &Font) -> FontInstance {
    font.clone()
        .instantiate(FontVariant::default(), Abs::pt(10.0), &FontVariations::default())
}

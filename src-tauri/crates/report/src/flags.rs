//! The bundled flags by ISO 3166-1 alpha-3 code.

use std::{collections::HashMap, sync::LazyLock};

static FLAGS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    include_str!("../../../../data/flags/flags.tsv")
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .collect()
});

/// The flag as SVG text, 4:3; `None` for dissolved states, blocs and whatever else has no bundled flag.
pub fn svg(code: &str) -> Option<&'static str> {
    FLAGS.get(code).copied()
}

#[cfg(test)]
mod tests {
    use typst::{foundations::Bytes, visualize::SvgImage};

    use super::*;

    #[test]
    fn every_flag_can_be_read() {
        assert!(FLAGS.len() > 240);
        for (code, svg) in FLAGS.iter() {
            assert!(code.len() == 3 && SvgImage::new(Bytes::new(svg.as_bytes())).is_ok(), "{code}");
        }
    }
}

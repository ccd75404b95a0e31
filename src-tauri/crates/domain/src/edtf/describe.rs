use super::Language;
use super::shape::Shape;

pub(super) fn describe(shape: &Shape, language: Language) -> String {
    format!("{shape:?} {}", language.code())
}

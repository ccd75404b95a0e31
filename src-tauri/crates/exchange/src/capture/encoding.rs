//! Bytes of text in any common encoding → text.

use super::CaptureError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8};
use std::borrow::Cow;

/// How many bytes the guess of an encoding looks at.
const LOOKED_AT: usize = 1 << 20;
/// How far into a page its encoding may be declared, in bytes (WHATWG HTML, prescan).
const DECLARED_WITHIN: usize = 1024;

/// The text by its byte order mark, as UTF-8, or as a guess from its bytes.
pub fn of_text(bytes: &[u8]) -> Result<Cow<'_, str>, CaptureError> {
    decode(bytes, None)
}

/// The text by its byte order mark, as UTF-8, as the page declares, or as a guess.
pub fn of_html(bytes: &[u8]) -> Result<Cow<'_, str>, CaptureError> {
    decode(bytes, declared(bytes))
}

fn decode<'a>(bytes: &'a [u8], declared: Option<&'static Encoding>) -> Result<Cow<'a, str>, CaptureError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return readable(encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0);
    }
    if bytes.contains(&0) {
        return Err(CaptureError::NotText);
    }
    // Text that is valid UTF-8 is UTF-8, whatever it declares.
    if let Ok(text) = std::str::from_utf8(bytes) {
        return readable(Cow::Borrowed(text));
    }
    readable(told(bytes, declared).decode_without_bom_handling(bytes).0)
}

/// The encoding of bytes without a mark: UTF-8 where they are, but for a few; else as declared, or as a guess.
pub(crate) fn told(bytes: &[u8], declared: Option<&'static Encoding>) -> &'static Encoding {
    if is_nearly_utf_8(bytes) {
        return UTF_8;
    }
    declared.filter(|encoding| *encoding != UTF_8).unwrap_or_else(|| guess(bytes))
}

/// Whether only a few bytes keep it from being UTF-8, as in a file that was cut.
fn is_nearly_utf_8(bytes: &[u8]) -> bool {
    let (mut letters, mut errors) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        errors += usize::from(!chunk.invalid().is_empty());
    }
    letters > 10 * errors
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let start = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(start, start.len() == bytes.len());
    let guess = detector.guess(None, Utf8Detection::Allow);
    // The detector does not know the encoding of the old Macintosh.
    if guess.is_single_byte() && is_macintosh(start) {
        MACINTOSH
    } else {
        guess
    }
}

/// Whether the high bytes are mostly the quotes, dashes and no-break space of MacRoman: where other Latin encodings have them, they are capital
/// letters with accents, which do not stand inside words and after spaces before small letters.
fn is_macintosh(bytes: &[u8]) -> bool {
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b' ' | b',' | b'.');
    let marks = bytes
        .windows(3)
        .filter(
            |three| matches!(three, [before, 0xca | 0xd0..=0xd5, after] if plain(*before) && (plain(*after) || after.is_ascii_uppercase())),
        )
        .count();
    marks * 3 > high
}

/// Refuses what is mostly signs that no text has.
fn readable(text: Cow<'_, str>) -> Result<Cow<'_, str>, CaptureError> {
    let start = || text.chars().take(LOOKED_AT);
    let strange = start().filter(|&letter| is_strange(letter)).count();
    let all = start().count();
    if strange * 20 > all { Err(CaptureError::NotText) } else { Ok(text) }
}

fn is_strange(letter: char) -> bool {
    letter == char::REPLACEMENT_CHARACTER || (letter.is_control() && !letter.is_whitespace())
}

/// The encoding named after `charset=` near the start.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..DECLARED_WITHIN).unwrap_or(bytes).to_ascii_lowercase();
    let start = String::from_utf8_lossy(&start);
    let (_, rest) = start.split_once("charset=")?;
    let label = rest.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(['"', '\'', ' ', ';', '>', '/']).unwrap_or(label.len());
    Encoding::for_label(label.get(..end)?.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(encoding: &'static Encoding, text: &str) {
        let (bytes, _, _) = encoding.encode(text);
        assert_eq!(of_text(&bytes).unwrap(), text, "{}", encoding.name());
    }

    const KOREAN: &str = "이재명 대통령은 8일 베이징에서 시진핑 국가주석과 정상회담을 가졌다. 양국은 협력을 강화하기로 했다.";

    #[test]
    fn encodings_are_guessed() {
        check(UTF_8, KOREAN);
        check(encoding_rs::EUC_KR, KOREAN);
        check(encoding_rs::SHIFT_JIS, "日本と韓国は首脳会談を行い、シャトル外交の継続で一致した。");
        check(
            encoding_rs::GB18030,
            "中国国家主席习近平在北京会见韩国总统李在明，双方同意加强合作。",
        );
        check(
            encoding_rs::WINDOWS_1252,
            "Le président a déclaré que l’été dernier « tout a changé » à Genève.",
        );
        // As Excel for the Mac wrote it: the apostrophe and the dash are 0xD5 and 0xD0.
        let old_mac = b"The country\xd5s launch was on May 2\xd03; the ministry\xd5s answer was \xd2no\xd3.";
        assert_eq!(
            of_text(old_mac).unwrap(),
            "The country’s launch was on May 2–3; the ministry’s answer was “no”."
        );
    }

    #[test]
    fn byte_order_marks_decide() {
        let wide: Vec<u8> = "\u{feff}서울".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(of_text(&wide).unwrap(), "서울");
        assert_eq!(of_text("\u{feff}서울".as_bytes()).unwrap(), "서울");
    }

    #[test]
    fn a_cut_letter_is_lost_alone() {
        let bytes = KOREAN.as_bytes();
        let cut = of_text(&bytes[..bytes.len() - 2]).unwrap();
        assert!(cut.starts_with("이재명 대통령은"), "{cut}");
    }

    #[test]
    fn pages_may_declare_an_encoding() {
        let (bytes, _, _) = encoding_rs::EUC_KR.encode("<meta charset=\"euc-kr\"><p>한일</p>");
        assert!(of_html(&bytes).unwrap().contains("한일"));
        assert!(of_html("<meta charset=euc-kr><p>한일</p>".as_bytes()).unwrap().contains("한일"));
    }

    #[test]
    fn bytes_that_are_not_text_are_refused() {
        assert_eq!(of_text(b"\x7fELF\x02\x00\x01"), Err(CaptureError::NotText));
        assert_eq!(of_text(&[1, 2, 3, 4, 5, 6, 14, 15, b'a']), Err(CaptureError::NotText));
    }
}

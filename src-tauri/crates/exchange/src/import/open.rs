//! From the bytes of a file to what is in them: unpacked, and as text in UTF-8 whatever its encoding.

use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;
use flate2::read::MultiGzDecoder;
use std::io::{self, BufReader, Cursor, Read};

use super::{ImportError, workbook};
use crate::capture::encoding;

/// A file, begun anew at each call.
pub type Open<'a> = &'a dyn Fn() -> io::Result<Box<dyn Read>>;

/// The largest file that is read as a whole, in bytes: workbooks, archives, and texts that are not tables.
const LARGEST: u64 = 256 << 20;
/// What is looked at to tell an encoding and a format, in bytes.
const START: u64 = 1 << 20;

/// What a file holds.
pub(super) enum Content {
    /// Text, from its start.
    Text,
    Workbook(Vec<u8>),
    /// The JSON of an Aeon Timeline 2 file.
    Aeon(String),
}

/// What is in the file, gzip and ZIP unpacked.
pub(super) fn content(open: Open<'_>) -> Result<Content, ImportError> {
    let mut start = [0; 8];
    let mut file = plain(open)?;
    let length = fill(&mut file, &mut start)?;
    let start = start.get(..length).unwrap_or_default();
    if !workbook::is(start) {
        return Ok(Content::Text);
    }
    let bytes = whole(&mut start.chain(file))?;
    if !bytes.starts_with(b"PK") {
        return Ok(Content::Workbook(bytes));
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).map_err(malformed)?;
    if let Ok(inside) = archive.by_name("timeline.json") {
        return Ok(Content::Aeon(text_of(&whole(&mut inside.take(LARGEST + 1))?)));
    }
    let is_workbook = ["xl/workbook.xml", "content.xml", "xl/workbook.bin"]
        .iter()
        .any(|name| archive.index_for_name(name).is_some());
    if is_workbook {
        Ok(Content::Workbook(bytes))
    } else {
        Ok(Content::Text)
    }
}

/// The text of the file in UTF-8, from its start.
pub(super) fn text(open: Open<'_>) -> Result<BufReader<Box<dyn Read>>, ImportError> {
    let mut start = Vec::new();
    unpacked(open)?.take(START).read_to_end(&mut start)?;
    let encoding = encoding_of(&start);
    let file = unpacked(open)?;
    let decoded: Box<dyn Read> = if encoding == UTF_8 && Encoding::for_bom(&start).is_none() {
        file
    } else {
        Box::new(
            DecodeReaderBytesBuilder::new()
                .encoding(Some(encoding))
                .bom_override(true)
                .build(file),
        )
    };
    Ok(BufReader::with_capacity(1 << 16, decoded))
}

/// All of a text that is not a table.
pub(super) fn whole_text(open: Open<'_>) -> Result<String, ImportError> {
    Ok(text_of(&whole(&mut text(open)?)?))
}

/// The first characters of the text.
pub(super) fn start(open: Open<'_>) -> Result<String, ImportError> {
    let mut bytes = Vec::new();
    text(open)?.take(START / 4).read_to_end(&mut bytes)?;
    Ok(text_of(&bytes))
}

fn encoding_of(start: &[u8]) -> &'static Encoding {
    match Encoding::for_bom(start) {
        Some((encoding, _)) => encoding,
        None => encoding::told(start, None),
    }
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').to_owned()
}

/// The file, gzip unpacked.
fn plain(open: Open<'_>) -> Result<Box<dyn Read>, ImportError> {
    let mut mark = [0; 2];
    let length = fill(&mut open()?, &mut mark)?;
    let file = open()?;
    if length == 2 && mark == [0x1f, 0x8b] {
        Ok(Box::new(MultiGzDecoder::new(BufReader::new(file))))
    } else {
        Ok(file)
    }
}

/// The file, gzip and a ZIP archive with one file in it unpacked.
fn unpacked(open: Open<'_>) -> Result<Box<dyn Read>, ImportError> {
    let mut mark = [0; 4];
    let length = fill(&mut plain(open)?, &mut mark)?;
    let mut file = plain(open)?;
    if length < 4 || mark != *b"PK\x03\x04" {
        return Ok(file);
    }
    let bytes = whole(&mut file)?;
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(malformed)?;
    let files: Vec<usize> = (0..archive.len())
        .filter(|&at| {
            archive
                .by_index(at)
                .is_ok_and(|file| file.is_file() && !file.name().is_ok_and(|name| name.starts_with("__MACOSX/")))
        })
        .collect();
    let [only] = files.as_slice() else {
        return Err(ImportError::SeveralFiles(files.len()));
    };
    let inside = archive.by_index(*only).map_err(malformed)?;
    Ok(Box::new(Cursor::new(whole(&mut inside.take(LARGEST + 1))?)))
}

fn whole(file: &mut dyn Read) -> Result<Vec<u8>, ImportError> {
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(ImportError::TooLarge(LARGEST >> 20));
    }
    Ok(bytes)
}

/// Fills as much of a buffer as there is.
fn fill(file: &mut dyn Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read(rest)? {
            0 => break,
            read => filled += read,
        }
    }
    Ok(filled)
}

fn malformed(error: zip::result::ZipError) -> ImportError {
    ImportError::Malformed(error.to_string())
}

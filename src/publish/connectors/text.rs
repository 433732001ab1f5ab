//! Bytes of a source as text: UTF-8 with or without a byte order mark, UTF-16 with one, else Latin-1 as Windows writes
//! it.

use super::super::error::PublishError;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// The text of a file.
///
/// # Errors
/// When the bytes are neither, or the file is a web page.
pub(super) fn decoded(bytes: &[u8], file: &str) -> Result<String, PublishError> {
    if let Some(packing) = packing(bytes) {
        return Err(PublishError::bad(format!(
            "{file} is packed ({packing}); unpack it or save it as text."
        )));
    }
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => strictly(encoding, &bytes[mark..], file)?,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(error) => latin_1(bytes, error.valid_up_to(), file)?,
        },
    };
    if let Some(at) = text.find('\0') {
        let line = line_of(&text, at);
        return Err(PublishError::bad(format!(
            "{file}, line {line}: found a null byte; the file is not a text table."
        )));
    }
    let start = text.trim_start();
    if start.starts_with('<') {
        let found: String = start.chars().take(30).collect();
        return Err(PublishError::bad(format!(
            "{file} looks like a web page, not like a table: it begins with “{}”. The address it was fetched from \
             may have answered with an error page.",
            found.lines().next().unwrap_or_default()
        )));
    }
    Ok(text)
}

/// The form of a packed file, told by its first bytes.
fn packing(bytes: &[u8]) -> Option<&'static str> {
    let forms: [(&[u8], &str); 3] =
        [(b"PK\x03\x04", "ZIP, as XLSX is"), (b"\x1f\x8b", "gzip"), (b"\x28\xb5\x2f\xfd", "zstd")];
    forms.into_iter().find(|(beginning, _)| bytes.starts_with(beginning)).map(|(_, form)| form)
}

fn strictly(encoding: &'static Encoding, bytes: &[u8], file: &str) -> Result<String, PublishError> {
    let decoded = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    decoded.map(std::borrow::Cow::into_owned).ok_or_else(|| {
        PublishError::bad(format!(
            "{file} says with its first bytes that it is {}, but is not.",
            encoding.name()
        ))
    })
}

/// Text of a single-byte encoding. A file that is UTF-8 but for a damaged spot would decode too, into “Ã¥” for “å”;
/// it is refused.
fn latin_1(bytes: &[u8], first_fault: usize, file: &str) -> Result<String, PublishError> {
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let torn = ["Ã¥", "Ã¤", "Ã¶", "Ã…", "Ã„", "Ã–"].into_iter().find(|pair| text.contains(pair));
    if torn.is_some() || text.contains(|sign: char| ('\u{80}'..'\u{a0}').contains(&sign)) {
        let line = bytes[..first_fault].iter().filter(|byte| **byte == b'\n').count() + 1;
        return Err(PublishError::bad(format!(
            "{file}, line {line}: byte {first_fault} fits neither {} nor Latin-1, the encodings that are read; the \
             file may be cut off or pasted together from two.",
            UTF_8.name()
        )));
    }
    Ok(text.into_owned())
}

/// The line, from 1, of a position in a text.
fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

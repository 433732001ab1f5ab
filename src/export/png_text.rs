//! Words inside a PNG (ISO/IEC 15948, chunk `iTXt`), so that a picture that has lost its page still says where it is from.

use super::Credit;
use super::crc::crc32;

/// The picture with words under the keywords that the standard knows, after its header. Bytes that are no PNG are given
/// back as they are.
pub fn with_credit(png: &[u8], credit: &Credit) -> Vec<u8> {
    const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
    // The header chunk: length, name, 13 bytes, checksum.
    const HEADER: usize = 8 + 4 + 4 + 13 + 4;
    if !png.starts_with(SIGNATURE) || png.len() < HEADER {
        return png.to_vec();
    }
    let mut with = png[..HEADER].to_vec();
    let comment = credit.sentences().join("\n");
    for (keyword, text) in [
        ("Title", credit.title.as_str()),
        ("Description", credit.description.as_str()),
        ("Source", credit.address.as_str()),
        ("Edition", credit.edition.as_str()),
        ("Copyright", credit.licence.as_str()),
        ("Comment", comment.as_str()),
    ] {
        if !text.is_empty() {
            push_chunk(&mut with, keyword, text);
        }
    }
    with.extend_from_slice(&png[HEADER..]);
    with
}

/// The text under a keyword of a PNG, if it has one.
pub fn text_of(png: &[u8], keyword: &str) -> Option<String> {
    let mut at = 8;
    loop {
        let length = u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?);
        let length = usize::try_from(length).ok()?;
        let (name, data) = (png.get(at + 4..at + 8)?, png.get(at + 8..(at + 8).checked_add(length)?)?);
        if name == b"iTXt" {
            let text = data.strip_prefix(keyword.as_bytes()).and_then(|rest| rest.strip_prefix(&[0; 5]));
            if let Some(text) = text {
                return String::from_utf8(text.to_vec()).ok();
            }
        }
        at += length + 12;
    }
}

fn push_chunk(png: &mut Vec<u8>, keyword: &str, text: &str) {
    let mut chunk = b"iTXt".to_vec();
    chunk.extend_from_slice(keyword.as_bytes());
    // The keyword's end, not compressed, no language, no translated keyword.
    chunk.extend_from_slice(&[0; 5]);
    chunk.extend_from_slice(text.as_bytes());
    let length = u32::try_from(chunk.len() - 4).unwrap_or(u32::MAX);
    png.extend_from_slice(&length.to_be_bytes());
    png.extend_from_slice(&chunk);
    png.extend_from_slice(&crc32(&chunk).to_be_bytes());
}

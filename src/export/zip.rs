//! A ZIP archive whose entries are stored as they are (PKWARE APPNOTE 6.3.3, no compression): all that a workbook needs.

use super::crc::crc32;

/// The archive of some named files, in their order. Their time is the first that the format knows, so that the same
/// content gives the same bytes. Archives of 4 GiB are not made: a table is never so large.
pub(super) fn zip(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in files {
        let offset = size(archive.len());
        let about = about(name, content);
        archive.extend_from_slice(b"PK\x03\x04");
        archive.extend_from_slice(&about);
        archive.extend_from_slice(name.as_bytes());
        archive.extend_from_slice(content);
        directory.extend_from_slice(b"PK\x01\x02");
        // Made by version 2.0, which is also what reading needs.
        directory.extend_from_slice(&20_u16.to_le_bytes());
        directory.extend_from_slice(&about);
        // No comment, first disk, no attributes: 2 + 2 + 2 + 4 bytes.
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&offset.to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
    }
    let (start, n) = (size(archive.len()), short(files.len()));
    let length = size(directory.len());
    archive.extend_from_slice(&directory);
    archive.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    archive.extend_from_slice(&n.to_le_bytes());
    archive.extend_from_slice(&n.to_le_bytes());
    archive.extend_from_slice(&length.to_le_bytes());
    archive.extend_from_slice(&start.to_le_bytes());
    archive.extend_from_slice(&[0; 2]);
    archive
}

/// What stands of a file both before it and in the directory.
fn about(name: &str, content: &[u8]) -> Vec<u8> {
    let mut about = Vec::with_capacity(26);
    about.extend_from_slice(&20_u16.to_le_bytes());
    // Names are UTF-8; stored; midnight; 1 January 1980.
    for number in [0x0800_u16, 0, 0, 0x0021] {
        about.extend_from_slice(&number.to_le_bytes());
    }
    about.extend_from_slice(&crc32(content).to_le_bytes());
    about.extend_from_slice(&size(content.len()).to_le_bytes());
    about.extend_from_slice(&size(content.len()).to_le_bytes());
    about.extend_from_slice(&short(name.len()).to_le_bytes());
    about.extend_from_slice(&[0; 2]);
    about
}

fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn short(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}

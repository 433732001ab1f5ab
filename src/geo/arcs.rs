//! The packed file of borders, `*.arcs`: flat columns behind a header with a version.
//!
//! ```text
//! magic      8 bytes  "lgb-arcs"
//! version    u32      1            all numbers little-endian
//! checksum   u32      FNV-1a of everything after it
//! n_areas, n_arcs, n_points   u32 each
//! origin     2 × f64  metres, SWEREF 99 TM
//! step       f64      metres
//! codes      u64      fingerprint of the list of areas
//! columns    one after another, each a run of variable-length numbers (7 bits a byte, low bits first):
//!   lengths  points of each arc, less 2
//!   left     area + 1 or 0 for outside, as difference from the arc before (zigzag)
//!   right    likewise
//!   start x, start y   of each arc, as difference from the last point of the arc before (zigzag)
//!   dx, dy   of the other points, as difference from the point before (zigzag)
//! ```
//! Arcs stand in the order in which one meets them walking round area 0, then area 1 and so on, turned so that
//! the area being walked round is on the left. Then most arcs start where the one before ended and most `left`
//! are those of the arc before: columns of zeros, which any compressor makes small.

use super::grid::Grid;
use super::index;
use super::topology::{MAX_AREAS, OUTSIDE, Topology, TopologyError};
use std::fmt;

const MAGIC: &[u8; 8] = b"lgb-arcs";
const VERSION: u32 = 1;
const HEADER: usize = 60;

/// A number that two lists of area codes share only when they are the same codes in the same order: 64-bit
/// FNV-1a over the codes, each followed by a line feed.
pub fn fingerprint<'a>(codes: impl IntoIterator<Item = &'a str>) -> u64 {
    codes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, code| {
        let bytes = code.bytes().chain([b'\n']);
        bytes.fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    })
}

/// The file of a topology whose areas have the given [`fingerprint`]. Arcs may come out in another order and
/// direction than they went in; the areas they bound are the same.
pub fn encode(topology: &Topology, fingerprint: u64) -> Vec<u8> {
    let mut columns: [Vec<u8>; 7] = Default::default();
    let (mut last, mut last_left, mut last_right) = ([0, 0], 0, 0);
    for (arc, reversed) in walking_order(topology) {
        let mut points = topology.arc(arc).to_vec();
        let (mut left, mut right) = topology.sides(arc);
        if reversed {
            points.reverse();
            (left, right) = (right, left);
        }
        let [left, right] = [left, right].map(|side| if side == OUTSIDE { 0 } else { i64::from(side) + 1 });
        write_varint(&mut columns[0], (points.len() - 2) as u64);
        write_varint(&mut columns[1], zigzag(left - last_left));
        write_varint(&mut columns[2], zigzag(right - last_right));
        (last_left, last_right) = (left, right);
        for (nth, p) in points.into_iter().enumerate() {
            let column = if nth == 0 { 3 } else { 5 };
            for axis in 0..2 {
                let difference = i64::from(p[axis]) - i64::from(last[axis]);
                write_varint(&mut columns[column + axis], zigzag(difference));
            }
            last = p;
        }
    }
    let mut body = Vec::new();
    for n in [topology.n_areas(), topology.n_arcs(), topology.n_points()] {
        body.extend(index(n).to_le_bytes());
    }
    let grid = topology.grid();
    for x in [grid.origin[0], grid.origin[1], grid.step] {
        body.extend(x.to_le_bytes());
    }
    body.extend(fingerprint.to_le_bytes());
    body.extend(columns.concat());
    let mut file = MAGIC.to_vec();
    file.extend(VERSION.to_le_bytes());
    file.extend(checksum(&body).to_le_bytes());
    file.extend(body);
    file
}

/// The topology and the fingerprint of a file.
///
/// # Errors
/// [`ArcsError`] for anything that [`encode`] did not write.
pub fn decode(file: &[u8]) -> Result<(Topology, u64), ArcsError> {
    if file.len() < HEADER {
        return Err(ArcsError::Truncated { n_bytes: file.len() });
    }
    if &file[..8] != MAGIC {
        return Err(ArcsError::Magic);
    }
    let mut header = Header { bytes: &file[8..HEADER] };
    let version = header.u32();
    if version != VERSION {
        return Err(ArcsError::Version { found: version });
    }
    let stated = header.u32();
    let found = checksum(&file[16..]);
    if stated != found {
        return Err(ArcsError::Altered { stated, found });
    }
    let [n_areas, n_arcs, n_points] = [(); 3].map(|()| header.u32() as usize);
    let [east, north, step] = [(); 3].map(|()| f64::from_le_bytes(header.take()));
    let fingerprint = u64::from_le_bytes(header.take());
    // Every arc takes at least five bytes and every further point two: no need to believe larger counts.
    if n_areas > MAX_AREAS || n_arcs > file.len() / 5 || n_points > file.len() || n_points < 2 * n_arcs {
        return Err(ArcsError::Counts { n_areas, n_arcs, n_points, n_bytes: file.len() });
    }
    let mut columns = Columns { bytes: &file[HEADER..] };
    let mut offsets = Vec::with_capacity(n_arcs + 1);
    offsets.push(0);
    let mut total = 0usize;
    for _ in 0..n_arcs {
        let length = columns.unsigned("lengths")?;
        total = total.saturating_add(usize::try_from(length).unwrap_or(usize::MAX)).saturating_add(2);
        if total > n_points {
            return Err(ArcsError::Counts { n_areas, n_arcs, n_points, n_bytes: file.len() });
        }
        offsets.push(index(total));
    }
    if total != n_points {
        return Err(ArcsError::Counts { n_areas, n_arcs, n_points, n_bytes: file.len() });
    }
    let left = columns.sides("left", n_arcs, n_areas)?;
    let right = columns.sides("right", n_arcs, n_areas)?;
    let points = columns.points(&offsets, n_points)?;
    if !columns.bytes.is_empty() {
        return Err(ArcsError::Rest { n_bytes: columns.bytes.len() });
    }
    let grid = Grid { origin: [east, north], step };
    let topology = Topology::new(n_areas, grid, points, offsets, left, right).map_err(ArcsError::Topology)?;
    Ok((topology, fingerprint))
}

/// All arcs, `(arc, reversed)`, in the order described at the top.
fn walking_order(topology: &Topology) -> Vec<(usize, bool)> {
    let around = topology.arcs_of_areas();
    let ends = |arc: usize, reversed: bool| {
        let points = topology.arc(arc);
        let (first, last) = (points[0], points[points.len() - 1]);
        if reversed { (last, first) } else { (first, last) }
    };
    let mut order = Vec::with_capacity(topology.n_arcs());
    let mut used = vec![false; topology.n_arcs()];
    let mut at = [0, 0];
    for area in 0..topology.n_areas() {
        let mut open: Vec<(usize, bool)> = around
            .of(area)
            .iter()
            .filter(|(arc, _)| !used[*arc as usize])
            .map(|&(arc, on_left)| (arc as usize, !on_left))
            .collect();
        while !open.is_empty() {
            // Goes on where the last arc ended, else begins with the first one left.
            let next = open.iter().position(|&(arc, reversed)| ends(arc, reversed).0 == at).unwrap_or(0);
            let (arc, reversed) = open.remove(next);
            used[arc] = true;
            at = ends(arc, reversed).1;
            order.push((arc, reversed));
        }
    }
    order
}

fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// Small numbers of either sign as small numbers: 0, −1, 1, −2 … become 0, 1, 2, 3 …
fn zigzag(n: i64) -> u64 {
    (n.wrapping_shl(1) ^ (n >> 63)).cast_unsigned()
}

fn unzigzag(n: u64) -> i64 {
    (n >> 1).cast_signed() ^ -((n & 1).cast_signed())
}

fn write_varint(out: &mut Vec<u8>, mut n: u64) {
    while n >= 0x80 {
        out.push(n.to_le_bytes()[0] | 0x80);
        n >>= 7;
    }
    out.push(n.to_le_bytes()[0]);
}

struct Header<'a> {
    bytes: &'a [u8],
}

impl Header<'_> {
    fn u32(&mut self) -> u32 {
        u32::from_le_bytes(self.take())
    }

    fn take<const N: usize>(&mut self) -> [u8; N] {
        let (head, rest) = self.bytes.split_first_chunk().expect("the header's length was checked");
        self.bytes = rest;
        *head
    }
}

struct Columns<'a> {
    bytes: &'a [u8],
}

impl Columns<'_> {
    /// The next number of at most five bytes, which is all that grid coordinates need.
    fn unsigned(&mut self, column: &'static str) -> Result<u64, ArcsError> {
        let mut n = 0u64;
        for nth in 0..5 {
            let Some(byte) = self.bytes.get(nth) else { return Err(ArcsError::Ends { column }) };
            n |= u64::from(byte & 0x7f) << (7 * nth);
            if byte & 0x80 == 0 {
                self.bytes = &self.bytes[nth + 1..];
                return Ok(n);
            }
        }
        Err(ArcsError::TooLong { column })
    }

    fn sides(&mut self, column: &'static str, n: usize, n_areas: usize) -> Result<Vec<u32>, ArcsError> {
        let mut last = 0i64;
        let mut sides = Vec::with_capacity(n);
        for arc in 0..n {
            last += unzigzag(self.unsigned(column)?);
            match u32::try_from(last) {
                Ok(0) => sides.push(OUTSIDE),
                Ok(side) if side as usize <= n_areas => sides.push(side - 1),
                _ => return Err(ArcsError::Side { column, arc, found: last - 1, n_areas }),
            }
        }
        Ok(sides)
    }

    fn points(&mut self, offsets: &[u32], n_points: usize) -> Result<Vec<[i32; 2]>, ArcsError> {
        let n_arcs = offsets.len() - 1;
        let mut columns: [Vec<i64>; 4] = Default::default();
        for (nth, name) in ["start x", "start y", "dx", "dy"].into_iter().enumerate() {
            let n = if nth < 2 { n_arcs } else { n_points - n_arcs };
            columns[nth].reserve_exact(n);
            for _ in 0..n {
                columns[nth].push(unzigzag(self.unsigned(name)?));
            }
        }
        let mut points = Vec::with_capacity(n_points);
        let mut at = [0i64; 2];
        let mut step = 0;
        for arc in 0..n_arcs {
            for nth in 0..offsets[arc + 1] - offsets[arc] {
                let (x, y, i) = if nth == 0 { (0, 1, arc) } else { (2, 3, step) };
                step += usize::from(nth > 0);
                at = [at[0] + columns[x][i], at[1] + columns[y][i]];
                let limit = i64::from(Grid::LIMIT);
                if at.iter().any(|c| c.abs() > limit) {
                    return Err(ArcsError::OffGrid { arc, at });
                }
                #[expect(clippy::cast_possible_truncation, reason = "within the grid's limit, just checked")]
                points.push(at.map(|c| c as i32));
            }
        }
        Ok(points)
    }
}

/// Why bytes are not a file of borders.
#[derive(Debug, Clone, PartialEq)]
pub enum ArcsError {
    /// Shorter than the header.
    Truncated {
        /// Bytes found.
        n_bytes: usize,
    },
    /// The first eight bytes are something else.
    Magic,
    /// A version this program does not read.
    Version {
        /// The version found.
        found: u32,
    },
    /// The content does not match its checksum.
    Altered {
        /// Checksum in the header.
        stated: u32,
        /// Checksum of the bytes.
        found: u32,
    },
    /// Counts in the header that the content cannot hold.
    Counts {
        /// Areas stated.
        n_areas: usize,
        /// Arcs stated.
        n_arcs: usize,
        /// Points stated.
        n_points: usize,
        /// Bytes of the file.
        n_bytes: usize,
    },
    /// The file ends inside a column.
    Ends {
        /// The column's name.
        column: &'static str,
    },
    /// A number of more than five bytes.
    TooLong {
        /// The column's name.
        column: &'static str,
    },
    /// A side that is no area.
    Side {
        /// The column's name.
        column: &'static str,
        /// The arc's index.
        arc: usize,
        /// The area index found.
        found: i64,
        /// The number of areas.
        n_areas: usize,
    },
    /// A point beyond the grid's limit.
    OffGrid {
        /// The arc's index.
        arc: usize,
        /// The point.
        at: [i64; 2],
    },
    /// Bytes after the last column.
    Rest {
        /// How many.
        n_bytes: usize,
    },
    /// Arcs that make no topology.
    Topology(TopologyError),
}

impl fmt::Display for ArcsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truncated { n_bytes } => {
                write!(f, "the file of borders has {n_bytes} bytes; its header alone takes {HEADER}")
            }
            Self::Magic => write!(f, "this is not a file of borders: it does not begin with \"lgb-arcs\""),
            Self::Version { found } => {
                write!(f, "the file of borders is of version {found}; this program reads version {VERSION}")
            }
            Self::Altered { stated, found } => write!(
                f,
                "the file of borders is damaged: its checksum is {found:08x} and should be {stated:08x}"
            ),
            Self::Counts { n_areas, n_arcs, n_points, n_bytes } => write!(
                f,
                "the file of borders states {n_areas} areas, {n_arcs} arcs and {n_points} points, which its {n_bytes} bytes do not hold"
            ),
            Self::Ends { column } => write!(f, "the file of borders ends inside its column \"{column}\""),
            Self::TooLong { column } => {
                write!(f, "column \"{column}\" of the file of borders has a number of more than five bytes")
            }
            Self::Side { column, arc, found, n_areas } => write!(
                f,
                "column \"{column}\" of the file of borders names area {found} at arc {arc}; −1 for outside and 0 to {} are allowed",
                n_areas.saturating_sub(1)
            ),
            Self::OffGrid { arc, at } => write!(
                f,
                "arc {arc} of the file of borders runs to grid point {at:?}; coordinates are allowed up to ±{}",
                Grid::LIMIT
            ),
            Self::Rest { n_bytes } => {
                write!(f, "the file of borders has {n_bytes} bytes after its last column")
            }
            Self::Topology(error) => write!(f, "the file of borders holds no valid borders: {error}"),
        }
    }
}

impl std::error::Error for ArcsError {}

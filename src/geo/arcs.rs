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
//!   right    likewise, as difference from the arc's left
//!   start x, start y   of each arc, as difference from where it was to be expected (zigzag)
//!   dx, dy   of the other points, as difference from the point before (zigzag)
//! ```
//! Arcs stand in the order in which one meets them walking round area 0, then area 1 and so on, turned so that
//! the area being walked round is on the left. An arc is expected to start where the walk has come to: from the
//! end of the arc before, on along arcs that were met round earlier areas. So most starts and most `left`
//! differences are 0, and columns of zeros cost next to nothing once compressed.

use super::grid::Grid;
use super::index;
use super::topology::{MAX_AREAS, OUTSIDE, Topology};

pub use super::error::ArcsError;

const MAGIC: &[u8; 8] = b"lgb-arcs";
pub(super) const VERSION: u32 = 1;
pub(super) const HEADER: usize = 60;

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
    let mut walk = Walk::new(topology.n_areas());
    let mut last_left = 0;
    let around = topology.arcs_of_areas();
    let mut used = vec![false; topology.n_arcs()];
    for area in 0..topology.n_areas() {
        let fresh = around.of(area).iter().filter(|(arc, _)| !used[*arc as usize]);
        let mut fresh: Vec<(usize, bool)> = fresh.map(|&(arc, on_left)| (arc as usize, on_left)).collect();
        while !fresh.is_empty() {
            let expected = walk.expected(index(area));
            let starts_there = |&(arc, on_left): &(usize, bool)| {
                let points = topology.arc(arc);
                expected == if on_left { points[0] } else { points[points.len() - 1] }
            };
            let (arc, on_left) = fresh.remove(fresh.iter().position(starts_there).unwrap_or(0));
            used[arc] = true;
            let mut points = topology.arc(arc).to_vec();
            let (mut left, mut right) = topology.sides(arc);
            if !on_left {
                points.reverse();
                (left, right) = (right, left);
            }
            walk.walked(&points, right);
            let [left, right] =
                [left, right].map(|side| if side == OUTSIDE { 0 } else { i64::from(side) + 1 });
            write_varint(&mut columns[0], (points.len() - 2) as u64);
            write_varint(&mut columns[1], zigzag(left - last_left));
            write_varint(&mut columns[2], zigzag(right - left));
            last_left = left;
            let mut last = expected;
            for (nth, p) in points.into_iter().enumerate() {
                let column = if nth == 0 { 3 } else { 5 };
                for axis in 0..2 {
                    let difference = i64::from(p[axis]) - i64::from(last[axis]);
                    write_varint(&mut columns[column + axis], zigzag(difference));
                }
                last = p;
            }
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
    let left = columns.sides("left", n_arcs, n_areas, None)?;
    let right = columns.sides("right", n_arcs, n_areas, Some(&left))?;
    let points = columns.points(&offsets, n_points, &left, &right, n_areas)?;
    if !columns.bytes.is_empty() {
        return Err(ArcsError::Rest { n_bytes: columns.bytes.len() });
    }
    let grid = Grid { origin: [east, north], step };
    let topology = Topology::new(n_areas, grid, points, offsets, left, right).map_err(ArcsError::Topology)?;
    Ok((topology, fingerprint))
}

/// The walk round one area after another, as writer and reader both take it.
struct Walk {
    area: u32,
    at: [i32; 2],
    /// For each area the arcs already met on whose right it lies, `(start, end)` as it sees them.
    met: Vec<Vec<([i32; 2], [i32; 2])>>,
    /// Those of the area now walked round, by start, with whether they still lie ahead.
    ahead: Vec<([i32; 2], [i32; 2], bool)>,
}

impl Walk {
    fn new(n_areas: usize) -> Walk {
        Walk { area: OUTSIDE, at: [0, 0], met: vec![Vec::new(); n_areas], ahead: Vec::new() }
    }

    /// Where the next arc with this area on its left is expected to start.
    fn expected(&mut self, area: u32) -> [i32; 2] {
        if area != self.area {
            self.area = area;
            let met = self.met.get_mut(area as usize).map(std::mem::take).unwrap_or_default();
            self.at = met.first().map_or(self.at, |first| first.0);
            self.ahead.clear();
            for (start, end) in met {
                let place = self.ahead.partition_point(|(known, ..)| *known <= start);
                self.ahead.insert(place, (start, end, true));
            }
        }
        let at = |ahead: &[([i32; 2], [i32; 2], bool)], p: [i32; 2]| {
            let from = ahead.partition_point(|(start, ..)| *start < p);
            let here = ahead[from..].iter().take_while(|(start, ..)| *start == p);
            here.clone().position(|(.., still)| *still).map(|nth| from + nth)
        };
        while let Some(i) = at(&self.ahead, self.at) {
            self.ahead[i].2 = false;
            self.at = self.ahead[i].1;
        }
        self.at
    }

    /// An arc was walked along, and an area lies on its other side.
    fn walked(&mut self, points: &[[i32; 2]], right: u32) {
        let (first, last) = (points[0], points[points.len() - 1]);
        self.at = last;
        if let Some(met) = self.met.get_mut(right as usize) {
            met.push((last, first));
        }
    }
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

    /// Areas, each as difference from the one before, or from the one at the same place in another column.
    fn sides(
        &mut self,
        column: &'static str,
        n: usize,
        n_areas: usize,
        from: Option<&[u32]>,
    ) -> Result<Vec<u32>, ArcsError> {
        let mut last = 0i64;
        let mut sides = Vec::with_capacity(n);
        for arc in 0..n {
            if let Some(other) = from {
                last = if other[arc] == OUTSIDE { 0 } else { i64::from(other[arc]) + 1 };
            }
            last += unzigzag(self.unsigned(column)?);
            match u32::try_from(last) {
                Ok(0) => sides.push(OUTSIDE),
                Ok(side) if side as usize <= n_areas => sides.push(side - 1),
                _ => return Err(ArcsError::Side { column, arc, found: last - 1, n_areas }),
            }
        }
        Ok(sides)
    }

    fn points(
        &mut self,
        offsets: &[u32],
        n_points: usize,
        left: &[u32],
        right: &[u32],
        n_areas: usize,
    ) -> Result<Vec<[i32; 2]>, ArcsError> {
        let n_arcs = offsets.len() - 1;
        let mut columns: [Vec<i64>; 4] = Default::default();
        for (nth, name) in ["start x", "start y", "dx", "dy"].into_iter().enumerate() {
            let n = if nth < 2 { n_arcs } else { n_points - n_arcs };
            columns[nth].reserve_exact(n);
            for _ in 0..n {
                columns[nth].push(unzigzag(self.unsigned(name)?));
            }
        }
        let mut points: Vec<[i32; 2]> = Vec::with_capacity(n_points);
        let mut walk = Walk::new(n_areas);
        let mut step = 0;
        for arc in 0..n_arcs {
            let begin = points.len();
            let mut at = walk.expected(left[arc]).map(i64::from);
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
            walk.walked(&points[begin..], right[arc]);
        }
        Ok(points)
    }
}

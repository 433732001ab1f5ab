//! A municipality as a mesh of triangles, finer where people live closer together.

use super::super::field::Stream;
use super::outline::Outline;
use super::settlement::Settlement;
use crate::geo::grid::Grid;
use spade::handles::FixedFaceHandle;
use spade::{ConstrainedDelaunayTriangulation, Point2, Triangulation};
use std::collections::HashSet;

/// No triangle on the other side of an edge.
pub(super) const NONE: u32 = u32::MAX;

/// An edge of a municipality's border on the finer grid, the municipality on its left.
#[derive(Clone, Copy)]
pub(super) struct BorderEdge {
    pub(super) from: [i32; 2],
    pub(super) to: [i32; 2],
    /// Where the caller finds the edge again.
    pub(super) id: u32,
}

/// Triangles that fill a municipality.
pub(super) struct Mesh {
    pub(super) grid: Grid,
    /// Corners on the finer grid; the first `n_fixed` lie on the municipality's border.
    pub(super) points: Vec<[i32; 2]>,
    pub(super) n_fixed: usize,
    /// Corners of each triangle, anticlockwise.
    pub(super) triangles: Vec<[u32; 3]>,
    /// The triangle beyond the edge from corner 0 to 1, 1 to 2 and 2 to 0, or [`NONE`].
    pub(super) beyond: Vec<[u32; 3]>,
    /// For each edge of the border its id and the triangle inside.
    pub(super) inside_of: Vec<(u32, u32)>,
}

impl Mesh {
    /// The mesh inside a municipality's border.
    pub(super) fn new(
        grid: Grid,
        border: &[BorderEdge],
        outline: &Outline,
        settlement: &Settlement,
        stream: &mut Stream,
    ) -> Result<Mesh, spade::InsertionError> {
        let mut points: Vec<[i32; 2]> = border.iter().flat_map(|edge| [edge.from, edge.to]).collect();
        points.sort_unstable();
        points.dedup();
        let n_fixed = points.len();
        let corner = |p: [i32; 2]| points[..n_fixed].partition_point(|q| *q < p);
        let edges: Vec<[usize; 2]> = border.iter().map(|edge| [corner(edge.from), corner(edge.to)]).collect();
        let mut scatter = Scatter { grid, outline, settlement, stream, found: Vec::new() };
        scatter.square(outline.bounds().center(), outline.bounds().width().max(outline.bounds().height()));
        let mut found = scatter.found;
        let mut seen: HashSet<[i32; 2]> = points.iter().copied().collect();
        found.retain(|p| seen.insert(*p));
        points.extend(found);
        let vertices = points.iter().map(|p| Point2::new(f64::from(p[0]), f64::from(p[1]))).collect();
        let cdt: Cdt = ConstrainedDelaunayTriangulation::bulk_load_cdt(vertices, edges.clone())?;
        let mut mesh =
            Mesh { grid, points, n_fixed, triangles: Vec::new(), beyond: Vec::new(), inside_of: Vec::new() };
        mesh.fill(&cdt, border, &edges);
        Ok(mesh)
    }

    /// Takes over the faces inside the border: those on the left of its edges, and what is reached from them.
    fn fill(&mut self, cdt: &Cdt, border: &[BorderEdge], edges: &[[usize; 2]]) {
        use spade::handles::FixedVertexHandle;
        let mut triangle_of = vec![NONE; cdt.num_all_faces()];
        let mut open: Vec<FixedFaceHandle<spade::handles::PossiblyOuterTag>> = Vec::new();
        let mut order = Vec::new();
        let mut meet = |face: FixedFaceHandle<spade::handles::PossiblyOuterTag>, open: &mut Vec<_>| {
            let slot = &mut triangle_of[face.index()];
            if *slot == NONE {
                *slot = crate::geo::index(order.len());
                order.push(face);
                open.push(face);
            }
            *slot
        };
        for (edge, [from, to]) in border.iter().zip(edges) {
            let [from, to] = [*from, *to].map(FixedVertexHandle::from_index);
            let Some(directed) = cdt.get_edge_from_neighbors(from, to) else { continue };
            let triangle = meet(directed.face().fix(), &mut open);
            self.inside_of.push((edge.id, triangle));
        }
        while let Some(face) = open.pop() {
            let Some(inner) = cdt.face(face).as_inner() else { continue };
            for edge in inner.adjacent_edges() {
                if !edge.is_constraint_edge() {
                    meet(edge.rev().face().fix(), &mut open);
                }
            }
        }
        for face in order {
            let Some(inner) = cdt.face(face).as_inner() else { continue };
            let edges = inner.adjacent_edges();
            self.triangles.push(edges.map(|edge| crate::geo::index(edge.from().index())));
            self.beyond.push(edges.map(|edge| match edge.is_constraint_edge() {
                true => NONE,
                false => triangle_of[edge.rev().face().index()],
            }));
        }
    }

    /// The middle of a triangle in world metres.
    pub(super) fn middle(&self, triangle: usize) -> [f64; 2] {
        let corners = self.triangles[triangle].map(|corner| self.points[corner as usize]);
        [0, 1].map(|axis| {
            let sum: f64 = corners.iter().map(|p| f64::from(p[axis])).sum();
            self.grid.origin[axis] + self.grid.step * sum / 3.0
        })
    }

    /// The size of a triangle in m².
    pub(super) fn m2(&self, triangle: usize) -> f64 {
        let [a, b, c] = self.triangles[triangle].map(|corner| self.points[corner as usize]);
        crate::geo::rings::cross(a, b, c) as f64 / 2.0 * self.grid.step * self.grid.step
    }
}

type Cdt = ConstrainedDelaunayTriangulation<Point2<f64>>;

/// Points scattered over a municipality: squares are quartered until they are as small as the spacing there, and each
/// then gets one point.
struct Scatter<'a> {
    grid: Grid,
    outline: &'a Outline,
    settlement: &'a Settlement,
    stream: &'a mut Stream,
    found: Vec<[i32; 2]>,
}

impl Scatter<'_> {
    fn square(&mut self, middle: [f64; 2], side: f64) {
        let spacing = self.settlement.spacing(middle);
        // A square that reaches into a town has to be quartered although its own middle lies outside.
        let nearest_town = self.settlement.towns.iter().any(|town| {
            (0..2).all(|axis| (town.at[axis] - middle[axis]).abs() <= side / 2.0)
                && self.settlement.spacing(town.at) * 1.4 < side
        });
        if nearest_town || side > 1.4 * spacing {
            let quarter = side / 4.0;
            for [east, north] in
                [[-quarter, -quarter], [quarter, -quarter], [-quarter, quarter], [quarter; 2]]
            {
                self.square([middle[0] + east, middle[1] + north], side / 2.0);
            }
            return;
        }
        let at = middle.map(|c| c + side * 0.7 * (self.stream.uniform() - 0.5));
        // Close to the border a point would make splinters.
        if self.outline.contains(at)
            && self.outline.distance(at) > 0.4 * side
            && let Some(p) = self.grid.grid_from_world(at)
        {
            self.found.push(p);
        }
    }
}

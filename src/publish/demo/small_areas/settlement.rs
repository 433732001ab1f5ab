//! Where in a municipality people live: towns with a dense middle and a long tail, and countryside between them.

use super::super::field::Stream;
use super::outline::Outline;

/// A town or a part of one.
struct Kernel {
    at: [f64; 2],
    /// People in all.
    people: f64,
    /// Square of the distance, in m², at which there are an eighth as many people per km² as in the middle.
    radius2: f64,
}

/// A town as a whole.
pub(super) struct Town {
    /// Its middle, world metres.
    pub(super) at: [f64; 2],
    /// How many small areas it has.
    pub(super) n_areas: usize,
    /// Metres from the middle to where the town ends, were it round.
    pub(super) radius: f64,
}

/// Where the people of a municipality live.
pub(super) struct Settlement {
    /// The seat, then smaller localities.
    pub(super) towns: Vec<Town>,
    /// How many small areas the countryside has.
    pub(super) n_countryside: usize,
    kernels: Vec<Kernel>,
    /// People per km² outside towns.
    countryside: f64,
    /// People in a small area, on average.
    pub(super) people_an_area: f64,
}

/// People per km² in the countryside of a municipality without towns worth the name; the share of people who live
/// there falls as the municipality gets denser.
const HALF: f64 = 40.0;
/// Triangles that a small area is made of, on average.
const TRIANGLES: f64 = 64.0;

impl Settlement {
    /// Modelled for a municipality of `people`, to have `n_areas` small areas; `pull` says how attractive a place is
    /// for what lies around the municipality.
    pub(super) fn new(
        outline: &Outline,
        people: f64,
        n_areas: usize,
        pull: impl Fn([f64; 2]) -> f64,
        stream: &mut Stream,
    ) -> Settlement {
        let km2 = outline.m2() / 1e6;
        let (n_seat, n_localities, n_countryside) = kinds(people / km2, n_areas, stream);
        let people_an_area = people / n_areas as f64;
        let countryside = (n_countryside as f64 * people_an_area / km2).max(0.05 * people / km2);
        let seat = place_for_a_town(outline, &pull, &[], stream);
        let mut settlement =
            Settlement { towns: Vec::new(), n_countryside, kernels: Vec::new(), countryside, people_an_area };
        settlement.build(seat, n_seat, outline, stream);
        let mut left = n_localities;
        while left > 0 {
            let n = if left > 1 && stream.uniform() < 0.4 { 2 } else { 1 };
            left -= n;
            let away: Vec<[f64; 2]> = settlement.towns.iter().map(|town| town.at).collect();
            let at = place_for_a_town(outline, &pull, &away, stream);
            settlement.build(at, n, outline, stream);
        }
        settlement
    }

    /// Adds a town of `n` small areas: one part in its middle and, in a city, others around it.
    fn build(&mut self, at: [f64; 2], n: usize, outline: &Outline, stream: &mut Stream) {
        let people = n as f64 * self.people_an_area;
        let dense = (1_800.0 + 28.0 * people.sqrt()).min(11_000.0);
        let radius = 1_000.0 * (people / (std::f64::consts::PI * 0.5 * dense)).sqrt();
        let n_parts = 1 + n / 9;
        let radius_of = |people: f64| 2e6 * people / (std::f64::consts::PI * dense);
        // The middle has three times the people of a part around it.
        let of_part = people / (n_parts + 2) as f64;
        self.kernels.push(Kernel { at, people: 3.0 * of_part, radius2: radius_of(3.0 * of_part) });
        let reach = 1.6 * radius.min(outline.m2().sqrt());
        for _ in 1..n_parts {
            let mut spot = at;
            for _ in 0..12 {
                let tried = [0, 1].map(|axis| at[axis] + reach * (2.0 * stream.uniform() - 1.0));
                if outline.contains(tried) {
                    spot = tried;
                    break;
                }
            }
            self.kernels.push(Kernel { at: spot, people: of_part, radius2: radius_of(of_part) });
        }
        self.towns.push(Town { at, n_areas: n, radius });
    }

    /// People per km² at a place, before what lies outside the municipality is left out.
    pub(super) fn density(&self, at: [f64; 2]) -> f64 {
        let of = |kernel: &Kernel| {
            let fall = 1.0 + distance2(at, kernel.at) / kernel.radius2;
            2e6 * kernel.people / (std::f64::consts::PI * kernel.radius2) / (fall * fall * fall)
        };
        self.countryside + self.kernels.iter().map(of).sum::<f64>()
    }

    /// How far apart, in metres, the points of the mesh should lie at a place.
    pub(super) fn spacing(&self, at: [f64; 2]) -> f64 {
        // There are twice as many triangles as points.
        let km2_a_point = 2.0 * self.people_an_area / (TRIANGLES * self.density(at));
        (1_000.0 * km2_a_point.sqrt()).clamp(15.0, 1_400.0)
    }

    /// From 0 far out to 1 in the middle of the seat, a half where the seat ends; smaller localities count half.
    pub(super) fn centrality(&self, at: [f64; 2]) -> f64 {
        let towns = self.towns.iter().enumerate();
        let of = |(nth, town): (usize, &Town)| {
            let weight = if nth == 0 { 1.0 } else { 0.5 };
            weight / (1.0 + distance2(at, town.at) / (town.radius * town.radius))
        };
        towns.map(of).fold(0.0, f64::max)
    }
}

fn distance2(a: [f64; 2], b: [f64; 2]) -> f64 {
    let [dx, dy] = [a[0] - b[0], a[1] - b[1]];
    dx * dx + dy * dy
}

/// How many small areas belong to the seat, to smaller localities, and to the countryside.
fn kinds(people_a_km2: f64, n_areas: usize, stream: &mut Stream) -> (usize, usize, usize) {
    let root = (people_a_km2 / HALF).sqrt();
    let share = (0.62 / (1.0 + root) - 0.035).max(0.0) * (0.7 + 0.6 * stream.uniform());
    let n = n_areas as f64;
    let whole = |x: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a small count, not negative"
        )]
        let whole = (x + 0.5) as usize;
        whole
    };
    // Everybody has some countryside except where people live as close as in a city throughout.
    let least = usize::from(people_a_km2 < 900.0);
    let countryside = whole(share * n).clamp(least, n_areas - 1);
    let localities = whole(0.55 * share * n * (0.5 + stream.uniform())).min(n_areas - 1 - countryside);
    (n_areas - countryside - localities, localities, countryside)
}

/// A place inside, not close to the border, where much pulls and no other town is near.
fn place_for_a_town(
    outline: &Outline,
    pull: &impl Fn([f64; 2]) -> f64,
    away: &[[f64; 2]],
    stream: &mut Stream,
) -> [f64; 2] {
    let size = outline.m2().sqrt();
    let mut best = (f64::NEG_INFINITY, outline.some_point());
    let mut n_tried = 0;
    for _ in 0..400 {
        let at = outline.in_box(stream.uniform(), stream.uniform());
        if !outline.contains(at) {
            continue;
        }
        let room = (outline.distance(at) / (0.15 * size)).min(1.0);
        let apart = away.iter().map(|town| distance2(at, *town)).fold(f64::INFINITY, f64::min).sqrt();
        let apart = (apart / (0.4 * size)).min(1.0);
        let worth = pull(at) * (0.15 + room) * apart * (0.4 + stream.uniform());
        if worth > best.0 {
            best = (worth, at);
        }
        n_tried += 1;
        if n_tried == 24 {
            break;
        }
    }
    best.1
}

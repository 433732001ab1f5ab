"""Times the closed-form indices beside PySAL `segregation` 2.5.4, and the shuffles of Moran's I beside `esda` 2.9.0: same
machine, same data, one run. Both must also give the same numbers.

Run from the project's root: python3 benches/beside_pysal/run.py
The data are a made-up country of the size of Sweden's DeSO, and household deprivation in the 32,844 LSOA of England where
the real data are at hand. A throw-away virtual environment is made in target/ (--venv FOLDER names another place).
"""

import argparse
import csv
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile

GROUPS = ["a", "b", "c", "d", "e"]

PYSAL = r'''
import sys, time, warnings
warnings.filterwarnings("ignore")
import pandas as pd
from segregation import multigroup as m, singlegroup as s
table = pd.read_csv(sys.argv[1])
groups = list(table.columns)
table["total"] = table[groups].sum(axis=1)
pair = {"dissimilarity": s.Dissim, "gini": s.Gini, "information-theory": s.Entropy, "isolation": s.Isolation,
        "interaction": s.Interaction, "atkinson": s.Atkinson, "correlation-ratio": s.CorrelationR, "min-max": s.MinMax,
        "concentration-profile": s.ConProf, "density-corrected-dissimilarity": s.DensityCorrectedDissim}
every = {"dissimilarity": m.MultiDissim, "gini": m.MultiGini, "information-theory": m.MultiInfoTheory,
         "mutual-information": m.MultiDivergence, "entropy": m.MultiDiversity,
         "relative-diversity": m.MultiRelativeDiversity, "normalized-exposure": m.MultiNormExposure,
         "squared-coefficient-of-variation": m.MultiSquaredCoefVar,
         "simpson-concentration": m.SimpsonsConcentration, "simpson-interaction": m.SimpsonsInteraction}
# The multigroup Gini keeps a matrix of all pairs, 8.6 GB for England. The density correction takes
# minutes (--slow), and for England too many.
if len(table) > 10_000:
    del every["gini"]
if len(table) > 10_000 or "--slow" not in sys.argv:
    del pair["density-corrected-dissimilarity"]
def shortest(call, runs):
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        value = call()
        best = min(best, time.perf_counter() - start)
    return value, best
for name, index in pair.items():
    slow = name in ("density-corrected-dissimilarity", "gini", "concentration-profile")
    call = lambda: float(index(table[[groups[0], "total"]].copy(), groups[0], "total").statistic)
    if name == "gini":
        call()  # compiles
    value, best = shortest(call, 1 if slow else 10)
    print(f"{name},pair,{value!r},{best}", flush=True)
for name, index in every.items():
    value, best = shortest(lambda: float(index(table[groups].copy(), groups).statistic), 1 if name == "gini" else 10)
    print(f"{name},all,{value!r},{best}", flush=True)
'''

ESDA = r'''
import sys, time, warnings
warnings.filterwarnings("ignore")
import esda, libpysal
import pandas as pd
table = pd.read_csv(sys.argv[1])
links = pd.read_csv(sys.argv[2])
shares = (table[table.columns[0]] / table.sum(axis=1)).to_numpy()
neighbours = {area: [] for area in range(len(table))}
for a, b in links.itertuples(index=False):
    neighbours[a].append(b)
    neighbours[b].append(a)
weights = libpysal.weights.W(neighbours, silence_warnings=True)
weights.transform = "r"
esda.Moran(shares, weights, permutations=9)
esda.Moran_Local(shares, weights, permutations=9, seed=1)  # compiles
for n in (999, 9999):
    for name, call in [("moran", lambda: esda.Moran(shares, weights, permutations=n)),
                       ("local-moran", lambda: esda.Moran_Local(shares, weights, permutations=n, seed=1))]:
        start = time.perf_counter()
        found = call()
        seconds = time.perf_counter() - start
        # One-sided p in esda, two-sided ones are twice as large.
        value = float(found.I) if name == "moran" else float((found.p_sim <= 0.025).sum())
        print(f"{name},{n},{value!r},{seconds}", flush=True)
'''


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--venv", type=pathlib.Path, default=pathlib.Path("target/bench-venv"))
    parser.add_argument("--slow", action="store_true", help="with PySAL's density correction, which takes minutes")
    parser.add_argument("--manifest-path", default="Cargo.toml")
    arguments = parser.parse_args()
    python = environment(arguments.venv)
    with tempfile.TemporaryDirectory() as folder:
        for name, counts, links in data(pathlib.Path(folder)):
            cargo = ["cargo", "bench", "-q", "--manifest-path", arguments.manifest_path, "--bench", "beside_pysal"]
            ours = rows(subprocess.check_output([*cargo, "--", str(counts), str(links)], text=True))
            slow = ["--slow"] * arguments.slow
            theirs = rows(subprocess.check_output([str(python), "-c", PYSAL, str(counts), *slow], text=True))
            compare(name, ours, theirs)
            theirs = rows(subprocess.check_output([str(python), "-c", ESDA, str(counts), str(links)], text=True))
            compare_shuffles(ours, theirs)


def environment(folder):
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.check_call([sys.executable, "-m", "venv", str(folder)])
        install = [str(python), "-m", "pip", "install", "-q"]
        # numba, which esda uses where it finds it, is what makes its local shuffles fast.
        subprocess.check_call([*install, "segregation==2.5.4", "esda==2.9.0", "numba"])
    return python


def data(folder):
    """Name, file of counts and file of links of every set."""
    counts, links = folder / "made_up.csv", folder / "made_up_links.csv"
    write_counts(counts, 77 * 80)
    write_links(links, queens(80, 77))
    yield "a made-up country", counts, links
    shared = pathlib.Path(os.environ.get("LAGESBILD_SHARED", "../shared/data")) / "reference/lsoa_england"
    if not shared.is_dir():
        print(f"skipped: there are no real data in {shared}")
        return
    counts, links = folder / "england.csv", folder / "england_links.csv"
    codes = write_deprivation(counts, shared / "census11_household_deprivation_lsoa11.csv")
    write_links(links, borders(shared / "lsoa11_england_wgs84.topojson", codes))
    yield "households of England by deprivation", counts, links


def queens(width, height):
    """The pairs of squares of a chessboard that touch along an edge or at a corner."""
    for y in range(height):
        for x in range(width):
            for right, down in (1, 0), (0, 1), (1, 1), (-1, 1):
                if 0 <= x + right < width and y + down < height:
                    yield y * width + x, (y + down) * width + x + right


def write_deprivation(file, source):
    """Households by the number of ways in which they are deprived, England alone; gives each code's row."""
    codes = {}
    with open(source, newline="") as read, open(file, "w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(GROUPS)
        for code, *households in list(csv.reader(read))[1:]:
            if code.startswith("E"):
                codes[code] = len(codes)
                writer.writerow(households)
    return codes


def borders(topology, codes):
    """The pairs of areas that have a vertex in common. Arcs are not shared in this file, so vertices are compared."""
    with open(topology) as file:
        topology = json.load(file)
    arcs = [list(vertices(arc)) for arc in topology["arcs"]]
    (collection,) = topology["objects"].values()
    areas_at = {}
    for area in collection["geometries"]:
        place = codes[area["properties"]["LSOA11CD"]]
        for arc in flat(area["arcs"]):
            for vertex in arcs[arc if arc >= 0 else ~arc]:
                areas_at.setdefault(vertex, set()).add(place)
    return sorted({pair for areas in areas_at.values() for pair in itertools.combinations(sorted(areas), 2)})


def vertices(arc):
    """The places of an arc on the grid of the file, from its steps."""
    x = y = 0
    for step in arc:
        x, y = x + step[0], y + step[1]
        yield x << 32 | y


def flat(arcs):
    return [arcs] if isinstance(arcs, int) else [arc for inner in arcs for arc in flat(inner)]


def write_links(file, pairs):
    with open(file, "w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["a", "b"])
        writer.writerows(pairs)


def write_counts(file, n_areas):
    """About 1,700 persons an area in five groups of very different sizes, from a seeded congruential sequence."""
    state = n_areas
    with open(file, "w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(GROUPS)
        for _ in range(n_areas):
            row = []
            for mean in (1_100, 320, 180, 75, 25):
                product = 1.0
                for _ in range(2):
                    state = (state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
                    product *= (state >> 11) / 2**53
                row.append(int(mean * (0.3 + 1.4 * product)))
            writer.writerow(row)


def rows(text):
    parts = (line.split(",") for line in text.splitlines() if line and not line.startswith("id,"))
    return {(name, groups): (float(value), float(seconds)) for name, groups, value, seconds in parts}


def compare(name, ours, theirs):
    print(f"\n{name + ', 5 groups':42}{'ours (ms)':>11}{'PySAL (ms)':>12}{'times':>10}")
    views = sum(ours["view", groups][1] for groups in ("pair", "all"))
    print(f"{'the table, made ready':42}{views * 1e3:11.3f}")
    sums = {"all": [views, 0.0], "without": [views, 0.0]}
    for key, (value, seconds) in theirs.items():
        own, own_seconds = ours[key]
        # The density correction is a search in both, ours to more digits; the profile is an exact integral here and a sum
        # over 1,000 thresholds there.
        allowed = {"density-corrected-dissimilarity": 1e-4, "concentration-profile": 2e-2}.get(key[0], 1e-9)
        assert abs(own - value) <= allowed * abs(value), f"{key}: {own} is not {value}"
        print(f"{key[0]:36}{key[1]:6}{own_seconds * 1e3:11.3f}{seconds * 1e3:12.3f}{seconds / own_seconds:10.0f}")
        if not key[0].startswith("density"):
            add(sums["all"], own_seconds, seconds)
            if key[0] not in ("gini", "concentration-profile"):
                add(sums["without"], own_seconds, seconds)
    for name, (own_seconds, seconds) in [
        ("all but the density correction", sums["all"]),
        ("and but for Gini and the profile", sums["without"]),
    ]:
        print(f"{name:42}{own_seconds * 1e3:11.3f}{seconds * 1e3:12.3f}{seconds / own_seconds:10.0f}", flush=True)


def compare_shuffles(ours, theirs):
    for key, (value, seconds) in theirs.items():
        own, own_seconds = ours[key]
        # I is a closed form. How many areas pass p = 0.05 depends on the shuffles, which all areas share on both sides.
        allowed = 1e-9 if key[0] == "moran" else 0.3
        assert abs(own - value) <= allowed * abs(value), f"{key}: {own} is not {value}"
        name = f"{key[0]}, {key[1]} shuffles, esda"
        print(f"{name:42}{own_seconds * 1e3:11.3f}{seconds * 1e3:12.3f}{seconds / own_seconds:10.1f}", flush=True)


def add(sums, own_seconds, seconds):
    sums[0] += own_seconds
    sums[1] += seconds


if __name__ == "__main__":
    main()

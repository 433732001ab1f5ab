"""Times the closed-form indices beside PySAL `segregation` 2.5.4: same machine, same data, one run.

Run from the project's root: python3 benches/segregation/against_pysal.py
It makes a throw-away virtual environment in a temporary folder, installs PySAL there, and removes it afterwards
(--venv FOLDER keeps one, or uses one that is there).
"""

import argparse
import csv
import pathlib
import subprocess
import sys
import tempfile

GROUPS = ["a", "b", "c", "d", "e"]
SIZES = [6_160, 32_844]

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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--venv", type=pathlib.Path)
    parser.add_argument("--slow", action="store_true")
    parser.add_argument("--manifest-path", default="Cargo.toml")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        python = environment(arguments.venv or folder / "venv")
        for n_areas in SIZES:
            counts = folder / f"counts{n_areas}.csv"
            write_counts(counts, n_areas)
            cargo = ["cargo", "bench", "-q", "--manifest-path", arguments.manifest_path, "--bench", "same_data"]
            ours = rows(subprocess.check_output([*cargo, "--", str(counts)], text=True))
            theirs = rows(subprocess.check_output([str(python), "-c", PYSAL, str(counts), *["--slow"] * arguments.slow], text=True))
            compare(n_areas, ours, theirs)


def environment(folder):
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.check_call([sys.executable, "-m", "venv", str(folder)])
        subprocess.check_call([str(python), "-m", "pip", "install", "-q", "segregation==2.5.4"])
    return python


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


def compare(n_areas, ours, theirs):
    print(f"\n{n_areas} areas, 5 groups{'':24}ours (ms)  PySAL (ms)     times")
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


def add(sums, own_seconds, seconds):
    sums[0] += own_seconds
    sums[1] += seconds


if __name__ == "__main__":
    main()

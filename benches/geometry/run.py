#!/usr/bin/env python3
"""The same work by our bench and by mapshaper, in turn, so that both meet the same machine.

Both read the 32,844 areas of England, repair gaps and overlaps, and make three levels of detail at the same effective
areas on about the same grid. Prints seconds, peak memory, and bytes after brotli 11 of each level.

    python3 benches/geometry/run.py [ROUNDS]

Builds the bench, installs mapshaper from npm into `target/mapshaper`, and reads the real data that the tests read.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
VERSION = "0.7.70"
# Our tolerance is an effective area of half a square pixel; mapshaper's interval is 0.65 times the root of one.
METRES_A_PIXEL = [1920.0, 1148.0, 287.0]
INTERVALS = [0.65 * (0.5 * metres * metres) ** 0.5 for metres in METRES_A_PIXEL]

# Grid lines along each side of England, some 600 km: about the grid on which our levels come out.
LINES = 10_000


def timed(command, env):
    start = time.monotonic()
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}:\n{out}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out


def brotli(path):
    script = (
        "const z=require('zlib'),b=require('fs').readFileSync(process.argv[1]);"
        "const p={[z.constants.BROTLI_PARAM_QUALITY]:11,[z.constants.BROTLI_PARAM_LGWIN]:22};"
        "console.log(z.brotliCompressSync(b,{params:p}).length)"
    )
    return int(subprocess.check_output(["node", "-e", script, path]))


def bench_program():
    """The path of our bench, built."""
    command = ["cargo", "bench", "--no-run", "--bench", "geometry", "--message-format", "json"]
    lines = subprocess.check_output(command, cwd=ROOT, text=True).splitlines()
    made = (json.loads(line) for line in lines if line.startswith("{"))
    return [one["executable"] for one in made if one.get("executable")][-1]


def mapshaper_program():
    """The path of mapshaper, installed."""
    folder = os.path.join(ROOT, "target", "mapshaper")
    program = os.path.join(folder, "node_modules", "mapshaper", "bin", "mapshaper")
    if not os.path.exists(program):
        os.makedirs(folder, exist_ok=True)
        command = ["npm", "install", "--prefix", folder, "--omit=optional", "--ignore-scripts", f"mapshaper@{VERSION}"]
        subprocess.check_call(command)
    return program


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    data = os.environ.get("LAGESBILD_SHARED", os.path.join(ROOT, "..", "shared", "data"))
    source = os.path.join(data, "reference", "lsoa_england", "lsoa11_england_wgs84.topojson")
    bench, mapshaper = bench_program(), mapshaper_program()
    env = dict(os.environ, LAGESBILD_SHARED=data)
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as theirs:
        levels = []
        for nth in (2, 1, 0):
            out = os.path.join(theirs, f"level-{nth}.topojson")
            simplify = ["-simplify", "weighted", "keep-shapes", f"interval={INTERVALS[nth]:.1f}"]
            levels += simplify + ["-o", out, f"quantization={LINES}"]
        peer = [mapshaper, source, "-clean", *levels]
        for number in range(1, rounds + 1):
            wall, cpu, mb, said = timed([bench, ours], env)
            print(f"round {number}: ours {wall:.1f} s ({cpu:.1f} s of processor), {mb:.0f} MB")
            print("   " + said.strip().replace("\n", "\n   "))
            wall, cpu, mb, _ = timed(peer, env)
            print(f"round {number}: mapshaper {wall:.1f} s ({cpu:.1f} s of processor), {mb:.0f} MB", flush=True)
        for nth in range(3):
            mine = brotli(os.path.join(ours, f"level-{nth}.arcs"))
            other = brotli(os.path.join(theirs, f"level-{nth}.topojson"))
            print(f"level {nth}: ours {mine} bytes, mapshaper {other} bytes, ratio {mine / other:.2f}")


if __name__ == "__main__":
    main()

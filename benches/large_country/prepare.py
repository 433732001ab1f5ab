#!/usr/bin/env python3
"""Makes the 32,844 areas of England into a source that `lagesbild build` takes: five times as many areas as Sweden has.

    python3 benches/large_country/prepare.py DATA OUT

DATA is the folder of real data, OUT is made anew: borders of areas and districts, one table, one manifest. The program
knows the codes and the place of Sweden only, so every area gets a code in the form of a DeSO, every district that of a
municipality, and the country lies in the middle of Sweden, true to size. Districts go to four counties by the kind of
their code. The value of an area is its rank of deprivation in hundredths (2015 and 2019 are published; the years around
and between them follow the line through both, so that there are years to go through), and the number of households is
that of 2011. Nothing of this says anything about England.
"""

import csv
import json
import math
import os
import subprocess
import sys

YEARS = range(2010, 2025)
# Metres in a degree in the middle of England, and where its south-western corner lies among Sweden's coordinates.
DEGREE = [67_000.0, 111_320.0]
CORNER = [240_000.0, 6_200_000.0]
# Of the mapshaper that joins areas into districts.
MAPSHAPER = "0.7.70"
COUNTIES = {"E06": "01", "E07": "03", "E08": "04", "E09": "05"}


def main(data, out):
    england = os.path.join(data, "reference", "lsoa_england")
    os.makedirs(out, exist_ok=True)
    topology = os.path.join(england, "lsoa11_england_wgs84.topojson")
    west, south = json.load(open(topology))["transform"]["translate"]

    def place(point):
        return [round(CORNER[axis] + (point[axis] - (west, south)[axis]) * DEGREE[axis], 2) for axis in (0, 1)]

    def moved(part):
        return place(part) if isinstance(part[0], (int, float)) else [moved(inner) for inner in part]

    areas = shaped(topology, [], out, "areas")
    districts = shaped(topology, ["-dissolve", "LAD13CD"], out, "districts")
    district_codes, count = {}, {}
    for code in sorted(area["properties"]["LAD13CD"] for area in districts):
        county = COUNTIES[code[:3]]
        count[county] = count.get(county, 0) + 1
        # Two digits are too few for the two hundred districts of one kind.
        wide = f"{int(county) + 20 * (count[county] // 100):02}"
        district_codes[code] = f"{wide}{count[county] % 100:02}"
    area_codes, number = {}, {}
    for area in sorted(areas, key=lambda area: area["properties"]["LSOA11CD"]):
        district = district_codes[area["properties"]["LAD13CD"]]
        number[district] = number.get(district, 0) + 1
        area_codes[area["properties"]["LSOA11CD"]] = f"{district}A{number[district]:04}"

    write(out, "areas.geojson", areas, moved, lambda own: (area_codes[own["LSOA11CD"]], own["LSOA11NM"]))
    write(out, "districts.geojson", districts, moved, lambda own: (district_codes[own["LAD13CD"]], own["LAD13CD"]))
    values(england, out, area_codes)
    counties = sorted({code[:2] for code in district_codes.values()})
    with open(os.path.join(out, "counties.csv"), "w") as file:
        file.write("code,name\n" + "".join(f"{code},Grupp {code}\n" for code in counties))
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "manifest.toml")) as file:
        manifest = file.read()
    with open(os.path.join(out, "manifest.toml"), "w") as file:
        file.write(manifest)
    print(f"{len(areas)} areas, {len(districts)} districts, {len(counties)} groups of them in {out}")


def shaped(topology, steps, out, name):
    """The features that mapshaper makes of the file."""
    file = os.path.join(out, f"{name}.found.geojson")
    command = ["npx", "--yes", f"mapshaper@{MAPSHAPER}", topology, *steps, "-o", "format=geojson", file]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    features = json.load(open(file))["features"]
    os.remove(file)
    return features


def write(out, name, features, moved, named):
    with open(os.path.join(out, name), "w") as file:
        crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3006"}}
        file.write('{"type":"FeatureCollection","crs":' + json.dumps(crs) + ',"features":[\n')
        lines = []
        for feature in features:
            code, title = named(feature["properties"])
            shape = feature["geometry"]
            shape = {"type": shape["type"], "coordinates": moved(shape["coordinates"])}
            own = {"code": code, "name": title}
            lines.append(json.dumps({"type": "Feature", "properties": own, "geometry": shape}, separators=(",", ":")))
        file.write(",\n".join(lines) + "\n]}\n")


def values(england, out, area_codes):
    """One row an area, district, group and year: the mean rank in hundredths, and the households."""

    def table(name):
        with open(os.path.join(england, name)) as file:
            return {row["lsoa11_code"]: row for row in csv.DictReader(file)}

    first, later = table("imd2015_lsoa11.csv"), table("imd2019_lsoa11.csv")
    people = table("census11_household_deprivation_lsoa11.csv")
    n = len(area_codes)
    sums = {}
    for own, code in area_codes.items():
        households = sum(int(people[own][f"households_deprived_in_{deprived}"]) for deprived in range(5))
        ranks = [100.0 * int(row[own]["IMD_rank"]) / n for row in (first, later)]
        for year in YEARS:
            value = min(max(ranks[0] + (ranks[1] - ranks[0]) * (year - 2015) / 4, 0.0), 100.0)
            for place in (code, code[:4], code[:2], "00"):
                total = sums.setdefault((place, year), [0, 0.0])
                total[0] += households
                total[1] += households * value
    with open(os.path.join(out, "values.csv"), "w") as file:
        file.write("code,year,households,rank\n")
        for (place, year), (households, total) in sorted(sums.items()):
            assert math.isfinite(total) and households > 0, place
            file.write(f"{place},{year},{households},{total / households:.2f}\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])

//! The numbers of the real sources, read here a second time and without the project's own readers: which file, which
//! column and which rows belong to which indicator is said once more, independently of the manifest.

use lagesbild::model::{AreaCode, Level, Period, Vintage};
use std::collections::BTreeMap;
use std::path::Path;

/// Numbers by area and period, of a table.
type Numbers = BTreeMap<(AreaCode, Period), f64>;

/// All numbers by indicator, level and vintage.
pub(super) type AllNumbers = BTreeMap<(String, Level, Vintage), Numbers>;

/// A row of a source by the names of its columns.
type Row = BTreeMap<String, String>;

/// Reads all sources.
pub(super) fn numbers(shared: &Path) -> AllNumbers {
    let mut reader = Reader { folder: shared.join("statistics"), all: AllNumbers::new() };
    reader.panels();
    reader.small_areas();
    reader.ages();
    reader.votes();
    reader.series();
    reader.months();
    reader.all
}

struct Reader {
    folder: std::path::PathBuf,
    all: AllNumbers,
}

impl Reader {
    fn rows(&self, file: &str) -> Vec<Row> {
        csv::Reader::from_path(self.folder.join(file)).unwrap().deserialize().map(Result::unwrap).collect()
    }

    fn json(&self, file: &str) -> serde_json::Value {
        serde_json::from_slice(&std::fs::read(self.folder.join("scb_pxweb_raw").join(file)).unwrap()).unwrap()
    }

    fn add(&mut self, slug: &str, vintage: u16, code: &str, period: &str, number: f64) {
        let code: AreaCode = code.parse().unwrap();
        let place = (slug.to_owned(), code.level(), Vintage(vintage));
        let before = self.all.entry(place).or_default().insert((code, period.parse().unwrap()), number);
        assert!(before.is_none(), "{slug} {period}: twice");
    }

    fn panels(&mut self) {
        for (file, key) in
            [("kommun_ar_2011_2024.csv", "kommunkod"), ("lan_riket_ar_2011_2024.csv", "lanskod")]
        {
            for row in self.rows(file) {
                for (slug, column) in [
                    ("befolkning", "population"),
                    ("disponibel-inkomst", "median_income_tkr"),
                    ("arbetsloshet", "unemployment_rate"),
                    ("fardigstallda-bostader", "completions"),
                    ("kt-tal", "kt_ratio"),
                ] {
                    let Some(cell) = row.get(column) else { continue };
                    if slug != "kt-tal" || row["has_native_kt"] == "True" {
                        self.add(slug, 2023, &row[key], &row["year"], cell.parse().unwrap());
                    }
                }
            }
        }
        for row in self.rows("kommun_panel_2002_2022.csv") {
            for (slug, column) in [
                ("andel-0-19", "share0_19"),
                ("andel-75-plus", "share75_"),
                ("forgymnasial-utbildning", "share_elementary_school"),
                ("gymnasial-utbildning", "share_secondary_school"),
                ("eftergymnasial-utbildning", "share_tertiary_school"),
                ("roster-vanster", "share_votes_left_last_election"),
            ] {
                let share: f64 = row[column].parse().unwrap();
                // Six decimals of a share are four of a percentage.
                self.add(slug, 2023, &row["kommunkod"], &row["year"], (share * 1e6).round() / 1e4);
            }
            self.add(
                "kommunal-skattesats",
                2023,
                &row["kommunkod"],
                &row["year"],
                row["tax_rate"].parse().unwrap(),
            );
        }
    }

    fn small_areas(&mut self) {
        for row in self.rows("deso2018_stockholms_lan_folkmangd_2010_2023.csv") {
            for year in ["2010", "2023"] {
                if let Ok(people) = row[&format!("folkmangd_{year}")].parse() {
                    self.add("befolkning", 2018, &row["desokod"], year, people);
                }
            }
        }
        for row in self.rows("deso2018_uppsala_lan_folkmangd_2016.csv") {
            self.add("befolkning", 2018, &row["desokod"], "2016", row["folkmangd_2016_12"].parse().unwrap());
        }
        for row in self.rows("karlstad_deso_regso2025_folkmangd_2025.csv") {
            if row["niva"] == "deso" {
                for (slug, column) in [
                    ("befolkning", "folkmangd"),
                    ("andel-0-19", "andel_0_19"),
                    ("andel-65-plus", "andel_65plus"),
                ] {
                    self.add(slug, 2025, &row["kod"], &row["ar"], row[column].parse().unwrap());
                }
            }
        }
        for row in self.rows("deso2018_mobiseg_indicators_2019.csv") {
            self.add(
                "ice-fodelseregion",
                2018,
                &row["desokod"],
                "2019",
                row["resi_ice_birth"].parse().unwrap(),
            );
            let spread = row["resi_evenness_income"].parse().unwrap();
            self.add("inkomstojamnhet-kvartiler", 2018, &row["desokod"], "2019", spread);
        }
        for row in self.rows("deso2025_stockholms_lan_inkomst_arbetsloshet_2024.csv") {
            let income: f64 = row["medel_nettoinkomst_sek_2024"].parse().unwrap();
            self.add("nettoinkomst-medel", 2025, &row["desokod"], "2024", income / 1000.0);
            let share = row["arbetslosa_andel_av_arbetskraft_16_64_2024"].parse().unwrap();
            self.add("arbetslosa-av-arbetskraften", 2025, &row["desokod"], "2024", share);
        }
        let incomes = self.json("scb_Tab2InkDesoRegso_0780_regso2025_2024.json");
        for entry in incomes["data"].as_array().unwrap() {
            let [region, _, sex, year] = [0, 1, 2, 3].map(|at| entry["key"][at].as_str().unwrap());
            if sex == "1+2" {
                let income = entry["values"][0].as_str().unwrap().parse().unwrap();
                self.add("nettoinkomst-medel", 2025, region.split('_').next().unwrap(), year, income);
            }
        }
        for row in self.rows("regso2020_omradestyp_2022.csv") {
            self.add("omradestyp", 2020, &row["regsokod"], "2022", row["omradestyp"].parse().unwrap());
        }
        for row in self.rows("karlstad_regso_socioekonomiskt_index_2011_2024.csv") {
            let slug = match row["indikator"].as_str() {
                "index" => "socioekonomiskt-index",
                "omradestyp" => "omradestyp",
                "andel_lag_ek_standard" => "index-lag-ekonomisk-standard",
                "andel_forgymnasial" => "index-forgymnasial-utbildning",
                "andel_bistand_arbetsloshet" => "index-bistand-eller-arbetsloshet",
                other => panic!("{other}"),
            };
            self.add(slug, 2025, &row["regsokod"], &row["ar"], row["varde"].parse().unwrap());
        }
    }

    /// Ages of the six cities come from a table of text here, while the edition reads the answers of the interface.
    fn ages(&mut self) {
        let mut people: BTreeMap<(u16, String, String), BTreeMap<String, u32>> = BTreeMap::new();
        for row in self.rows("regso2025_sex_stader_alder_kon_2024.csv") {
            if row["kon"] == "1+2" {
                let area = people.entry((2025, row["regsokod"].clone(), row["ar"].clone())).or_default();
                area.insert(row["alder"].clone(), row["folkmangd"].parse().unwrap());
            }
        }
        for row in self.rows("regso_vaxjo_alder_kon_2010_2024.csv") {
            let area = people.entry((2020, row["regsokod"].clone(), row["ar"].clone())).or_default();
            area.insert(row["alder"].clone(), row["totalt"].parse().unwrap());
        }
        for ((vintage, code, year), ages) in &people {
            let all = f64::from(ages["totalt"]);
            self.add("befolkning", *vintage, code, year, all);
            for (slug, groups) in [
                ("andel-0-19", &["-4", "5-9", "10-14", "15-19"][..]),
                ("andel-20-24", &["20-24"]),
                ("andel-65-plus", &["65-69", "70-74", "75-79", "80-"]),
                ("andel-75-plus", &["75-79", "80-"]),
            ] {
                // It is published of the newest areas alone, for the notes on students.
                if slug == "andel-20-24" && *vintage != 2025 {
                    continue;
                }
                if let Some(parts) = groups.iter().map(|group| ages.get(*group)).collect::<Option<Vec<_>>>() {
                    let share = f64::from(parts.into_iter().sum::<u32>()) / all * 100.0;
                    self.add(slug, *vintage, code, year, (share * 1e4).round() / 1e4);
                }
            }
        }
    }

    fn votes(&mut self) {
        for (file, key, election) in [
            ("val2022_riksdag_deso2025.csv", "desokod", "riksdag"),
            ("val2022_riksdag_regso2025.csv", "regsokod", "riksdag"),
            ("val2022_regionval_regso2025.csv", "regsokod", "region"),
            ("val2022_kommunval_regso2025.csv", "regsokod", "kommun"),
        ] {
            for row in self.rows(file) {
                for party in ["S", "M", "SD", "V", "C", "KD", "MP", "L"] {
                    if let Ok(share) = row[party].parse() {
                        let slug = format!("roster-{}-{election}", party.to_lowercase());
                        self.add(&slug, 2025, &row[key], "2022", share);
                    }
                }
            }
        }
    }

    /// Long series of one file: `(dataset, series, indicator)`, `*` in a series standing for the code.
    fn series(&mut self) {
        let mut educated: BTreeMap<(String, String), [Option<f64>; 2]> = BTreeMap::new();
        for row in self.rows("karlstad_riket_kolada_tidsserier.csv") {
            let parts: Vec<&str> = row["serie"].split('/').collect();
            let found = match (row["dataset"].as_str(), &*parts) {
                ("medelalder", [_, code]) => Some(("medelalder", *code)),
                ("befolkning_lang", [_, code]) => Some(("folkmangd-sedan-1968", *code)),
                ("prognos_oversikt", ["serier", "folkmängd"]) => Some(("befolkningsframskrivning", "1780")),
                ("befolkningsforandringar", ["serier", "flyttnetto"]) => Some(("flyttnetto", "1780")),
                ("bostader", ["totalt"]) => Some(("nybyggda-lagenheter", "1780")),
                ("kolada_behorighet", [_, code]) => Some(("behoriga-till-gymnasiet", *code)),
                ("kolada_gymnasieexamen", [_, code]) => Some(("gymnasieexamen", *code)),
                ("kolada_hemtjanst", [_, code]) => Some(("nojda-med-hemtjansten", *code)),
                ("kolada_resultat", [_, code]) => Some(("kommunens-resultat", *code)),
                ("kolada_soliditet", [_, code]) => Some(("kommunens-soliditet", *code)),
                ("kolada_nettokostnadsavvikelse", [_, code]) => Some(("nettokostnadsavvikelse", *code)),
                ("arbetsmarknad", ["sysselsattningsgrad", code]) => Some(("sysselsattning-per-manad", *code)),
                ("arbetsmarknad", ["arbetsloshet", code]) => Some(("arbetsloshet-per-manad", *code)),
                ("inkomst", ["median", code, "1+2"]) => Some(("forvarvsinkomst-median", *code)),
                ("inkomst", ["medel", code]) => Some(("forvarvsinkomst-medel", *code)),
                ("forsorjningskvot", [_, code, "totalt"]) => Some(("forsorjningskvot", *code)),
                ("skattesats", ["till_kommun", "00"]) => Some(("kommunal-skattesats", "00")),
                _ => None,
            };
            let number: f64 = row["varde"].parse().unwrap();
            if let Some((slug, code)) = found {
                self.add(slug, 2023, code, &row["period"], number);
            }
            if row["dataset"] == "utbildning" {
                let (code, at) = match &*parts {
                    ["grupper", code, "eftergymnasial"] => (*code, 0),
                    ["totalt", code] => (*code, 1),
                    _ => continue,
                };
                educated.entry((code.to_owned(), row["period"].clone())).or_default()[at] = Some(number);
            }
        }
        for ((code, period), [part, whole]) in educated {
            let share = part.unwrap() / whole.unwrap() * 100.0;
            self.add("eftergymnasial-25-64", 2023, &code, &period, (share * 1e4).round() / 1e4);
        }
    }

    /// Counties by month: JSON-stat whose dimensions are region, age, sex, contents and month, both sexes first.
    fn months(&mut self) {
        let data = self.json("pxwebapi2_TAB6471_data.json");
        let months: Vec<String> = {
            let index = data["dimension"]["Tid"]["category"]["index"].as_object().unwrap();
            let mut months: Vec<_> =
                index.iter().map(|(id, at)| (at.as_u64().unwrap(), id.clone())).collect();
            months.sort();
            months.into_iter().map(|(_, id)| id).collect()
        };
        let values: Vec<f64> =
            data["value"].as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect();
        let (n_ages, n_sexes) = (11, 3);
        for (code, at) in data["dimension"]["Region"]["category"]["index"].as_object().unwrap() {
            let county = usize::try_from(at.as_u64().unwrap()).unwrap();
            for (month, period) in months.iter().enumerate() {
                let of_age = |age: usize| values[((county * n_ages + age) * n_sexes) * months.len() + month];
                self.add("folkmangd-per-manad", 2023, code, period, (0..n_ages).map(of_age).sum());
            }
        }
    }
}

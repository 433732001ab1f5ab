//! Persons by area and group from a CSV file: a column a group, or a row a group.

use super::table::{Row, Table};
use crate::publish::PublishError;
use crate::stats::counts::{Counts, CountsError, Numbers};
use crate::stats::segregation::{Comparison, Undefined};
use clap::Args;
use std::collections::HashMap;
use std::path::Path;

/// The columns of a file of counts.
#[derive(Debug, Args)]
pub(super) struct Columns {
    /// The column with the area's code.
    #[arg(long, value_name = "COLUMN", required_unless_present = "long")]
    area: Option<String>,
    /// One row for each area and group: the columns of area, group and persons.
    #[arg(long, value_delimiter = ',', value_name = "AREA,GROUP,N")]
    long: Vec<String>,
    /// The group that is compared: a column (with --long, a group).
    #[arg(long, conflicts_with = "groups")]
    group: Option<String>,
    /// The column with all persons, of which the group is a part.
    #[arg(long, requires = "group", conflicts_with_all = ["against", "long"])]
    total: Option<String>,
    /// The group it is compared with, as if nobody else lived there.
    #[arg(long, requires = "group")]
    against: Option<String>,
    /// All groups, compared at once.
    #[arg(long, value_delimiter = ',')]
    groups: Vec<String>,
    /// Computes everything for each value of this column apart.
    #[arg(long, value_name = "COLUMN")]
    by: Option<String>,
    /// Allows estimates: numbers of persons that are not whole.
    #[arg(long)]
    fractional: bool,
}

/// The counts of a file.
#[derive(Debug)]
pub(super) struct Loaded {
    /// The file as it was named.
    pub(super) file: String,
    /// The groups by column of the counts, where they have names of their own.
    pub(super) groups: Vec<String>,
    /// What is compared with what.
    pub(super) comparison: Comparison,
    /// One part, or one for each value of `--by` in the order they are met.
    pub(super) parts: Vec<Part>,
}

/// The areas that are computed together.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) by: Option<String>,
    pub(super) areas: Vec<String>,
    pub(super) counts: Counts,
    /// The further columns asked for, area by area.
    pub(super) further: Vec<Vec<String>>,
}

/// Rows that belong together, before they are counts.
#[derive(Default)]
struct Gathered<'a> {
    areas: Vec<String>,
    place_of: HashMap<String, usize>,
    /// The row where each area was met first.
    rows: Vec<&'a Row>,
    cells: Vec<f64>,
    further: Vec<Vec<String>>,
}

impl Loaded {
    /// Why an index of the named groups (all, where none are) has no value, with the groups' own names.
    pub(super) fn reason(&self, reason: Undefined, named: &[usize]) -> String {
        let Undefined::EmptyGroup { group } = reason else { return reason.to_string() };
        let group = match (named.is_empty(), named.get(group)) {
            (true, _) => self.groups.get(group),
            (false, named) => named.and_then(|&group| self.groups.get(group)),
        };
        match group {
            Some(name) => format!("group \"{name}\" has no members"),
            None => "nobody is outside the group".to_owned(),
        }
    }
}

impl Columns {
    /// Reads and checks the counts of a file.
    pub(super) fn load(&self, path: &Path, further: &[String]) -> Result<Loaded, PublishError> {
        let (groups, comparison) = self.comparison()?;
        let table = Table::read(path)?;
        let by = self.by.as_deref().map(|name| table.column(name)).transpose()?;
        let further = further.iter().map(|name| table.column(name)).collect::<Result<Vec<_>, _>>()?;
        let mut order: Vec<Option<String>> = Vec::new();
        let mut gathered: HashMap<Option<String>, Gathered<'_>> = HashMap::new();
        let source = if self.long.is_empty() {
            Source::Wide { groups: self.counted(&groups, &table)?, area: table.column(self.area_column())? }
        } else {
            let [area, group, n] = self.long.as_slice() else {
                return Err(PublishError::bad("--long names three columns: area, group and persons."));
            };
            if let Some(other) = self.area.as_ref().filter(|other| *other != area) {
                return Err(PublishError::bad(format!(
                    "--area is \"{other}\", but --long names \"{area}\" for the areas; say one of them."
                )));
            }
            Source::Long { area: table.column(area)?, group: table.column(group)?, n: table.column(n)? }
        };
        let rest = self.group.is_some() && self.against.is_none() && !self.long.is_empty();
        let n_cells = groups.len() + usize::from(self.total.is_some() || rest);
        for row in table.rows() {
            let key = by.map(|by| table.text(row, by).map(str::to_owned)).transpose()?;
            let part = gathered.entry(key.clone()).or_insert_with(|| {
                order.push(key);
                Gathered::default()
            });
            let further: Vec<String> = further
                .iter()
                .map(|&column| table.text(row, column).map(str::to_owned))
                .collect::<Result<_, _>>()?;
            source.add(part, &table, row, n_cells, &groups, further)?;
        }
        let columns = match &source {
            Source::Wide { groups, .. } => groups.clone(),
            Source::Long { n, .. } => vec![*n; n_cells],
        };
        if let Source::Long { group, .. } = source {
            let known = |name: &String| {
                table.rows().iter().any(|row| table.text(row, group).is_ok_and(|met| met == name))
            };
            if let Some(name) = groups.iter().find(|name| !known(name)) {
                let column = &table.columns()[group];
                return Err(PublishError::bad(format!(
                    "{}, column \"{column}\": no row has the group \"{name}\".",
                    table.file
                )));
            }
        }
        let parts = order
            .into_iter()
            .map(|by| {
                let part = gathered.remove(&by).unwrap_or_default();
                let counts = self.counts_of(&part, n_cells, &table, &columns)?;
                Ok(Part { by, areas: part.areas, counts, further: part.further })
            })
            .collect::<Result<_, PublishError>>()?;
        Ok(Loaded { file: table.file, groups, comparison, parts })
    }

    fn area_column(&self) -> &str {
        self.area.as_deref().unwrap_or_default()
    }

    fn comparison(&self) -> Result<(Vec<String>, Comparison), PublishError> {
        let whole = self.total.is_some() || !self.long.is_empty();
        match (&self.group, &self.against, self.groups.as_slice()) {
            (Some(group), Some(against), _) if group == against => Err(PublishError::bad(format!(
                "--group and --against are both \"{group}\"; two groups are needed."
            ))),
            (Some(group), Some(against), _) => {
                Ok((vec![group.clone(), against.clone()], Comparison::TwoGroups(0, 1)))
            }
            (Some(group), None, _) if whole => Ok((vec![group.clone()], Comparison::GroupWithRest(0))),
            (Some(group), None, _) => Err(PublishError::bad(format!(
                "--group {group} needs --total COLUMN (all persons) or --against GROUP."
            ))),
            (None, _, groups) if groups.len() >= 2 => {
                if let Some(name) =
                    groups.iter().enumerate().find(|(idx, name)| groups[..*idx].contains(name))
                {
                    return Err(PublishError::bad(format!("--groups names \"{}\" twice.", name.1)));
                }
                Ok((groups.to_vec(), Comparison::AllGroups))
            }
            _ => Err(PublishError::bad(
                "Say which groups to compare: --group A --total COLUMN, --group A --against B, or --groups A,B,…",
            )),
        }
    }

    /// The columns of a wide file that hold counts: the groups, then the total.
    fn counted(&self, groups: &[String], table: &Table) -> Result<Vec<usize>, PublishError> {
        groups.iter().chain(&self.total).map(|name| table.column(name)).collect()
    }

    fn counts_of(
        &self,
        part: &Gathered<'_>,
        n_cells: usize,
        table: &Table,
        columns: &[usize],
    ) -> Result<Counts, PublishError> {
        let numbers = if self.fractional { Numbers::Fractional } else { Numbers::Whole };
        let n_areas = part.areas.len();
        // A cell at fault is told before a sum of it.
        // In a long file, what has no row is nobody.
        let cells = part.cells.iter().map(|&n| if n.is_nan() { 0.0 } else { n }).collect();
        let made = Counts::new(n_areas, n_cells, cells, numbers).and_then(|checked| {
            if self.total.is_none() {
                return Ok(checked);
            }
            Counts::from_group_and_total(&checked.group(0), &checked.group(1), numbers)
        });
        made.map_err(|error| self.in_words(&error, part, table, columns))
    }

    fn in_words(
        &self,
        error: &CountsError,
        part: &Gathered<'_>,
        table: &Table,
        columns: &[usize],
    ) -> PublishError {
        let at =
            |area: usize, group: usize, what: String| table.fault(part.rows[area], columns[group], &what);
        match *error {
            CountsError::NotFinite { area, group, value } => {
                at(area, group, format!("{value} is not a finite number"))
            }
            CountsError::Negative { area, group, value } => {
                at(area, group, format!("{value} persons; a number of persons is 0 or more"))
            }
            CountsError::TooLarge { area, group, value } => {
                at(area, group, format!("{value} persons; 2^53 is the most that is counted exactly"))
            }
            CountsError::NotWhole { area, group, value } => at(
                area,
                group,
                format!("{value} persons is not a whole number; --fractional allows estimates"),
            ),
            CountsError::GroupLargerThanTotal { area, members, persons } => {
                let total = self.total.as_deref().unwrap_or_default();
                at(area, 0, format!("the group has {members} members, but \"{total}\" has {persons} persons"))
            }
            CountsError::WrongSize { .. } => PublishError::bad(format!("{}: {error}.", table.file)),
        }
    }
}

/// How a file holds its counts, by place of column.
enum Source {
    Wide { area: usize, groups: Vec<usize> },
    Long { area: usize, group: usize, n: usize },
}

impl Source {
    fn add<'a>(
        &self,
        part: &mut Gathered<'a>,
        table: &Table,
        row: &'a Row,
        n_cells: usize,
        groups: &[String],
        further: Vec<String>,
    ) -> Result<(), PublishError> {
        let (Self::Wide { area, .. } | Self::Long { area, .. }) = self;
        let code = table.text(row, *area)?;
        let known = part.place_of.get(code).copied();
        match self {
            Self::Wide { groups, .. } => {
                if let Some(place) = known {
                    let what = format!("area \"{code}\" has a row already, row {}", part.rows[place].line);
                    return Err(table.fault(row, *area, &what));
                }
                part.begin(code, row, further);
                for &column in groups {
                    part.cells.push(table.number(row, column)?);
                }
            }
            Self::Long { group, n, .. } => {
                let name = table.text(row, *group)?;
                let place = known.unwrap_or_else(|| {
                    part.cells.extend(std::iter::repeat_n(f64::NAN, n_cells));
                    part.begin(code, row, further.clone())
                });
                if part.further[place] != further {
                    let what = format!(
                        "area \"{code}\" lies in {} here and in {} in row {}",
                        further.join(", "),
                        part.further[place].join(", "),
                        part.rows[place].line
                    );
                    return Err(table.fault(row, *area, &what));
                }
                let persons = table.number(row, *n)?;
                // Groups that are not asked for are the rest, where there is one.
                let column = groups.iter().position(|group| group == name);
                let is_rest = column.is_none();
                let Some(column) = column.or((n_cells > groups.len()).then_some(groups.len())) else {
                    return Ok(());
                };
                let cell = &mut part.cells[place * n_cells + column];
                if !cell.is_nan() && !is_rest {
                    let what = format!("area \"{code}\" has a row for this group already");
                    return Err(table.fault(row, *group, &what));
                }
                if persons < 0.0 {
                    let what = format!("{persons} persons; a number of persons is 0 or more");
                    return Err(table.fault(row, *n, &what));
                }
                *cell = if cell.is_nan() { persons } else { *cell + persons };
            }
        }
        Ok(())
    }
}

impl<'a> Gathered<'a> {
    fn begin(&mut self, code: &str, row: &'a Row, further: Vec<String>) -> usize {
        self.place_of.insert(code.to_owned(), self.areas.len());
        self.areas.push(code.to_owned());
        self.rows.push(row);
        self.further.push(further);
        self.areas.len() - 1
    }
}

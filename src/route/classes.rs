//! How a map's values are put into classes, as an address says it: `method=manual&breaks=5,10.5,20`.

use crate::decimal;
use crate::order::sort_numbers;

/// Fewest classes that an address can ask for.
pub const FEWEST_CLASSES: u8 = 2;
/// Most classes that an address can ask for: more colours cannot be told apart.
pub const MOST_CLASSES: u8 = 9;

/// How a map's values are put into classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ClassMethod {
    /// As many areas in each class.
    #[default]
    Quantile,
    /// Classes of equal width.
    EqualInterval,
    /// Limits where the values have gaps.
    NaturalBreaks,
    /// Distances from the mean.
    StandardDeviation,
    /// Split at the mean, again and again above it.
    HeadTail,
    /// Round limits.
    Rounded,
    /// Equal distances on both sides of the national value.
    Diverging,
    /// Limits that the reader has chosen.
    Manual,
}

impl ClassMethod {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Quantile,
        Self::EqualInterval,
        Self::NaturalBreaks,
        Self::StandardDeviation,
        Self::HeadTail,
        Self::Rounded,
        Self::Diverging,
        Self::Manual,
    ];

    /// The name in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Quantile => "quantile",
            Self::EqualInterval => "equal-interval",
            Self::NaturalBreaks => "natural-breaks",
            Self::StandardDeviation => "standard-deviation",
            Self::HeadTail => "head-tail",
            Self::Rounded => "rounded",
            Self::Diverging => "diverging",
            Self::Manual => "manual",
        }
    }

    /// The method of a name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.id() == id)
    }
}

/// What a reader has chosen of how values are put into classes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classes {
    /// How limits are found.
    pub method: ClassMethod,
    /// Number of classes asked for.
    pub number: u8,
    /// The limits, where the method is [`ClassMethod::Manual`]; else none.
    pub limits: Limits,
}

/// The limits between classes that a reader has chosen: ascending, finite, fewer than [`MOST_CLASSES`]; none by default.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Limits(Vec<f64>);

/// They are finite, so that each is equal to itself.
impl Eq for Limits {}

impl Limits {
    /// The limits in order, each once; none if there is none, if they are too many, or if one of them is no number that a
    /// value could be.
    pub fn new(mut limits: Vec<f64>) -> Option<Self> {
        if limits.iter().any(|limit| !limit.is_finite() || limit.abs() > FARTHEST) {
            return None;
        }
        // No sign on zero: it could not be read back.
        limits.iter_mut().for_each(|limit| *limit = decimal::rounded(*limit, DECIMALS) + 0.0);
        sort_numbers(&mut limits);
        limits.dedup();
        (!limits.is_empty() && limits.len() < usize::from(MOST_CLASSES)).then_some(Self(limits))
    }

    /// The limits as numbers.
    pub fn numbers(&self) -> &[f64] {
        &self.0
    }

    /// The limits of an address: numbers with a decimal point and commas between them.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let limits: Option<Vec<f64>> = text.split(',').map(limit).collect();
        Self::new(limits?)
    }

    /// As [`Limits::parse`] reads them; nothing for none.
    pub(super) fn text(&self) -> Option<String> {
        let limits: Vec<String> = self.0.iter().map(|limit| decimal::plain(*limit)).collect();
        (!limits.is_empty()).then(|| limits.join(","))
    }
}

/// A limit as it is written: digits, with a decimal point or a minus sign where they are needed.
pub fn limit(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |digits: &str| {
        (1..=MOST_DIGITS).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    (is_number(whole) && is_number(fraction)).then(|| decimal::number(text))
}

/// More decimals are never shown, so that nobody can mean them.
const DECIMALS: u8 = 6;
/// Beyond the kronor that there are.
const FARTHEST: f64 = 1e13;
/// As many as the reading of numbers is exact for, with the decimals.
const MOST_DIGITS: usize = 14;

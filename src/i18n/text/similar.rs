//! Words around similar areas whose weights the reader can change.

/// The words in one language.
pub struct SimilarText {
    /// Heading of the areas like one.
    pub heading: fn(&str) -> String,
    /// What the table shows, and that the weights can be changed.
    pub lede: &'static str,
    /// Label of the weight of an indicator.
    pub weight_of: fn(&str) -> String,
    /// Column heading of the weights.
    pub weight: &'static str,
    /// The weights from none to double.
    pub weights: [&'static str; 4],
    /// The part of an indicator in a difference: "bidrar 34 %".
    pub part: fn(&str) -> String,
    /// The whole difference.
    pub difference: &'static str,
    /// Every indicator has been given no weight, or the area lacks a value.
    pub none: &'static str,
    /// Takes an area into the comparison.
    pub add: fn(&str) -> String,
    /// Label of the choice of areas among which those alike are sought.
    pub among: &'static str,
    /// All of the level.
    pub among_all: &'static str,
}

/// Swedish.
pub const SV: SimilarText = SimilarText {
    heading: |name| format!("Vilka liknar {name}?"),
    lede: "De fem som ligger närmast i indikatorerna nedan, och hur mycket var och en bidrar till skillnaden. Välj \
           själv hur mycket varje indikator ska väga. Skillnaden räknas i standardavvikelser: 0 är helt lika.",
    weight_of: |indicator| format!("Vikt för {indicator}"),
    weight: "Vikt",
    weights: ["Ingen", "Halv", "Hel", "Dubbel"],
    part: |share| format!("bidrar {share}"),
    difference: "Skillnad",
    none: "Ge minst en indikator en vikt. Området behöver också ha värden i de indikatorer som väger.",
    add: |name| format!("Ta med {name} i jämförelsen"),
    among: "Sök bland",
    among_all: "Alla",
};

/// English.
pub const EN: SimilarText = SimilarText {
    heading: |name| format!("Which are like {name}?"),
    lede: "The five that are nearest in the indicators below, and how much each adds to the difference. Choose how much \
           each indicator shall weigh. The difference is in standard deviations: 0 is quite the same.",
    weight_of: |indicator| format!("Weight of {indicator}"),
    weight: "Weight",
    weights: ["None", "Half", "Full", "Double"],
    part: |share| format!("adds {share}"),
    difference: "Difference",
    none: "Give at least one indicator a weight. The area also needs values in those that weigh.",
    add: |name| format!("Take {name} into the comparison"),
    among: "Seek among",
    among_all: "All",
};

//! The shapes in which the explorer shows one and the same view.

/// How figures are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shape {
    /// Areas in their places.
    #[default]
    Map,
    /// Over time.
    Line,
    /// Areas in order.
    Ranking,
    /// How values spread.
    Distribution,
    /// Two indicators against each other.
    Scatter,
    /// Numbers.
    Table,
}

impl Shape {
    /// All of them, in the order of the explorer's tabs.
    pub const ALL: [Self; 6] =
        [Self::Map, Self::Line, Self::Ranking, Self::Distribution, Self::Scatter, Self::Table];

    /// The name in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Line => "line",
            Self::Ranking => "ranking",
            Self::Distribution => "distribution",
            Self::Scatter => "scatter",
            Self::Table => "table",
        }
    }

    /// The shape of a name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.id() == id)
    }
}

//! Words of figures that are framed in forms that the explorer does not have, and of the code in pictures.

use crate::route::EmbedView;

/// Those words in one language.
pub struct FormsText {
    /// A form by its name; empty for the explorer's own shapes, which it names itself.
    pub name: fn(EmbedView) -> &'static str,
    /// An address names something that the edition does not have.
    pub not_here: &'static str,
    /// Where the code in a picture leads.
    pub check_code: &'static str,
}

pub(super) const SV: FormsText = FormsText {
    name: |view| match view {
        EmbedView::Slope => "Två tidpunkter",
        EmbedView::Strip => "Plats bland alla",
        EmbedView::AreaTypes => "Områdestyper över tid",
        EmbedView::WithinBetween => "Mellan och inom områden",
        EmbedView::Separation => "Hur åtskilda grupper bor",
        EmbedView::Compare => "Områden sida vid sida",
        EmbedView::Pyramid => "Ålder och kön",
        EmbedView::Curve => "Segregationskurva",
        EmbedView::Event => "Insats bredvid liknande områden",
        EmbedView::Shape(_) | EmbedView::Summary => "",
    },
    not_here: "Det som adressen nämner finns inte i den här utgåvan, så det finns inget att visa.",
    check_code: "Rutkoden leder till sidan där figuren kan granskas.",
};

pub(super) const EN: FormsText = FormsText {
    name: |view| match view {
        EmbedView::Slope => "Two points in time",
        EmbedView::Strip => "Place among all",
        EmbedView::AreaTypes => "Area types over time",
        EmbedView::WithinBetween => "Between and within areas",
        EmbedView::Separation => "How apart groups live",
        EmbedView::Compare => "Areas side by side",
        EmbedView::Pyramid => "Age and sex",
        EmbedView::Curve => "Segregation curve",
        EmbedView::Event => "Measure beside similar areas",
        EmbedView::Shape(_) | EmbedView::Summary => "",
    },
    not_here: "What the address names is not in this edition, so there is nothing to show.",
    check_code: "The code leads to the page where the figure can be checked.",
};

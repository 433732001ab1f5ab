//! Words about who decides and what was done.

use crate::model::Theme;

/// The words in one language.
pub struct ChangeText {
    /// Heads who decides.
    pub mandate_heading: &'static str,
    /// Under it.
    pub mandate_lede: &'static str,
    /// Who decides in a policy field.
    pub mandate: fn(Theme) -> &'static str,

    /// Nothing is known of measures here.
    pub events_none: fn(&str) -> String,
    /// A measure taken by a place.
    pub measure: &'static str,
    /// A reform for all.
    pub reform: &'static str,
    /// From a period on.
    pub from: fn(&str) -> String,
    /// The line of comparable areas.
    pub compared_mean: fn(usize) -> String,
    /// Heads the reforms.
    pub reforms_heading: &'static str,
    /// Opens how the comparison was made.
    pub comparison_how: &'static str,
}

/// Swedish.
pub(super) const SV: ChangeText = ChangeText {
    mandate_heading: "Vem bestämmer?",
    mandate_lede: "Ansvaret är delat. Så här är det fördelat inom varje område.",
    mandate: |theme| match theme {
        Theme::Housing => {
            "Kommunen planerar för bostäder och äger ofta ett bostadsbolag. Staten bestämmer regler för hyra, lån och bidrag."
        }
        Theme::Education => {
            "Kommunen ansvarar för förskola och skola, tillsammans med fristående huvudmän. Staten bestämmer läroplaner och bidrag."
        }
        Theme::Labour => {
            "Staten ansvarar för arbetsmarknadspolitiken genom Arbetsförmedlingen. Kommunen ordnar vuxenutbildning och egna insatser."
        }
        Theme::Economy => {
            "Staten bestämmer skatter, pensioner och socialförsäkring. Kommunen beslutar om ekonomiskt bistånd."
        }
        Theme::Democracy => {
            "Kommun, region och stat ordnar val tillsammans med Valmyndigheten. Föreningar och partier gör mycket av arbetet."
        }
        Theme::Health => {
            "Regionen ansvarar för vården, staten för polisen och kommunen för förebyggande arbete."
        }
    },
    events_none: |name| {
        format!(
            "Utgåvan har inga registrerade åtgärder i {name}. Kommuner kan lämna uppgifter till den som ger ut Lägesbild."
        )
    },
    measure: "Åtgärd",
    reform: "Reform",
    from: |period| format!("från {period}"),
    compared_mean: |n| format!("Medel, {n} liknande"),
    reforms_heading: "Reformer som gällde alla",
    comparison_how: "Så är jämförelsen gjord",
};

/// English.
pub(super) const EN: ChangeText = ChangeText {
    mandate_heading: "Who decides?",
    mandate_lede: "Responsibility is shared. This is how it is divided in each field.",
    mandate: |theme| match theme {
        Theme::Housing => {
            "The municipality plans for housing and often owns a housing company. The state decides on rules for rents, loans \
             and grants."
        }
        Theme::Education => {
            "The municipality is responsible for preschool and school, with independent providers. The state decides on \
             curricula and grants."
        }
        Theme::Labour => {
            "The state is responsible for labour market policy through the Public Employment Service. The municipality \
             arranges adult education and efforts of its own."
        }
        Theme::Economy => {
            "The state decides on taxes, pensions and social insurance. The municipality decides on economic support."
        }
        Theme::Democracy => {
            "Municipality, region and state hold elections with the Election Authority. Associations and parties do much of \
             the work."
        }
        Theme::Health => {
            "The region is responsible for health care, the state for the police and the municipality for prevention."
        }
    },
    events_none: |name| {
        format!(
            "The edition lists no measures in {name}. Municipalities can report them to the publisher of Lägesbild."
        )
    },
    measure: "Measure",
    reform: "Reform",
    from: |period| format!("from {period}"),
    compared_mean: |n| format!("Mean of {n} alike"),
    reforms_heading: "Reforms for all",
    comparison_how: "How the comparison is made",
};

//! Periods in words.

use crate::model::{Language, Period};

/// A period by itself: `2024`, `juli 2024`, `July 2024`.
pub fn period_text(period: Period, language: Language) -> String {
    let year = period.calendar_year();
    match month_name(period, language) {
        None => year.to_string(),
        Some(month) => format!("{month} {year}"),
    }
}

/// A period for narrow places: `2024`, `jul 2024`, `Jul 2024`.
pub fn short_period_text(period: Period, language: Language) -> String {
    let year = period.calendar_year();
    match month_name(period, language) {
        None => year.to_string(),
        Some(month) => format!("{} {year}", &month[..3]),
    }
}

/// When something was so, inside a sentence: Swedish has years bare (`2024`) and months with a preposition
/// (`i juli 2024`); English has `in` before both.
pub fn in_period(period: Period, language: Language) -> String {
    let text = period_text(period, language);
    match (language, period.month()) {
        (Language::Sv, None) => text,
        (Language::Sv, Some(_)) => format!("i {text}"),
        (Language::En, _) => format!("in {text}"),
    }
}

/// From a period to another: `2011–2024`, `juli–december 2024`, `december 2023 – mars 2024`. One period twice is one.
pub fn period_range(first: Period, last: Period, language: Language) -> String {
    let (first_text, last_text) = (period_text(first, language), period_text(last, language));
    match (month_name(first, language), month_name(last, language)) {
        _ if first == last => last_text,
        (None, None) => format!("{first_text}–{last_text}"),
        (Some(month), Some(_)) if first.calendar_year() == last.calendar_year() => {
            format!("{month}–{last_text}")
        }
        _ => format!("{first_text} – {last_text}"),
    }
}

fn month_name(period: Period, language: Language) -> Option<&'static str> {
    const SV: [&str; 12] = [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let names = match language {
        Language::Sv => &SV,
        Language::En => &EN,
    };
    period.month().and_then(|month| names.get(usize::from(month) - 1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{En, Sv};

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    #[test]
    fn years_and_months_in_both_languages() {
        assert_eq!(period_text(period("2024"), Sv), "2024");
        assert_eq!(period_text(period("2024M07"), Sv), "juli 2024");
        assert_eq!(period_text(period("2024M07"), En), "July 2024");
        assert_eq!(short_period_text(period("2024M05"), Sv), "maj 2024");
        assert_eq!(short_period_text(period("2024M12"), En), "Dec 2024");
        assert_eq!(in_period(period("2024"), Sv), "2024");
        assert_eq!(in_period(period("2024M07"), Sv), "i juli 2024");
        assert_eq!(in_period(period("2024"), En), "in 2024");
    }

    #[test]
    fn ranges_say_the_year_once_where_one_is_enough() {
        assert_eq!(period_range(period("2011"), period("2024"), Sv), "2011–2024");
        assert_eq!(period_range(period("2024"), period("2024"), Sv), "2024");
        assert_eq!(period_range(period("2024M07"), period("2024M12"), Sv), "juli–december 2024");
        assert_eq!(period_range(period("2023M12"), period("2024M03"), En), "December 2023 – March 2024");
    }
}

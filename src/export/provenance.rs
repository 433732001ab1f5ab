//! What a picture of ours says of itself, read back: the address of its view and the edition of its numbers.

use super::png_text::text_of;
use crate::route::{EmbedView, Frame, Page, Route, Shape, View};

/// Where a picture comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The address of the view, as the picture has it.
    pub address: String,
    /// The edition.
    pub edition: String,
}

impl Provenance {
    /// Reads a PNG or SVG file. None for a file that is no picture of ours or has lost its words.
    pub fn read(file: &[u8]) -> Option<Self> {
        let found = match text_of(file, "Source") {
            Some(address) if file.starts_with(b"\x89PNG") => {
                Self { address, edition: text_of(file, "Edition").unwrap_or_default() }
            }
            _ => Self::of_svg(&String::from_utf8_lossy(file))?,
        };
        // What a file says is typed text to us: twelve hexadecimal digits are an edition, all else is none.
        let is_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let is_edition = found.edition.len() == 12 && found.edition.bytes().all(is_hex);
        (is_edition && !found.address.is_empty()).then_some(found)
    }

    fn of_svg(svg: &str) -> Option<Self> {
        let (_, metadata) = svg.split_once("<metadata>")?;
        let term = |term: &str| {
            let (_, after) = metadata.split_once(&format!("<dc:{term}>"))?;
            let (text, _) = after.split_once(&format!("</dc:{term}>"))?;
            Some(unescaped(text))
        };
        Some(Self { address: term("source")?, edition: term("hasVersion")? })
    }

    /// Path and query of the address, with the edition; none of its host, which may be anybody's.
    pub fn path(&self) -> String {
        let address = self
            .address
            .split_once("://")
            .map_or(self.address.as_str(), |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
        let address = address.split('#').next().unwrap_or_default();
        address.to_owned()
    }
}

impl Provenance {
    /// The view that the picture shows, with its edition. Of its address only path and query are read, so that no picture
    /// leads to another site.
    pub fn view(&self) -> View {
        self.route().view
    }

    /// Where the figure is checked, at the site that its address names; none where it names no site. A page of many
    /// figures is read again with the same numbers.
    pub fn check_address(&self) -> Option<String> {
        let (scheme, rest) = self.address.split_once("://")?;
        let host = rest.split('/').next().filter(|host| !host.is_empty())?;
        let (read, _) = Route::parse(&self.path());
        let to = match read.page {
            Page::Compare | Page::Basket => {
                read.with_view(View { edition: Some(self.edition.clone()), ..read.view.clone() })
            }
            _ => self.route(),
        };
        Some(format!("{scheme}://{host}{to}"))
    }

    /// The page that checks it.
    fn route(&self) -> Route {
        let (route, _) = Route::parse(&self.path());
        let view = route.view;
        let (shape, indicator) = match &route.page {
            Page::Embed(EmbedView::Shape(shape)) => (Some(*shape), None),
            Page::Indicator(slug) => (Some(Shape::Line), Some(slug.clone())),
            _ => (view.shape, None),
        };
        let areas = match &route.page {
            Page::Municipality(place) | Page::County(place) => vec![place.code.clone()],
            _ => view.areas,
        };
        let view = View {
            shape,
            indicator: indicator.or(view.indicator),
            areas,
            edition: Some(self.edition.clone()),
            frame: Frame::default(),
            color_scheme: None,
            ..view
        };
        Route { language: route.language, page: Page::Verify, view }
    }
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Credit;
    use crate::export::png_text::with_credit;
    use crate::model::Language;

    fn credit() -> Credit {
        Credit {
            language: Language::Sv,
            title: "A < B".into(),
            detail: String::new(),
            description: String::new(),
            source: "SCB".into(),
            edition: "0123456789ab".into(),
            licence: String::new(),
            contact: String::new(),
            address: "https://lagesbild.example/utforska/?view=line&area=0180,1480".into(),
            warning: None,
        }
    }

    #[test]
    fn a_picture_says_what_was_written_into_it() {
        // The signature and a header chunk; no more of a picture is looked at.
        let png = [b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR".as_slice(), &[0; 17]].concat();
        let svg = format!("<svg>{}</svg>", credit().metadata());
        for file in [with_credit(&png, &credit()), svg.into_bytes()] {
            let found = Provenance::read(&file).unwrap();
            assert_eq!(
                (found.address.as_str(), found.edition.as_str()),
                (&*credit().address, "0123456789ab")
            );
            assert_eq!(found.path(), "/utforska/?view=line&area=0180,1480");
        }
    }

    #[test]
    fn a_figure_is_checked_at_its_own_site() {
        let of = |address: &str| Provenance { address: address.into(), edition: "0123456789ab".into() };
        let checked = |address: &str| of(address).check_address();
        let found =
            checked("https://lagesbild.example/utforska/?view=line&area=0180,1480&theme=dark").unwrap();
        assert_eq!(found, "https://lagesbild.example/granska/?view=line&area=0180,1480&edition=0123456789ab");
        let found = checked("http://localhost:8080/en/indicator/arbetsloshet/").unwrap();
        assert_eq!(
            found,
            "http://localhost:8080/en/verify/?view=line&indicator=arbetsloshet&edition=0123456789ab"
        );
        let found = checked("https://lagesbild.example/kommun/1480-goteborg/").unwrap();
        assert_eq!(found, "https://lagesbild.example/granska/?area=1480&edition=0123456789ab");
        // The view is the same whoever's host the address names; without a host there is nowhere to go.
        assert_eq!(of("https://evil.example/utforska/?area=01").view(), of("/utforska/?area=01").view());
        assert_eq!(checked("/utforska/?area=01"), None);
        assert_eq!(checked("https:///utforska/"), None);
    }

    #[test]
    fn other_files_say_nothing() {
        let no_edition = Credit { edition: "<script>".into(), ..credit() };
        let svg = format!("<svg>{}</svg>", no_edition.metadata());
        for file in
            [&b""[..], b"GIF89a", b"<svg></svg>", b"\x89PNG\r\n\x1a\n\xff\xff\xff\xff", svg.as_bytes()]
        {
            assert_eq!(Provenance::read(file), None);
        }
    }
}

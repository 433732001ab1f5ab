//! The five ways to put a figure in another's page, as HTML to paste, in the order in which they are offered.

/// The ways, best first for most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// A frame of a fixed height.
    Frame,
    /// A frame with the script that gives it the figure's height.
    Helper,
    /// Our own element, which holds a still figure until the frame is there.
    Element,
    /// A picture.
    Picture,
    /// A sentence with a link.
    Link,
}

impl Way {
    /// All of them, in order.
    pub(super) const ALL: [Self; 5] = [Self::Frame, Self::Helper, Self::Element, Self::Picture, Self::Link];
}

/// What a snippet is made of. Texts are not yet escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Snippet {
    /// Scheme and host of the site.
    pub(super) origin: String,
    /// Path and query of the framed figure.
    pub(super) framed: String,
    /// Path and query of the whole view.
    pub(super) whole: String,
    /// The picture's file: that of the site, or a name for the one that the reader saves.
    pub(super) picture: String,
    /// Height of the frame, CSS pixels.
    pub(super) height: u32,
    /// The figure's title.
    pub(super) title: String,
    /// What a picture says to those who do not see it.
    pub(super) description: String,
    /// A sentence about the figure.
    pub(super) sentence: String,
    /// Source and edition.
    pub(super) source: String,
    /// What the link says.
    pub(super) link: String,
}

impl Snippet {
    /// The HTML.
    pub(super) fn html(&self, way: Way) -> String {
        let Self { origin, height, .. } = self;
        let address = format!("{}{}", escaped(origin), escaped(&self.framed));
        let whole = format!("{}{}", escaped(origin), escaped(&self.whole));
        let (title, sentence) = (escaped(&self.title), escaped(&self.sentence));
        let frame = format!(
            "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
             style=\"border:0\"></iframe>"
        );
        let figure = format!(
            "<figure>\n  <a href=\"{whole}\"><img src=\"{}\" alt=\"{}\" width=\"1200\" height=\"630\" loading=\"lazy\" \
             style=\"max-width:100%;height:auto\"></a>\n  <figcaption>{title}. {}</figcaption>\n</figure>",
            escaped(&self.picture),
            escaped(&self.description),
            escaped(&self.source),
        );
        let script = |name: &str| format!("<script src=\"{}/{name}\" async></script>", escaped(origin));
        match way {
            Way::Frame => frame,
            Way::Helper => format!("{frame}\n{}", script("embed.js")),
            Way::Element => format!(
                "<lagesbild-figur src=\"{address}\" title=\"{title}\">\n{figure}\n</lagesbild-figur>\n{}",
                script("figur.js")
            ),
            Way::Picture => figure,
            Way::Link => format!("<p>{sentence} <a href=\"{whole}\">{}</a></p>", escaped(&self.link)),
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snippet() -> Snippet {
        Snippet {
            origin: "https://lagesbild.example".into(),
            framed: "/embed/line/?indicator=a&area=0180,1480".into(),
            whole: "/utforska/?view=line&indicator=a".into(),
            picture: "https://lagesbild.example/og/a.png".into(),
            height: 480,
            title: "Andel \"<b>\" & mer".into(),
            description: "Linje.".into(),
            sentence: "Andelen är 5 %.".into(),
            source: "Källa: SCB.".into(),
            link: "Öppna figuren".into(),
        }
    }

    #[test]
    fn every_way_names_the_figure_once_and_nothing_ends_an_attribute_early() {
        for way in Way::ALL {
            let html = snippet().html(way);
            assert!(!html.contains("\"<b>\"") && !html.contains("<b>"), "{html}");
            let framed = html.matches("/embed/line/?indicator=a&amp;area=0180,1480\"").count();
            let is_framed = matches!(way, Way::Frame | Way::Helper | Way::Element);
            assert_eq!(framed, usize::from(is_framed), "{html}");
            assert_eq!(html.matches('"').count() % 2, 0, "{html}");
            assert_eq!(html.contains("<script"), matches!(way, Way::Helper | Way::Element), "{html}");
        }
    }

    #[test]
    fn a_frame_has_what_a_page_needs_to_hold_its_place() {
        let html = snippet().html(Way::Frame);
        for part in
            ["title=\"Andel", "width=\"100%\"", "height=\"480\"", "loading=\"lazy\"", "style=\"border:0\""]
        {
            assert!(html.contains(part), "{part}: {html}");
        }
    }
}

//! The face that pictures are set in, and pictures as pixels.

use crate::publish::PublishError;
use resvg::{tiny_skia, usvg};
use std::path::Path;

/// The face that pictures are set in.
pub struct Face {
    options: usvg::Options<'static>,
}

impl Face {
    /// Reads a `.woff2` or `.ttf` file.
    ///
    /// # Errors
    /// When it cannot be read or holds no face.
    pub fn read(face: &Path) -> Result<Self, PublishError> {
        let bytes = std::fs::read(face).map_err(|error| PublishError::io("read", face, &error))?;
        let bytes = match bytes.starts_with(b"wOF2") {
            true => wuff::decompress_woff2(&bytes).map_err(|error| {
                PublishError::bad(format!("The face {} could not be unpacked: {error:?}.", face.display()))
            })?,
            false => bytes,
        };
        let mut options = usvg::Options::default();
        let fonts = options.fontdb_mut();
        fonts.load_font_data(bytes);
        let Some(family) = fonts.faces().next().and_then(|face| Some(face.families.first()?.0.clone()))
        else {
            let face = face.display();
            return Err(PublishError::bad(format!(
                "{face} holds no face; allowed are .woff2 and .ttf files."
            )));
        };
        fonts.set_sans_serif_family(family);
        Ok(Self { options })
    }

    /// An SVG as PNG with so many pixels to a CSS pixel.
    ///
    /// # Errors
    /// When the picture is too large to be drawn.
    pub fn png(&self, svg: &str, ratio: f32) -> Result<Vec<u8>, PublishError> {
        let tree = usvg::Tree::from_str(svg, &self.options)
            .map_err(|error| PublishError::bad(format!("The picture could not be drawn: {error}.")))?;
        let size = tree.size().to_int_size().scale_by(ratio);
        let canvas = size.and_then(|size| tiny_skia::Pixmap::new(size.width(), size.height()));
        let mut canvas = canvas.ok_or_else(|| PublishError::bad("The picture is too large to be drawn."))?;
        resvg::render(&tree, tiny_skia::Transform::from_scale(ratio, ratio), &mut canvas.as_mut());
        let png = canvas.encode_png();
        png.map_err(|error| PublishError::bad(format!("The picture could not be packed: {error}.")))
    }
}

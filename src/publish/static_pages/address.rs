//! The address that the site will have.

use super::super::PublishError;

/// The address that a site will have, as `https://example.org`: only with it can sitemap, feeds and catalogue be made,
/// which others read away from the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteAddress(String);

impl SiteAddress {
    /// Takes an address with or without its final slash.
    ///
    /// # Errors
    /// When it does not begin with `https://` or `http://`, or has a path: pages link from the root.
    pub fn parse(address: &str) -> Result<Self, PublishError> {
        let trimmed = address.trim_end_matches('/');
        let host = trimmed.strip_prefix("https://").or_else(|| trimmed.strip_prefix("http://"));
        let is_plain = |host: &str| {
            !host.is_empty()
                && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:".contains(&byte))
        };
        match host {
            Some(host) if is_plain(host) => Ok(Self(trimmed.to_owned())),
            _ => Err(PublishError::bad(format!(
                "The site's address “{address}” cannot be used: allowed is https:// and a name without a path, as \
                 https://example.org."
            ))),
        }
    }

    /// The full address of a path that begins with `/`.
    pub(super) fn of(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

/// The full address of a path, or the path itself where the site's address is not known.
pub(super) fn full(address: Option<&SiteAddress>, path: &str) -> String {
    address.map_or_else(|| path.to_owned(), |address| address.of(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_taken_and_all_else_refused_with_a_sentence() {
        let address = SiteAddress::parse("https://lagesbild.example/").unwrap();
        assert_eq!(address.of("/kommun/0180-stockholm/"), "https://lagesbild.example/kommun/0180-stockholm/");
        assert!(SiteAddress::parse("http://localhost:8080").is_ok());
        for wrong in
            ["", "lagesbild.example", "https://", "https://a.example/path", "ftp://a.example", "https://a b"]
        {
            let error = SiteAddress::parse(wrong).unwrap_err().to_string();
            assert!(error.contains(&format!("“{wrong}”")) && error.contains("allowed is"), "{error}");
        }
    }
}

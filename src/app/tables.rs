//! Several files of an edition, on their way at the same time.

use crate::components::figures::Figures;
use crate::error::{LoadError, Problem};
use crate::fetch::{Edition, Http, join};
use crate::model::{AreaCode, Catalogue, Cube, Indicator, Level, Profile, Vintage};
use std::pin::Pin;
use std::sync::Arc;

/// The levels that pages compare.
pub(super) const USUAL: [Level; 3] = [Level::Nation, Level::County, Level::Municipality];

/// All periods of an indicator on some levels, as far as it has them, in the vintage that is asked for where it has that.
pub(super) async fn figures_of(
    edition: &Edition<Http>,
    catalogue: &Catalogue,
    slug: &str,
    levels: &[Level],
    vintage: Option<Vintage>,
) -> Result<Arc<Figures>, LoadError> {
    let Some(indicator) = catalogue.indicator(slug) else {
        return Err(LoadError::new("catalogue.json", Problem::UnknownIndicator(slug.to_owned())));
    };
    let tables = tables_of(edition, indicator, levels, vintage).await?;
    Ok(Arc::new(Figures { slug: slug.to_owned(), vintage, tables }))
}

/// Tables on their way.
type Tables<'a> = Pin<Box<dyn Future<Output = Result<Vec<(Level, Arc<Cube>)>, LoadError>> + 'a>>;

/// An indicator's tables, on their way at the same time.
fn tables_of<'a>(
    edition: &'a Edition<Http>,
    indicator: &'a Indicator,
    levels: &'a [Level],
    vintage: Option<Vintage>,
) -> Tables<'a> {
    Box::pin(async move {
        match levels {
            [] => Ok(Vec::new()),
            [level] => match indicator.table_of(*level, vintage) {
                Some(table) => {
                    let cube = edition.history(&indicator.slug, *level, table.vintage).await?;
                    Ok(vec![(*level, cube)])
                }
                None => Ok(Vec::new()),
            },
            _ => {
                let (first, last) = levels.split_at(1);
                let (first, last) = join(
                    tables_of(edition, indicator, first, vintage),
                    tables_of(edition, indicator, last, vintage),
                )
                .await;
                let mut tables = first?;
                tables.extend(last?);
                Ok(tables)
            }
        }
    })
}

/// Profiles on their way.
type Profiles<'a> = Pin<Box<dyn Future<Output = Result<Vec<Arc<Profile>>, LoadError>> + 'a>>;

/// Profiles on their way at the same time.
pub(super) fn profiles_of<'a>(edition: &'a Edition<Http>, codes: &'a [AreaCode]) -> Profiles<'a> {
    Box::pin(async move {
        match codes {
            [] => Ok(Vec::new()),
            [code] => Ok(vec![edition.profile(code).await?]),
            _ => {
                let (first, last) = codes.split_at(codes.len() / 2);
                let (first, last) = join(profiles_of(edition, first), profiles_of(edition, last)).await;
                let mut profiles = first?;
                profiles.extend(last?);
                Ok(profiles)
            }
        }
    })
}

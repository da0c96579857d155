//! The icons and the manifest that make the page installable.

use serde_json::json;

use super::{Named, digest};
use crate::Outcome;
use crate::paths;

/// The icon in each form that is asked for, from `style/`.
const FORMS: &[(&str, &str, &str, &str)] = &[
    ("icon", "svg", "any", "image/svg+xml"),
    ("icon-192", "png", "192x192", "image/png"),
    ("icon-512", "png", "512x512", "image/png"),
];

pub fn all() -> Outcome<Vec<Named>> {
    FORMS
        .iter()
        .map(|(stem, ext, _, _)| {
            let file = paths::root().join("style").join(format!("{stem}.{ext}"));
            let bytes = std::fs::read(&file)
                .map_err(|why| format!("cannot read `{}`: {why}", file.display()))?;
            Ok(digest::named(stem, ext, bytes))
        })
        .collect()
}

pub fn manifest(icons: &[Named]) -> Named {
    let shown: Vec<_> = icons
        .iter()
        .zip(FORMS)
        .map(|((name, _), (_, _, sizes, kind))| json!({"src": name, "sizes": sizes, "type": kind}))
        .collect();
    let manifest = json!({
        "id": "./",
        "name": "Recourse",
        "short_name": "Recourse",
        "description": "Credit decisions, collections timelines and suspicious-activity reports",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#f7f9fa",
        "theme_color": "#0f5c63",
        "icons": shown,
    });
    ("manifest.webmanifest".to_owned(), format!("{manifest}\n").into_bytes())
}

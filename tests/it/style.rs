//! The colours of `style/tokens.css` can be read: contrasts as WCAG 2 reckons them.

use std::collections::BTreeMap;

/// A colour as OKLCH gives it: lightness 0 to 1, chroma, hue in degrees.
type Oklch = [f64; 3];

#[derive(Clone, Copy, Debug)]
enum Mode {
    Light,
    Dark,
}

/// One pair that must differ by at least `least`, in every mode.
struct Pair {
    front: &'static str,
    back: &'static str,
    least: f64,
}

const SURFACES: [&str; 5] = ["bg", "surface", "raised", "sunken", "hover"];
const MEANINGS: [&str; 5] = ["accent", "settled", "due", "late", "danger"];

fn tokens() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/style/tokens.css");
    std::fs::read_to_string(path).unwrap()
}

fn oklch(text: &str) -> Oklch {
    let inside = text.trim().strip_prefix("oklch(").unwrap().trim_end_matches(')');
    let mut parts = inside.split_whitespace();
    let lightness = parts.next().unwrap().trim_end_matches('%');
    let mut number = || parts.next().unwrap().parse::<f64>().unwrap();
    let (chroma, hue) = (number(), number());
    [lightness.parse::<f64>().unwrap() / 100.0, chroma, hue]
}

/// Every `--name: light-dark(oklch(…), oklch(…))` of a block.
fn colours(block: &str) -> BTreeMap<String, [Oklch; 2]> {
    let one = |declaration: &str| {
        let (_, declaration) = declaration.rsplit_once("--")?;
        let (name, value) = declaration.split_once(':')?;
        let pair = value.trim().strip_prefix("light-dark(")?.strip_suffix(')')?;
        let (light, dark) = pair.split_once("),")?;
        Some((name.to_owned(), [oklch(light), oklch(dark)]))
    };
    block.split(';').filter_map(one).collect()
}

fn luminance([lightness, chroma, hue]: Oklch) -> f64 {
    let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    let red = 4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s;
    let green = -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s;
    let blue = -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s;
    0.2126 * red.clamp(0.0, 1.0) + 0.7152 * green.clamp(0.0, 1.0) + 0.0722 * blue.clamp(0.0, 1.0)
}

fn contrast(one: Oklch, other: Oklch) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn pair(front: &'static str, back: &'static str, least: f64) -> Pair {
    Pair { front, back, least }
}

fn pairs() -> Vec<Pair> {
    let mut pairs = vec![
        pair("accent-ink", "accent", 4.5),
        pair("accent-ink", "accent-strong", 4.5),
        pair("danger-ink", "danger-fill", 4.5),
    ];
    for back in SURFACES {
        pairs.push(pair("ink", back, 7.0));
        pairs.push(pair("ink-2", back, 7.0));
        pairs.push(pair("ink-3", back, 4.5));
        pairs.push(pair("edge", back, 3.0));
        pairs.extend(MEANINGS.map(|front| pair(front, back, 4.5)));
    }
    for (front, back) in [
        ("accent", "accent-weak"),
        ("settled", "settled-weak"),
        ("due", "due-weak"),
        ("late", "late-weak"),
        ("danger", "danger-weak"),
    ] {
        pairs.push(pair(front, back, 4.5));
        pairs.push(pair("ink", back, 7.0));
        pairs.push(pair("ink-3", back, 4.5));
    }
    pairs
}

fn faults(colours: &BTreeMap<String, [Oklch; 2]>) -> Vec<String> {
    let mut faults = Vec::new();
    for Pair { front, back, least } in pairs() {
        for (place, mode) in [Mode::Light, Mode::Dark].into_iter().enumerate() {
            let found = contrast(colours[front][place], colours[back][place]);
            if found < least {
                faults.push(format!("{mode:?}: {front} on {back} is {found:.2}, not {least}"));
            }
        }
    }
    faults
}

#[test]
fn black_on_white_is_21_to_1() {
    let found = contrast([0.0, 0.0, 0.0], [1.0, 0.0, 0.0]);
    assert!((found - 21.0).abs() < 0.01, "{found}");
}

#[test]
fn every_text_can_be_read_in_light_and_in_dark() {
    let text = tokens();
    let usual = colours(text.split("@media").next().unwrap());
    assert!(usual.len() >= 25, "only {} colours were read", usual.len());
    assert_eq!(faults(&usual), Vec::<String>::new());
}

#[test]
fn more_contrast_is_more() {
    let text = tokens();
    let usual = colours(text.split("@media").next().unwrap());
    let block = text.split("prefers-contrast: more").nth(1).unwrap();
    let stronger = colours(block.split("@media").next().unwrap());
    assert!(stronger.contains_key("ink-3"));
    let mut all = usual.clone();
    all.extend(stronger);
    assert_eq!(faults(&all), Vec::<String>::new());
    for place in 0..2 {
        let before = contrast(usual["ink-3"][place], usual["bg"][place]);
        let after = contrast(all["ink-3"][place], all["bg"][place]);
        assert!(after >= 7.0 && after > before, "{before} then {after}");
    }
}

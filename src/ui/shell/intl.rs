//! Numbers, money, days and moments by the browser's own `Intl`.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::app::{Format, Lang, PlainFormat};
use crate::domain::{Day, Instant, Money};

struct IntlFormat {
    lang: Lang,
}

static EN: IntlFormat = IntlFormat { lang: Lang::En };
static ZH_HANT: IntlFormat = IntlFormat { lang: Lang::ZhHant };

/// The formats of a language.
pub fn format(lang: Lang) -> &'static dyn Format {
    match lang {
        Lang::En => &EN,
        Lang::ZhHant => &ZH_HANT,
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// With this many decimal places.
    Number(u32),
    Day,
    DayShort,
    Moment,
    Time,
}

thread_local! {
    /// Making a formatter costs far more than using one.
    static MADE: RefCell<BTreeMap<(&'static str, Kind), Function>> = const { RefCell::new(BTreeMap::new()) };
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    object
}

fn make(tag: &str, kind: Kind) -> Function {
    let tags = Array::of1(&JsValue::from_str(tag));
    let text = JsValue::from_str;
    let dates =
        |pairs: &[(&str, JsValue)]| Intl::DateTimeFormat::new(&tags, &options(pairs)).format();
    match kind {
        Kind::Number(places) => {
            let places = JsValue::from(places);
            let pairs =
                [("minimumFractionDigits", places.clone()), ("maximumFractionDigits", places)];
            Intl::NumberFormat::new(&tags, &options(&pairs)).format()
        }
        Kind::Day => dates(&[
            ("timeZone", text("UTC")),
            ("weekday", text("short")),
            ("day", text("numeric")),
            ("month", text("short")),
            ("year", text("numeric")),
        ]),
        Kind::DayShort => {
            dates(&[("timeZone", text("UTC")), ("day", text("numeric")), ("month", text("short"))])
        }
        Kind::Moment => dates(&[
            ("day", text("numeric")),
            ("month", text("short")),
            ("year", text("numeric")),
            ("hour", text("2-digit")),
            ("minute", text("2-digit")),
            ("hourCycle", text("h23")),
        ]),
        Kind::Time => dates(&[
            ("hour", text("2-digit")),
            ("minute", text("2-digit")),
            ("hourCycle", text("h23")),
        ]),
    }
}

impl IntlFormat {
    /// None when the browser refuses: then the plain format stands in.
    fn apply(&self, kind: Kind, value: &JsValue) -> Option<String> {
        let tag = self.lang.tag();
        let format = MADE.with_borrow_mut(|made| {
            made.entry((tag, kind)).or_insert_with(|| make(tag, kind)).clone()
        });
        format.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
    }

    fn plain(&self) -> PlainFormat {
        PlainFormat { lang: self.lang }
    }

    fn date(&self, kind: Kind, instant: Instant) -> Option<String> {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a date in milliseconds is exact in a double"
        )]
        let millis = instant.millis() as f64;
        self.apply(kind, &JsValue::from_f64(millis))
    }
}

/// The hyphen that `Intl` writes becomes a true minus sign.
fn minus(text: String) -> String {
    text.replace('-', "\u{2212}")
}

impl Format for IntlFormat {
    fn lang(&self) -> Lang {
        self.lang
    }

    fn amount(&self, money: Money) -> String {
        // As text: `Intl` formats decimal text exactly, a double would not hold it.
        let number = JsValue::from_str(&money.number());
        self.apply(Kind::Number(money.currency().digits()), &number)
            .map_or_else(|| self.plain().amount(money), minus)
    }

    fn number(&self, number: i64) -> String {
        let text = JsValue::from_str(&number.to_string());
        self.apply(Kind::Number(0), &text).map_or_else(|| self.plain().number(number), minus)
    }

    fn day(&self, day: Day) -> String {
        self.date(Kind::Day, Instant::start_of(day)).unwrap_or_else(|| self.plain().day(day))
    }

    fn day_short(&self, day: Day) -> String {
        self.date(Kind::DayShort, Instant::start_of(day))
            .unwrap_or_else(|| self.plain().day_short(day))
    }

    fn moment(&self, instant: Instant) -> String {
        self.date(Kind::Moment, instant).unwrap_or_else(|| self.plain().moment(instant))
    }

    fn time(&self, instant: Instant) -> String {
        self.date(Kind::Time, instant).unwrap_or_else(|| self.plain().time(instant))
    }
}

//! What day and moment it is, and randomness: read once for each event.

use crate::app::Now;
use crate::domain::{Day, Instant};

/// The moment of one event.
pub fn now() -> Now {
    let date = js_sys::Date::new_0();
    let today = i32::try_from(date.get_full_year())
        .ok()
        .and_then(|year| Day::new(year, date.get_month() + 1, date.get_date()).ok())
        .unwrap_or(Day::MIN);
    #[expect(clippy::cast_possible_truncation, reason = "a moment in milliseconds is whole")]
    let instant = Instant::from_millis(date.get_time() as i64);
    Now::new(today, instant, random())
}

/// 128 random bits of the browser's generator.
pub fn random() -> u128 {
    let mut bytes = [0_u8; 16];
    let filled = web_sys::window()
        .and_then(|w| w.crypto().ok())
        .and_then(|c| c.get_random_values_with_u8_array(&mut bytes).ok());
    if filled.is_none() {
        // Every browser that runs WebAssembly has the generator; an id must be unique, not secret.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "noise")]
        let noise = (js_sys::Math::random() * 1e18) as u128;
        return noise;
    }
    u128::from_le_bytes(bytes)
}

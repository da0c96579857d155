//! Working days: a weekly pattern, a dated list of holidays, and make-up working days.

use std::collections::{BTreeMap, BTreeSet};

use super::day::{Day, Weekday};

/// The working days of one jurisdiction.
///
/// Years without a holiday list are known by their weekly pattern only;
/// [`Calendar::knows_year`] says so, and callers show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    pub name: String,
    weekend: BTreeSet<Weekday>,
    /// A day's name where it differs from the weekly pattern.
    holidays: BTreeMap<Day, String>,
    make_up_days: BTreeSet<Day>,
    years: BTreeSet<i32>,
}

/// What to do with a day that is not a working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Roll {
    /// Leave it.
    None,
    /// The next working day.
    Following,
    /// The last working day before.
    Preceding,
    /// The next working day, unless that is in the next month; then the one before.
    ModifiedFollowing,
}

impl Calendar {
    /// Saturdays and Sundays off, no holidays known.
    #[must_use]
    pub fn weekends_only(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            weekend: BTreeSet::from([Weekday::Sat, Weekday::Sun]),
            holidays: BTreeMap::new(),
            make_up_days: BTreeSet::new(),
            years: BTreeSet::new(),
        }
    }

    /// Adds the holidays of one year; the year counts as known from then on.
    #[must_use]
    pub fn with_year(
        mut self,
        year: i32,
        holidays: impl IntoIterator<Item = (Day, String)>,
        make_up_days: impl IntoIterator<Item = Day>,
    ) -> Self {
        self.years.insert(year);
        self.holidays.extend(holidays);
        self.make_up_days.extend(make_up_days);
        self
    }

    #[must_use]
    pub fn knows_year(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    #[must_use]
    pub fn holiday(&self, day: Day) -> Option<&str> {
        self.holidays.get(&day).map(String::as_str)
    }

    #[must_use]
    pub fn is_working_day(&self, day: Day) -> bool {
        self.make_up_days.contains(&day)
            || (!self.weekend.contains(&day.weekday()) && !self.holidays.contains_key(&day))
    }

    /// Moves a day that is not a working day by the rule given.
    #[must_use]
    pub fn roll(&self, day: Day, roll: Roll) -> Day {
        match roll {
            Roll::None => day,
            Roll::Following => self.seek(day, 1),
            Roll::Preceding => self.seek(day, -1),
            Roll::ModifiedFollowing => {
                let next = self.seek(day, 1);
                if next.month() == day.month() { next } else { self.seek(day, -1) }
            }
        }
    }

    /// The day on which `count` working days have passed, counting strictly after `from`.
    #[must_use]
    pub fn plus_working_days(&self, from: Day, count: u32) -> Day {
        let mut day = from;
        for _ in 0..count {
            day = self.seek(day.plus_days_clamped(1), 1);
        }
        day
    }

    /// The working day `count` working days before; the sign of `count` does not matter.
    #[must_use]
    pub fn minus_working_days(&self, from: Day, count: i64) -> Day {
        let mut day = from;
        for _ in 0..count.unsigned_abs() {
            day = self.seek(day.plus_days_clamped(-1), -1);
        }
        day
    }

    /// Working days strictly after `from`, up to and with `to`; zero when `to` is not later.
    #[must_use]
    pub fn working_days_between(&self, from: Day, to: Day) -> u32 {
        let mut count = 0_u32;
        let mut day = from;
        while day < to {
            day = day.plus_days_clamped(1);
            if self.is_working_day(day) {
                count = count.saturating_add(1);
            }
        }
        count
    }

    /// A calendar without any working day would never end; a year of looking is enough.
    fn seek(&self, from: Day, step: i64) -> Day {
        let mut day = from;
        for _ in 0..366 {
            if self.is_working_day(day) {
                return day;
            }
            day = day.plus_days_clamped(step);
        }
        from
    }
}

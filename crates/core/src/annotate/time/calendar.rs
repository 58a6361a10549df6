//! Days counted: distances between dates, days before and after, days of the week.

use crate::options::Date;

/// The days from the start of year 0 of the proleptic Gregorian calendar to `date`.
pub(super) fn number(date: Date) -> i64 {
    // The year begins in March, so that the leap day comes last.
    let (month, year) = if date.month > 2 {
        (i64::from(date.month) - 3, i64::from(date.year))
    } else {
        (i64::from(date.month) + 9, i64::from(date.year) - 1)
    };
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + i64::from(date.day) - 1
}

/// The date so many days after `date`.
pub(super) fn plus(date: Date, days: i16) -> Option<Date> {
    let wanted = number(date) + i64::from(days);
    // No word reaches further than a few days, so counting is as good as dividing.
    let mut now = date;
    while number(now) < wanted {
        now = Date::new(now.year, now.month, now.day + 1)
            .or_else(|| Date::new(now.year, now.month + 1, 1))
            .or_else(|| Date::new(now.year.checked_add(1)?, 1, 1))?;
    }
    while number(now) > wanted {
        now = match (now.month, now.day) {
            (1, 1) => Date::new(now.year - 1, 12, 31)?,
            (month, 1) => (28..=31).rev().find_map(|day| Date::new(now.year, month - 1, day))?,
            (month, day) => Date::new(now.year, month, day - 1)?,
        };
    }
    Some(now)
}

/// The day of the week: 1 for 星期一 to 7 for 星期日.
pub(super) fn weekday(date: Date) -> u8 {
    // 1 March of year 0 was a Wednesday.
    (number(date) + 2).rem_euclid(7) as u8 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a date")
    }

    #[test]
    fn days_of_the_week_and_neighbours() {
        for (day, weekday_) in [("2012-05-18", 5), ("2000-01-01", 6), ("2024-02-29", 4), ("1949-10-01", 6), ("2026-11-23", 1)] {
            assert_eq!(weekday(date(day)), weekday_, "{day}");
        }
        assert_eq!(plus(date("2012-02-28"), 2), Some(date("2012-03-01")));
        assert_eq!(plus(date("2012-01-01"), -1), Some(date("2011-12-31")));
        assert_eq!(number(date("2012-03-01")) - number(date("2011-03-01")), 366);
    }
}

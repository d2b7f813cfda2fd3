//! What a time expression says, before it is written as EDTF: calendar units that are stated, relative to the day
//! of publication, or left to the reader.

/// A day of the Gregorian calendar: year, month, day.
pub type Date = (i32, u32, u32);

/// A number of the calendar that the words state, count from the day of publication, or leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// 2023年, 5月.
    Stated(i32),
    /// 去年 is −1, 本月 is 0.
    Offset(i32),
    /// 次年, 当月: set by the text before.
    Elsewhere,
    /// Not said: the year of 5月, the month of 3日.
    Unstated,
}

/// Which end of a year: 年初, 年中, 年底.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// 年初.
    Start,
    /// 年中.
    Middle,
    /// 年底, 年末.
    End,
}

/// The calendar unit of a [`Moment`], below its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The year itself.
    Year,
    /// 2023年底.
    YearEdge(Edge),
    /// Half of the year, 1 or 2.
    Half(u32),
    /// Quarter of the year, 1 to 4.
    Quarter(u32),
    /// 本季度, 上季度: quarters from the one of publication; `None` for 当季度.
    QuarterOffset(Option<i32>),
    /// EDTF season, 21 (spring) to 24 (winter).
    Season(u32),
    /// 前三季度 and 前5月: the first so many months.
    FirstMonths(u32),
    /// A month.
    Month(Slot),
    /// 上旬, 中旬, 下旬 of a month: 1 to 3.
    Third(Slot, u32),
    /// A day of a month.
    Day(Slot, u32),
    /// Days from the day of publication: 昨天 is −1.
    DayOffset(i32),
    /// Weeks from the week of publication: 上周 is −1.
    Week(i32),
    /// A day (Monday is 1) of the week so many weeks from the one of publication; without a week: 周五.
    Weekday(Option<i32>, u32),
    /// A century; the year is not used.
    Century(Slot),
    /// 20世纪90年代: a century and the tens of its years.
    Decade(Slot, u32),
    /// A clock time whose day stands elsewhere.
    Clock,
    /// A time whose calendar dates the words do not tell: 七月第二周, 2010年同期.
    Vague,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 24.
    pub hour: u32,
    /// 0 to 59.
    pub minute: u32,
    /// 0 to 60.
    pub second: u32,
}

/// One calendar expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The year.
    pub year: Slot,
    /// The unit below it.
    pub place: Place,
    /// The time of day, where a clock time is said.
    pub clock: Option<Clock>,
}

/// A unit that periods are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// 年.
    Year,
    /// 季度.
    Quarter,
    /// 个月.
    Month,
    /// 周, 星期.
    Week,
    /// 天, 日.
    Day,
    /// 小时.
    Hour,
}

/// What a time expression means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// One moment.
    At(Moment),
    /// From the first to the last.
    Between(Moment, Moment),
    /// 自X以来, X起: open at the end.
    Since(Moment),
    /// 近五年, 五年来: so many units up to the day of publication; no count in 多年来.
    Past(Option<u32>, Unit),
    /// 未来三天: so many units from the day of publication.
    Next(Option<u32>, Unit),
    /// 三年前: so many units before the day of publication.
    Ago(Option<u32>, Unit),
    /// 目前, 春节期间: no calendar value.
    Vague,
}

impl Moment {
    /// A moment in a year.
    pub fn new(year: Slot, place: Place) -> Self {
        Moment { year, place, clock: None }
    }

    /// The month in which it begins, as far as its unit tells.
    pub fn first_month(&self) -> Option<u32> {
        Some(match self.place {
            Place::Half(half) => half * 6 - 5,
            Place::Quarter(quarter) => quarter * 3 - 2,
            Place::Month(Slot::Stated(month))
            | Place::Third(Slot::Stated(month), _)
            | Place::Day(Slot::Stated(month), _) => month as u32,
            Place::YearEdge(Edge::Start) => 1,
            Place::YearEdge(Edge::Middle) => 6,
            Place::YearEdge(Edge::End) => 12,
            _ => return None,
        })
    }

    /// Takes the year and the month it leaves out from `before`, the moment a range begins with.
    pub fn follow(mut self, before: &Moment) -> Self {
        if self.place == Place::Clock {
            return Moment { clock: self.clock, ..*before };
        }
        if let Place::Day(Slot::Unstated, day) = self.place {
            match before.place {
                Place::Day(month, _) | Place::Month(month) => self.place = Place::Day(month, day),
                Place::DayOffset(_) => return self,
                _ => {}
            }
        }
        if self.year == Slot::Unstated {
            let wraps = matches!((before.first_month(), self.first_month()), (Some(a), Some(b)) if b < a);
            self.year = match before.year {
                Slot::Stated(year) => Slot::Stated(year + i32::from(wraps)),
                Slot::Offset(offset) => Slot::Offset(offset + i32::from(wraps)),
                other => other,
            };
        } else if self.year == Slot::Elsewhere {
            self.year = match before.year {
                Slot::Stated(year) => Slot::Stated(year + 1),
                Slot::Offset(offset) => Slot::Offset(offset + 1),
                _ => Slot::Elsewhere,
            };
        }
        self
    }
}

/// Days in a month; February of a year that is not said may have 29.
pub fn month_length(year: Option<i32>, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(year.is_none_or(|y| y % 4 == 0 && (y % 100 != 0 || y % 400 == 0))),
        _ => 31,
    }
}

/// Days since 1970-01-01, proleptic Gregorian.
pub fn to_days((year, month, day): Date) -> i64 {
    // Years begin in March, so that the leap day is the last of the year.
    let year = i64::from(year) - i64::from(month < 3);
    let month = i64::from((month + 9) % 12);
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * month + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The date of a number of days since 1970-01-01.
pub fn from_days(days: i64) -> Date {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = (of_year - (153 * shifted + 2) / 5 + 1) as u32;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 } as u32;
    ((year + era * 400) as i32 + i32::from(month < 3), month, day)
}

/// The month `offset` months from that of the date.
pub fn shift_month((year, month, _): Date, offset: i32) -> (i32, u32) {
    let months = year * 12 + month as i32 - 1 + offset;
    (months.div_euclid(12), months.rem_euclid(12) as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_agree() {
        assert_eq!(to_days((1970, 1, 1)), 0);
        assert_eq!(to_days((2000, 3, 1)), 11_017);
        for days in (-800_000..800_000).step_by(17) {
            assert_eq!(to_days(from_days(days)), days);
        }
        assert_eq!(from_days(to_days((2024, 2, 28)) + 1), (2024, 2, 29));
        assert_eq!(from_days(to_days((2023, 12, 31)) + 1), (2024, 1, 1));
        assert_eq!(shift_month((2024, 1, 9), -1), (2023, 12));
    }
}

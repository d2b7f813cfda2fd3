//! `weekday-date`: a date and its weekday that do not go together: 2024年5月1日（星期四） was a Wednesday. A date
//! without year is checked only where the day of publication is known.

use super::Rule;
use crate::check::dates;
use crate::check::report::{About, Out, say};
use crate::check::story::Story;
use crate::model::Severity;
use crate::time::{month_length, to_days};

/// The rule.
pub const RULE: Rule = Rule { id: "weekday-date", on: true, run };

const DAYS: [char; 7] = ['一', '二', '三', '四', '五', '六', '日'];
const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn run(story: &Story, out: &mut Out) {
    for (passage, date) in story.dates() {
        let chars = passage.chars();
        {
            let Some((said, end)) = weekday(chars, date.range.end) else { continue };
            let relative = &chars[date.range.start.saturating_sub(2)..date.range.start];
            let year = match (date.year, story.published) {
                (Some(year), _) => year,
                (None, Some(published)) => match relative {
                    ['今', '年'] => published.0,
                    ['去', '年'] => published.0 - 1,
                    ['明', '年'] => published.0 + 1,
                    _ => dates::nearest_year(date.month, date.day, published),
                },
                (None, None) => continue,
            };
            if !(1..=12).contains(&date.month) || !(1..=month_length(Some(year), date.month)).contains(&date.day) {
                continue;
            }
            // 1970-01-01 was a Thursday.
            let is = (to_days((year, date.month, date.day)) + 3).rem_euclid(7) as usize;
            let place = About::default().and(passage.span(date.range.start..end));
            let (month, day) = (date.month, date.day);
            let (zh, en) = (
                format!("{year}年{month}月{day}日是星期{}", DAYS[is]),
                format!("{year}-{month:02}-{day:02} is a {}", NAMES[is]),
            );
            if is == said {
                out.agree(place, None, say(zh, en));
            } else {
                let message = say(format!("{zh}，不是星期{}", DAYS[said]), format!("{en}, no {}", NAMES[said]));
                out.find(Severity::Error, place, None, message);
            }
        }
    }
}

/// The weekday behind a date, in brackets or not, Monday 0, and where it ends.
fn weekday(chars: &[char], at: usize) -> Option<(usize, usize)> {
    let at = at + usize::from(matches!(chars.get(at), Some('(' | ',' | ' ')));
    let digit = match chars.get(at..)? {
        ['星', '期', ..] | ['礼', '拜', ..] => at + 2,
        ['周', ..] => at + 1,
        _ => return None,
    };
    let day = match *chars.get(digit)? {
        '天' => 6,
        c => DAYS.iter().position(|&day| day == c)?,
    };
    Some((day, digit + 1))
}

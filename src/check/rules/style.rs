//! Usage of numerals, after GB/T 15835—2011 (出版物上数字用法) and common editing practice. Severity `style`: nothing is wrong
//! with the figures.
//!
//! - `style-redundant-approximator`: the same said twice around one number: 约300人左右.
//! - `style-mixed-numeral` (off): Arabic digits with 十, 百 or 千 (3千5百元), where only 万 and 亿 join digits.
//! - `style-short-year` (off): a year in two digits (98年).

use super::Rule;
use crate::check::chars::Chars;
use crate::check::lexicon;
use crate::check::report::{About, Out, say};
use crate::check::story::Story;
use crate::model::Severity;

/// 约300人左右.
pub const REDUNDANT_APPROXIMATOR: Rule = Rule { id: "style-redundant-approximator", on: true, run: redundant };
/// 3千5百元.
pub const MIXED_NUMERAL: Rule = Rule { id: "style-mixed-numeral", on: false, run: mixed };
/// 98年.
pub const SHORT_YEAR: Rule = Rule { id: "style-short-year", on: false, run: short_year };

fn redundant(story: &Story, out: &mut Out) {
    for passage in &story.passages {
        for (number, figure) in passage.figures.iter().enumerate() {
            let (range, core) = (passage.range(number), passage.draft(number).core.clone());
            let before = passage.text(range.start.min(core.start)..core.start);
            if before.is_empty() {
                continue;
            }
            let behind = passage.text(core.end..range.end.max(core.end) + passage.after(number, 2).len());
            let said = lexicon::REDUNDANT.iter().find_map(|[first, second]| {
                let a = first.iter().find(|word| before.is(word))?;
                let b = second.iter().find(|word| behind.opens(word))?;
                Some((a, b))
            });
            if let Some((a, b)) = said {
                let message = say(
                    format!("“{a}”与“{b}”重复，留一个即可：{}", figure.text),
                    format!("{a} and {b} say the same twice: {}", figure.text),
                );
                out.find(Severity::Style, About::figures([figure]), None, message);
            }
        }
    }
}

fn mixed(story: &Story, out: &mut Out) {
    for passage in &story.passages {
        for (number, figure) in passage.figures.iter().enumerate() {
            let chars = &passage.chars()[passage.draft(number).core.clone()];
            let unit = figure.unit.as_ref().map_or(0, |unit| unit.text.chars().count());
            let numeral = &chars[..chars.len().saturating_sub(unit)];
            let joined = numeral.windows(2).any(|two| two[0].is_ascii_digit() && matches!(two[1], '十' | '百' | '千'));
            if joined {
                let message = say(
                    format!("“{}”：阿拉伯数字只与“万”“亿”连用", figure.text),
                    format!("{}: Arabic digits are joined by 万 and 亿 only", figure.text),
                );
                out.find(Severity::Style, About::figures([figure]), None, message);
            }
        }
    }
}

fn short_year(story: &Story, out: &mut Out) {
    for passage in &story.passages {
        for (number, time) in passage.times.iter().enumerate() {
            let chars = &passage.chars()[passage.time_range(number)];
            let digits = chars.iter().take_while(|c| c.is_ascii_digit()).count();
            let behind = chars.iter().skip(digits).find(|c| **c != ' ');
            if digits == 2 && behind == Some(&'年') {
                let message =
                    say(format!("“{}”：年份应写四位数字", time.text), format!("{}: years take four digits", time.text));
                let place = About::default().and(passage.span(passage.time_range(number)));
                out.find(Severity::Style, place, None, message);
            }
        }
    }
}

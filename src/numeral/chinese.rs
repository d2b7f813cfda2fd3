//! Chinese numerals: 一千零五, 一万二, 二〇二五, 三四百, 十余万, 几百, 壹仟, 三点五亿.

use super::digits::{digit, financial, position, scale};
use super::{Decimal, Form, Numeral, skip_spaces};
use crate::model::Bound;
use crate::unit;

/// The numeral characters at hand, financial forms made ordinary, spaces between them passed over.
struct Cursor<'a> {
    chars: &'a [char],
    at: usize,
}

impl Cursor<'_> {
    /// The next numeral character and the place behind it.
    fn peek(&self) -> Option<(char, usize)> {
        let at = skip_spaces(self.chars, self.at);
        let ch = *self.chars.get(at)?;
        Some((financial(ch).unwrap_or(ch), at + 1))
    }

    fn peek_is(&self, f: impl Fn(char) -> bool) -> bool {
        self.peek().is_some_and(|(c, _)| f(c))
    }

    fn take(&mut self, f: impl Fn(char) -> bool) -> Option<char> {
        let (ch, behind) = self.peek().filter(|&(c, _)| f(c))?;
        self.at = behind;
        Some(ch)
    }
}

fn is_digit(ch: char) -> bool {
    !ch.is_ascii() && digit(ch).is_some()
}

fn is_zero(ch: char) -> bool {
    digit(ch) == Some(0)
}

fn is_step(ch: char) -> bool {
    position(ch).is_some() || scale(ch).is_some()
}

/// What was read so far.
#[derive(Default)]
struct State {
    /// Sum of what stands before the last scale word, already multiplied.
    total: Decimal,
    /// Sum of the current section of up to four digits.
    section: Decimal,
    /// The same for the upper end of a range of neighbours (三四百).
    upper: Option<(Decimal, Decimal)>,
    /// Power of the last position word or scale word.
    last: Option<u32>,
    /// Power of the last position word within the section.
    floor: u32,
    bound: Option<Bound>,
    vague: bool,
    /// Whether anything but the bare words of positions and scales was read.
    digits: bool,
    /// The last scale word's power, when nothing followed it.
    shown: Option<(Decimal, u32)>,
}

/// Reads a Chinese numeral.
pub(super) fn read(chars: &[char], at: usize) -> Option<Numeral> {
    let first = *chars.get(at)?;
    let money = financial(first).is_some();
    if money && !financial_run(chars, at) {
        return None;
    }
    let first = financial(first).unwrap_or(first);
    if !(is_digit(first) || is_step(first) || matches!(first, '几' | '数' | '廿' | '卅' | '卌')) {
        return None;
    }
    if let Some(numeral) = digit_string(chars, at) {
        return Some(numeral);
    }
    let mut cursor = Cursor { chars, at };
    let mut state = State { floor: 4, ..State::default() };
    let mut end = at;
    while step(&mut cursor, &mut state, at) {
        end = cursor.at;
    }
    if end == at {
        return None;
    }
    let mut decimals = 0;
    if let Some((places, behind)) = point(chars, end).filter(|_| state.digits && !state.vague && state.upper.is_none())
    {
        decimals = places.len();
        let below = Decimal::from_digits(places, decimals);
        state.section = state.section.plus(&below);
        end = behind;
        cursor.at = end;
        let mut power = 0;
        while let Some(word) = cursor.take(|c| scale(c).is_some()) {
            power += scale(word).unwrap_or(0);
            end = cursor.at;
        }
        let mantissa = state.total.plus(&state.section);
        state.total = mantissa.clone().scaled(power as i32);
        state.section = Decimal::default();
        state.shown = (power > 0).then_some((mantissa, power));
    }
    Some(finish(state, at, end, decimals, chars))
}

fn finish(state: State, at: usize, mut end: usize, decimals: usize, chars: &[char]) -> Numeral {
    let value = state.total.plus(&state.section);
    let form = if state.digits || state.vague || state.last.is_none() { Form::Chinese } else { Form::BareScale };
    let (mantissa, scale) = match state.shown {
        Some(shown) if state.section.is_zero() => shown,
        _ => (value.clone(), 0),
    };
    let mut bound = state.bound;
    let behind_step =
        state.last.is_some() && chars[at..end].last().is_some_and(|&c| is_step(financial(c).unwrap_or(c)));
    if bound.is_none() && !state.vague && behind_step && state.upper.is_none() {
        let at = skip_spaces(chars, end);
        match chars.get(at) {
            Some('余' | '多') => (bound, end) = (Some(Bound::More), at + 1),
            // 三十好几
            Some('好') if chars.get(at + 1) == Some(&'几') => (bound, end) = (Some(Bound::More), at + 2),
            Some('来') if chars.get(at + 1).is_some_and(|c| !matches!(c, '自' | '到' | '源' | '说' | '年')) => {
                (bound, end) = (Some(Bound::About), at + 1);
            }
            _ => {}
        }
    }
    let mut numeral = Numeral::new(at..end, value, form, mantissa, scale, decimals);
    numeral.bound = bound;
    if state.vague {
        numeral.value = None;
        numeral.bound = Some(Bound::Vague);
        numeral.written.mantissa = None;
    } else if let Some((total, section)) = state.upper {
        numeral.upper = Some(total.plus(&section));
    }
    numeral
}

/// Takes one more piece of the numeral, if one follows.
fn step(cursor: &mut Cursor, state: &mut State, start: usize) -> bool {
    let Some((ch, behind)) = cursor.peek() else { return false };
    if state.upper.is_some() && !is_step(ch) {
        return false;
    }
    if is_zero(ch) && ch != '○' {
        return zero(cursor, state, start);
    }
    if let Some(tens) = [('廿', 20), ('卅', 30), ('卌', 40)].iter().find(|t| t.0 == ch).map(|t| t.1) {
        if state.floor <= 1 || state.digits {
            return false;
        }
        cursor.at = behind;
        state.section = state.section.plus(&Decimal::whole(tens));
        (state.floor, state.last, state.digits) = (1, Some(1), true);
        return true;
    }
    if matches!(ch, '几' | '数') {
        return vague(cursor, state, ch);
    }
    if matches!(ch, '余' | '多' | '来') {
        // 十余万, 一百多亿: inside only when a scale word follows.
        let mut ahead = Cursor { chars: cursor.chars, at: behind };
        let inside = state.last.is_some() && state.bound.is_none() && ahead.take(|c| scale(c).is_some()).is_some();
        if inside {
            state.bound = Some(if ch == '来' { Bound::About } else { Bound::More });
            cursor.at = behind;
        }
        return inside;
    }
    if is_digit(ch) {
        return digits(cursor, state);
    }
    if ch == '个' && state.digits && cursor.chars.get(behind) == Some(&'亿') {
        return bare_step(cursor, state, '亿', behind + 1);
    }
    is_step(ch) && bare_step(cursor, state, ch, behind)
}

/// 零 joins two places: 一千零五, 一万零五百. It never ends a numeral, and starts one only before digits.
fn zero(cursor: &mut Cursor, state: &mut State, start: usize) -> bool {
    let mut ahead = Cursor { chars: cursor.chars, at: cursor.at };
    ahead.take(|_| true);
    let joins = ahead.peek_is(|c| (is_digit(c) && !is_zero(c)) || position(c).is_some() || c == '几');
    let alone = cursor.at == start && !ahead.peek_is(is_digit);
    if !joins && !alone {
        return false;
    }
    cursor.at = ahead.at;
    // Behind 零 a digit counts ones, whatever stood before.
    (state.last, state.digits) = (None, true);
    true
}

/// 几十, 数百, 二十几, 一百零几万; 几 alone.
fn vague(cursor: &mut Cursor, state: &mut State, ch: char) -> bool {
    let mut ahead = Cursor { chars: cursor.chars, at: cursor.at };
    ahead.take(|_| true);
    let stepped = ahead.peek_is(is_step);
    if state.bound.is_some() || state.vague {
        return false;
    }
    if state.digits || state.last.is_some() {
        // 十几, 二十几, 一百零几: the value read so far is the lower end.
        if ch == '数' || ahead.peek_is(|c| position(c).is_some()) {
            return false;
        }
        state.bound = Some(Bound::More);
    } else {
        if ch == '数' && !stepped && !ahead.peek_is(|c| !c.is_ascii() && c.is_alphabetic()) {
            return false;
        }
        state.vague = true;
        while ahead.take(is_step).is_some() {
            state.last = Some(0);
        }
    }
    cursor.at = ahead.at;
    true
}

/// One digit, or two neighbours (三四, 三五, 一两), with the position word behind them.
fn digits(cursor: &mut Cursor, state: &mut State) -> bool {
    let Some((word, behind)) = cursor.peek() else { return false };
    let Some(first) = digit(word) else { return false };
    // 两百两: behind a position word 两 is a weight, it never counts a lower place.
    if word == '两' && state.last.is_some() && !(Cursor { chars: cursor.chars, at: behind }).peek_is(is_step) {
        return false;
    }
    let mut ahead = Cursor { chars: cursor.chars, at: cursor.at };
    ahead.take(|_| true);
    let second = ahead.peek().filter(|&(c, _)| is_digit(c) && !is_zero(c)).and_then(|(c, _)| digit(c));
    if let Some(second) = second {
        let neighbours = first > 0 && (second == first + 1 || (first, second) == (3, 5));
        if !neighbours {
            return place(cursor, state, ahead, first, None);
        }
        ahead.take(|_| true);
        state.upper = Some((state.total.clone(), state.section.clone()));
        return place(cursor, state, ahead, first, Some(second));
    }
    place(cursor, state, ahead, first, None)
}

fn place(cursor: &mut Cursor, state: &mut State, mut ahead: Cursor, first: u8, second: Option<u8>) -> bool {
    let fresh = state.section.is_zero() && state.total.is_zero();
    let step = ahead.peek().and_then(|(c, behind)| position(c).map(|p| (p, behind)));
    let power = match step.filter(|&(_, behind)| !(fresh && unit::takes_prefix(ahead.chars, behind - 1))) {
        Some((power, _)) if power >= state.floor => return false,
        Some((power, behind)) => {
            ahead.at = behind;
            state.floor = power;
            let colloquial = Some(power);
            state.last = colloquial;
            power
        }
        None => {
            if state.floor == 0 {
                return false;
            }
            state.floor = 0;
            // 一万二 is 12000, 三百五 350: a digit right behind a word above ten counts the next place below it.
            let scaled = ahead.peek_is(|c| scale(c).is_some());
            match state.last {
                Some(last) if last >= 2 && !scaled && second.is_none() => last - 1,
                _ => 0,
            }
        }
    };
    let worth = |d: u8| Decimal::whole(u64::from(d)).scaled(power as i32);
    state.section = state.section.plus(&worth(first));
    if let (Some(second), Some((_, section))) = (second, state.upper.as_mut()) {
        *section = section.plus(&worth(second));
    }
    state.digits = true;
    state.shown = None;
    cursor.at = ahead.at;
    true
}

/// A position word without digit (十, 百, 千 at the start), or a scale word.
fn bare_step(cursor: &mut Cursor, state: &mut State, ch: char, behind: usize) -> bool {
    if let Some(power) = position(ch) {
        let starts = state.section.is_zero() && state.total.is_zero() && state.last.is_none();
        if !(starts || state.last.is_none() && power == 1 && state.floor > 1) {
            return false;
        }
        state.section = state.section.plus(&Decimal::whole(1).scaled(power as i32));
        (state.floor, state.last) = (power, Some(power));
        state.digits |= power == 1;
        cursor.at = behind;
        return true;
    }
    let Some(power) = scale(ch) else { return false };
    if ch == '兆' && unit::takes_prefix(cursor.chars, behind - 1) {
        return false;
    }
    let fresh = state.section.is_zero() && state.total.is_zero();
    if fresh && state.digits {
        return false;
    }
    let raise = |total: &Decimal, section: &Decimal| {
        let section = if fresh { Decimal::whole(1) } else { section.clone() };
        // 万亿, 万万, 3265万7421亿: a larger (or equal, right behind) word multiplies all before it.
        if section.is_zero() || total.to_f64() < 10f64.powi(power as i32) {
            total.plus(&section).scaled(power as i32)
        } else {
            total.plus(&section.scaled(power as i32))
        }
    };
    let shown = match &state.shown {
        Some((mantissa, shown)) if state.section.is_zero() => (mantissa.clone(), shown + power),
        _ if state.total.is_zero() => (if fresh { Decimal::whole(1) } else { state.section.clone() }, power),
        _ => (raise(&state.total, &state.section), 0),
    };
    if let Some((total, section)) = &state.upper {
        state.upper = Some((raise(total, section), Decimal::default()));
    }
    state.total = raise(&state.total, &state.section);
    state.section = Decimal::default();
    (state.last, state.floor, state.shown) = (Some(power), 4, Some(shown));
    cursor.at = behind;
    true
}

/// Two digits or more without position words: 二〇二五, 五五 (折), 一二三. Two neighbours are left to be a range.
fn digit_string(chars: &[char], at: usize) -> Option<Numeral> {
    let mut cursor = Cursor { chars, at };
    let mut ahead = Cursor { chars, at };
    if ahead.take(is_digit).is_none() || !ahead.peek_is(is_digit) {
        return None;
    }
    let mut read = Vec::new();
    while let Some(ch) = cursor.take(is_digit) {
        if ch == '两' {
            return None;
        }
        read.push(digit(ch)?);
    }
    if cursor.peek_is(|c| position(c).is_some()) {
        return None;
    }
    let range = read.len() == 2 && read[0] > 0 && (read[1] == read[0] + 1 || read == [3, 5]);
    if range || (read.len() > 1 && read[0] == 0 && read.iter().any(|&d| d > 0) && read.len() == 2) {
        return None;
    }
    let mut decimals = 0;
    let mut end = cursor.at;
    if let Some((places, behind)) = point(chars, end) {
        decimals = places.len();
        read.extend(places);
        end = behind;
    }
    let mantissa = Decimal::from_digits(read, decimals);
    let mut power = 0;
    cursor.at = end;
    while let Some(word) = cursor.take(|c| scale(c).is_some()) {
        power += scale(word).unwrap_or(0);
        end = cursor.at;
    }
    let value = mantissa.clone().scaled(power as i32);
    Some(Numeral::new(at..end, value, Form::Chinese, mantissa, power, decimals))
}

/// The digits behind 点, and the place behind them.
fn point(chars: &[char], at: usize) -> Option<(Vec<u8>, usize)> {
    let mut cursor = Cursor { chars, at };
    cursor.take(|c| c == '点')?;
    let mut places = Vec::new();
    while let Some(ch) = cursor.take(|c| (is_digit(c) && c != '两') || c.is_ascii_digit()) {
        places.push(digit(ch)?);
    }
    let clock = cursor.peek_is(|c| position(c).is_some());
    (!places.is_empty() && !clock).then_some((places, cursor.at))
}

/// Whether a financial character begins a numeral: 陆 and 伍 are words and surnames too, so one alone is none,
/// unless money words stand behind it.
fn financial_run(chars: &[char], at: usize) -> bool {
    let alike = |c: char| financial(c).is_some() || scale(c).is_some() || is_digit(c) || position(c).is_some();
    let run = chars[at..].iter().take(24).take_while(|&&c| alike(c)).count();
    let numerator = at > 0 && chars[..at].iter().rev().find(|&&c| c != ' ') == Some(&'之');
    run > 1
        || numerator
        || matches!(chars.get(at + run), Some('元' | '圆' | '角' | '分' | '成' | '打'))
        || chars.len() == run
}

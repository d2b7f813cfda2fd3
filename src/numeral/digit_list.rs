//! Digits of a number: those of an ordinary one as one integer, without memory of their own and with the arithmetic of the
//! machine, for every numeral of a text makes some, and copies them.

/// The digits of a whole number, without leading zeros: zero has none. One number has one form.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Digits {
    /// At most [`FEW`], as the number they make.
    Few(u64),
    /// More of them, most significant first.
    Many(Box<[u8]>),
}

/// So many digits an integer always holds.
const FEW: usize = 19;
/// The least number with more digits.
const LIMIT: u64 = 10_u64.pow(FEW as u32);

/// Room for the digits of any integer.
pub type Room = [u8; FEW + 1];

impl Digits {
    /// The digits of an integer.
    pub fn of(number: u64) -> Self {
        if number < LIMIT { Digits::Few(number) } else { Digits::Many(spelled(number, &mut [0; FEW + 1]).into()) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Digits::Few(number) => number.checked_ilog10().map_or(0, |top| top as usize + 1),
            Digits::Many(list) => list.len(),
        }
    }

    /// All of them in a row, most significant first; few are put into the room.
    pub fn list<'a>(&'a self, room: &'a mut Room) -> &'a [u8] {
        match self {
            Digits::Few(number) => spelled(*number, room),
            Digits::Many(list) => list,
        }
    }

    /// Takes the zeros at the end off, and says how many there were.
    pub fn trim(&mut self) -> i32 {
        let mut zeros = 0;
        match self {
            Digits::Few(0) => {}
            Digits::Few(number) => {
                while *number % 10 == 0 {
                    *number /= 10;
                    zeros += 1;
                }
            }
            Digits::Many(list) => {
                let kept = list.iter().rposition(|&digit| digit > 0).map_or(0, |last| last + 1);
                zeros = (list.len() - kept) as i32;
                if zeros > 0 {
                    *self = list[..kept].iter().copied().collect();
                }
            }
        }
        zeros
    }
}

fn spelled(mut number: u64, room: &mut Room) -> &[u8] {
    let mut first = room.len();
    while number > 0 {
        first -= 1;
        room[first] = (number % 10) as u8;
        number /= 10;
    }
    &room[first..]
}

impl Default for Digits {
    fn default() -> Self {
        Digits::Few(0)
    }
}

impl FromIterator<u8> for Digits {
    fn from_iter<I: IntoIterator<Item = u8>>(digits: I) -> Self {
        let mut number = 0;
        let mut digits = digits.into_iter();
        while let Some(digit) = digits.next() {
            if number >= LIMIT / 10 {
                let mut many = spelled(number, &mut [0; FEW + 1]).to_vec();
                many.push(digit);
                many.extend(digits);
                return Digits::Many(many.into());
            }
            number = number * 10 + u64::from(digit);
        }
        Digits::Few(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_and_many_are_lists_alike() {
        for size in [0, 1, FEW - 1, FEW, FEW + 1, FEW + 2, 100] {
            let expected: Vec<u8> = (1..=size).map(|at| (at % 10) as u8).collect();
            let zeros = [0; 3];
            let mut digits: Digits = zeros.iter().chain(&expected).chain(&zeros[..size.min(3)]).copied().collect();
            assert_eq!(digits.trim() as usize, size.min(3) + usize::from(size > 0 && size % 10 == 0));
            let kept = expected.len() - usize::from(size > 0 && size % 10 == 0);
            assert_eq!(digits.list(&mut [0; FEW + 1]), &expected[..kept]);
            assert_eq!(digits.len(), kept);
            assert_eq!(digits, expected[..kept].iter().copied().collect());
        }
    }

    #[test]
    fn one_number_has_one_form() {
        for number in [0, 1, 10, LIMIT - 1, LIMIT, LIMIT + 1, u64::MAX] {
            let text = number.to_string();
            let list = text.bytes().map(|byte| byte - b'0');
            assert_eq!(Digits::of(number), list.collect(), "{number}");
            assert_eq!(matches!(Digits::of(number), Digits::Few(_)), text.len() <= FEW, "{number}");
        }
    }
}

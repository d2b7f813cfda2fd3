//! Which bracket closes which.

use super::{Class, Token};

/// How far apart two brackets may stand, in tokens.
const BRACKETS_WITHIN: usize = 60;

fn closer(open: char) -> char {
    match open {
        '(' => ')',
        '《' => '》',
        '〈' => '〉',
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '[' => ']',
        '【' => '】',
        _ => '〕',
    }
}

/// Pairs brackets that stand near each other.
pub fn partners(list: &[Token]) -> Vec<u32> {
    let mut partner: Vec<u32> = (0..list.len() as u32).collect();
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, token) in list.iter().enumerate() {
        match token.class {
            Class::Open(ch) => open.push((at, closer(ch))),
            Class::Close(ch) => {
                // What stands open too far back, or inside, has no partner.
                while let Some(&(from, close)) = open.last() {
                    if at - from > BRACKETS_WITHIN {
                        open.clear();
                        break;
                    }
                    if close == ch {
                        partner[from] = at as u32;
                        partner[at] = from as u32;
                        open.pop();
                        break;
                    }
                    let near = open.iter().rev().take_while(|(from, _)| at - from <= BRACKETS_WITHIN);
                    let nested = near.into_iter().any(|&(_, close)| close == ch);
                    if !nested {
                        break;
                    }
                    open.pop();
                }
            }
            _ => {}
        }
    }
    partner
}

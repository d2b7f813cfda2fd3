//! Words that are one word, or another, because of the one before them.

use super::{Class, Token};
use crate::context::BlockDraft;
use crate::context::lexicon::{Behind, SURNAMES, may_join, said};

/// The longest word of the table that is put together from two of jieba's.
const MENDED: usize = 5;

/// Puts words together that the table knows as one (占/比), and makes a verb of an unknown word that takes 至, 了 or 到.
pub fn mend<'a>(draft: &'a BlockDraft, list: Vec<Token<'a>>) -> (Vec<Token<'a>>, Vec<usize>) {
    let mut out: Vec<Token> = Vec::with_capacity(list.len());
    let mut figures = Vec::with_capacity(draft.figures.len());
    for token in list {
        match (token.class, out.last_mut()) {
            (Class::Figure(_), _) => figures.push(out.len()),
            // 价格比/去年同期: what is compared, and with what.
            (Class::Time(_), Some(last))
                if last.class == Class::Noun && last.range.len() > 2 && last.text.ends_with('比') =>
            {
                let split = last.range.end - 1;
                *last = Token { known: last.known, ..Token::new(draft, last.range.start..split, last.class) };
                out.push(Token::new(draft, split..split + 1, Class::Preposition));
            }
            (Class::Time(_) | Class::Mark(_) | Class::Open(_) | Class::Close(_), _) | (_, None) => {}
            (_, Some(last)) => {
                if last.range.end == token.range.start
                    && let Some((class, known)) = joined(draft, last, &token)
                {
                    *last = Token { known, ..Token::new(draft, last.range.start..token.range.end, class) };
                    continue;
                }
                // 直接经济损失
                if last.class == Class::Adverb && token.class == Class::Noun && last.text == "直接" {
                    last.class = Class::Modifier;
                }
                if !last.known
                    && last.class == Class::Noun
                    && match token.said.behind {
                        Some(Behind::Verb) => last.range.len() > 1,
                        behind => behind == Some(Behind::VerbAlways),
                    }
                {
                    last.class = Class::Verb;
                }
            }
        }
        out.push(token);
    }
    (out, figures)
}

/// What two words make that follow each other without a gap, if they are one: its class, and whether jieba knows it.
fn joined(draft: &BlockDraft, last: &Token, token: &Token) -> Option<(Class, bool)> {
    let (whole, text) = (last.range.start..token.range.end, token.text);
    let word = !matches!(last.class, Class::Figure(_) | Class::Time(_));
    if word
        && whole.len() <= MENDED
        && may_join(last.slot, token.slot)
        && let Some(class) = said(draft.block.reading.slice(whole)).class
    {
        return Some((class, last.known));
    }
    let act = matches!(last.class, Class::Verb | Class::Nominal);
    if last.range.len() > 1 && (act || last.class == Class::Noun) {
        let measures = match token.said.behind {
            Some(Behind::Measure) => true,
            Some(Behind::MeasureOfAct) => act,
            Some(Behind::CountOfAct) => act && last.said.change.is_none(),
            _ => false,
        };
        if measures {
            return Some((Class::Noun, last.known));
        }
    }
    // 王/某林: a name in two words.
    if token.range.len() <= 2 && text.starts_with('某') && SURNAMES.contains(last.text) {
        return Some((Class::Person, true));
    }
    // 王某/田: the rest of a name.
    let rest = token.range.len() == 1 && (token.class.names() || token.class.modifies());
    (last.class == Class::Person && rest && last.text.ends_with('某')).then_some((Class::Person, last.known))
}

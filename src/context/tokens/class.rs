//! What a token is to a phrase, and what jieba's tags say of it.

/// What a token is to a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A noun, or a word jieba does not know.
    Noun,
    /// A place name.
    Place,
    /// The name of an organisation.
    Organisation,
    /// What jieba takes for a person's name.
    Person,
    /// A verb that also names (投资, 活动).
    Nominal,
    /// A noun that is never what a figure counts (其中, 情况).
    Void,
    /// An adjective or another word that stands before nouns.
    Modifier,
    /// An act that stands before what it brings about (新增学位, 新建学校): a phrase may begin with it, nouns before it are
    /// who acts.
    Act,
    /// A set phrase of four characters.
    Idiom,
    /// A number that is no figure (六号, 首轮), or a classifier.
    Numeral,
    /// A verb.
    Verb,
    /// What stands between a thing and its value (达到, 为).
    Copula,
    /// An adverb or auxiliary.
    Adverb,
    /// A preposition.
    Preposition,
    /// 和, 与, 及, 或.
    Conjunction,
    /// 的.
    De,
    /// 了, 等 and other particles.
    Particle,
    /// A pronoun.
    Pronoun,
    /// 中, 上, 内.
    Locative,
    /// A figure: its number in the block.
    Figure(u32),
    /// A time expression: its number in the block.
    Time(u32),
    /// An opening bracket or quotation mark.
    Open(char),
    /// A closing one.
    Close(char),
    /// Any other mark.
    Mark(char),
    /// Anything else.
    Stop,
}

impl Class {
    /// Whether it can be the head of a noun phrase.
    pub fn names(self) -> bool {
        matches!(self, Class::Noun | Class::Place | Class::Organisation | Class::Person | Class::Nominal)
    }

    /// Whether it can stand before the head.
    pub fn modifies(self) -> bool {
        matches!(self, Class::Modifier | Class::Act | Class::Idiom | Class::Numeral)
    }

    /// What jieba's tag says of a word that begins with `first`.
    pub(super) fn of_tag(tag: &str, first: char) -> Class {
        // By byte, since every word comes here.
        match tag.as_bytes() {
            [b'u', b'j'] => Class::De,
            [b'n', b's'] => Class::Place,
            [b'n', b't'] => Class::Organisation,
            [b'n', b'r'] | [b'n', b'r', b't'] | [b'n', b'r', b'f', b'g'] => Class::Person,
            [b'v', b'n'] => Class::Nominal,
            [b'a' | b'v', b'd'] | [b'd'] | [b'd', b'f' | b'g'] => Class::Adverb,
            [b'a', b'n'] | [b's' | b'k' | b'j' | b'l'] | [b'e', b'n', b'g'] | [b't' | b'z', b'g'] => Class::Noun,
            [b'i'] => Class::Idiom,
            [b'x'] if first.is_alphanumeric() => Class::Noun,
            [b'n', ..] => Class::Noun,
            [b'v', ..] => Class::Verb,
            // 夜间经济; 天天 counts nothing.
            [b'a' | b'b' | b'h' | b'z' | b't', ..] => Class::Modifier,
            [b'm' | b'q', ..] => Class::Numeral,
            [b'p', ..] => Class::Preposition,
            [b'c', ..] => Class::Conjunction,
            [b'u', ..] => Class::Particle,
            [b'r', ..] => Class::Pronoun,
            [b'f', ..] => Class::Locative,
            _ => Class::Stop,
        }
    }
}

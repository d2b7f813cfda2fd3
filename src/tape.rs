//! A result as a tape: its numbers in a row, and the characters of all its strings in another. `pkg/lib/tape.js` reads both
//! where they lie, and makes plain objects several times as fast as they could be made property by property from in here.
//!
//! The tape holds values alone, in the order of the types in [`crate::model`]; their names and their order are known to
//! the reader. Words of 32 bits:
//!
//! | value | words |
//! |---|---|
//! | the tape | address and length of the strings' UTF-8, then the value's words |
//! | number | one for a whole number, two for a double |
//! | bool | 0 or 1 |
//! | string | its UTF-16 length |
//! | enum | the number of the variant |
//! | list | its length, then its elements |
//! | what may be missing | 0, or 1 and the value |

use std::fmt::{self, Display};

use serde::ser::{self, Impossible, Serialize};

use crate::source::utf16_units;

/// Words for the address and the length of the strings.
const HEAD: usize = 2;

/// Words and bytes that are kept for the next result; those of a longer one are given back.
const KEPT: usize = 1 << 18;

/// Numbers and strings of a result.
#[derive(Default)]
pub struct Tape {
    words: Vec<u32>,
    text: String,
}

impl Tape {
    /// Puts a result on the tape, in place of the one before.
    pub fn write(&mut self, value: &impl Serialize) -> Result<(), Unfit> {
        self.words.clear();
        self.words.shrink_to(KEPT);
        self.text.clear();
        self.text.shrink_to(KEPT);
        self.words.resize(HEAD, 0);
        value.serialize(&mut *self)?;
        self.words[..HEAD].copy_from_slice(&[self.text.as_ptr() as usize as u32, self.text.len() as u32]);
        Ok(())
    }

    /// Where the tape begins in memory.
    pub fn address(&self) -> u32 {
        self.words.as_ptr() as usize as u32
    }

    fn word(&mut self, word: u32) -> Result<(), Unfit> {
        self.words.push(word);
        Ok(())
    }
}

/// A type that no tape can hold: a number wider than 32 bits, bytes, an enum with content.
#[derive(Debug)]
pub struct Unfit(String);

impl Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unfit {}

impl ser::Error for Unfit {
    fn custom<T: Display>(message: T) -> Self {
        Unfit(message.to_string())
    }
}

fn unfit<T>(what: &str) -> Result<T, Unfit> {
    Err(Unfit(format!("a tape holds no {what}")))
}

impl ser::Serializer for &mut Tape {
    type Ok = ();
    type Error = Unfit;
    type SerializeSeq = Self;
    type SerializeTuple = Impossible<(), Unfit>;
    type SerializeTupleStruct = Impossible<(), Unfit>;
    type SerializeTupleVariant = Impossible<(), Unfit>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Unfit>;

    fn serialize_bool(self, value: bool) -> Result<(), Unfit> {
        self.word(u32::from(value))
    }

    fn serialize_u8(self, value: u8) -> Result<(), Unfit> {
        self.word(u32::from(value))
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unfit> {
        self.word(u32::from(value))
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unfit> {
        self.word(value)
    }

    fn serialize_f64(self, value: f64) -> Result<(), Unfit> {
        let bits = value.to_bits();
        self.words.extend([bits as u32, (bits >> 32) as u32]);
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Unfit> {
        self.text.push_str(value);
        self.word(utf16_units(value))
    }

    fn serialize_none(self) -> Result<(), Unfit> {
        self.word(0)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unfit> {
        self.word(1)?;
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, number: u32, _: &'static str) -> Result<(), Unfit> {
        self.word(number)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Unfit> {
        value.serialize(self)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self, Unfit> {
        match length {
            Some(length) => self.word(length as u32)?,
            None => return unfit("list of unknown length"),
        }
        Ok(self)
    }

    /// A struct that takes in the fields of another comes as a map.
    fn serialize_map(self, _: Option<usize>) -> Result<Self, Unfit> {
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Unfit> {
        Ok(self)
    }

    fn serialize_i8(self, _: i8) -> Result<(), Unfit> {
        unfit("i8")
    }

    fn serialize_i16(self, _: i16) -> Result<(), Unfit> {
        unfit("i16")
    }

    fn serialize_i32(self, _: i32) -> Result<(), Unfit> {
        unfit("i32")
    }

    fn serialize_i64(self, _: i64) -> Result<(), Unfit> {
        unfit("i64")
    }

    fn serialize_u64(self, _: u64) -> Result<(), Unfit> {
        unfit("u64")
    }

    fn serialize_f32(self, _: f32) -> Result<(), Unfit> {
        unfit("f32")
    }

    fn serialize_char(self, _: char) -> Result<(), Unfit> {
        unfit("char")
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unfit> {
        unfit("bytes")
    }

    fn serialize_unit(self) -> Result<(), Unfit> {
        unfit("unit")
    }

    fn serialize_unit_struct(self, name: &'static str) -> Result<(), Unfit> {
        unfit(name)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unfit> {
        unfit(name)
    }

    fn serialize_tuple(self, _: usize) -> Result<Impossible<(), Unfit>, Unfit> {
        unfit("tuple")
    }

    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Impossible<(), Unfit>, Unfit> {
        unfit(name)
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Unfit>, Unfit> {
        unfit(name)
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Unfit>, Unfit> {
        unfit(name)
    }
}

impl ser::SerializeSeq for &mut Tape {
    type Ok = ();
    type Error = Unfit;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unfit> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Unfit> {
        Ok(())
    }
}

impl ser::SerializeMap for &mut Tape {
    type Ok = ();
    type Error = Unfit;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), Unfit> {
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unfit> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Unfit> {
        Ok(())
    }
}

impl ser::SerializeStruct for &mut Tape {
    type Ok = ();
    type Error = Unfit;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Result<(), Unfit> {
        value.serialize(&mut **self)
    }

    fn skip_field(&mut self, _: &'static str) -> Result<(), Unfit> {
        self.word(0)
    }

    fn end(self) -> Result<(), Unfit> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Item, Order, Phrase, Span, Word};

    fn written(value: &impl Serialize) -> (Vec<u32>, String) {
        let mut tape = Tape::default();
        tape.write(&vec!["of the result before"]).unwrap();
        tape.write(value).unwrap();
        assert_eq!(tape.words[1] as usize, tape.text.len());
        (tape.words[HEAD..].to_vec(), tape.text)
    }

    #[test]
    fn strings_count_in_utf16_and_stand_behind_the_numbers() {
        let words = [
            Word { text: "𠮷庆".into(), start: 0, end: 3, tag: "n".into() },
            Word { text: "，".into(), start: 3, end: 4, tag: "x".into() },
        ];
        assert_eq!(written(&words.to_vec()), (vec![2, 3, 0, 3, 1, 1, 3, 4, 1], "𠮷庆n，x".to_owned()));
    }

    #[test]
    fn a_phrase_inside_an_item_stands_in_its_order() {
        let phrase = Phrase { text: "厂房".into(), start: 1, end: 3, spans: vec![Span { start: 1, end: 3 }] };
        let item = Some(Item { phrase, order: Order::After });
        assert_eq!(written(&item), (vec![1, 2, 1, 3, 1, 1, 3, 1], "厂房".to_owned()));
    }

    #[test]
    fn doubles_take_two_words() {
        let (words, _) = written(&vec![0.5, -3.0]);
        let double = |at: usize| f64::from_bits(u64::from(words[at]) | u64::from(words[at + 1]) << 32);
        assert_eq!((words[0], double(1), double(3)), (2, 0.5, -3.0));
    }

    #[test]
    fn what_no_tape_can_hold_is_said() {
        assert_eq!(Tape::default().write(&5u64).unwrap_err().to_string(), "a tape holds no u64");
    }
}

//! A result as a tape: its numbers in a row, and behind them the characters of all its strings in a row. `pkg/lib/tape.js`
//! makes plain objects of it, several times as fast as they could be made property by property from in here.
//!
//! The tape holds values alone, in the order of the types in [`crate::model`]; their names and their order are known to
//! the reader. Words of 32 bits, little-endian:
//!
//! | value | words |
//! |---|---|
//! | the tape | how many words there are, the value's words, then the strings' UTF-8, filled up with spaces |
//! | number | one for a whole number, two for a double |
//! | bool | 0 or 1 |
//! | string | its UTF-16 length |
//! | enum | the number of the variant |
//! | list | its length, then its elements |
//! | what may be missing | 0, or 1 and the value |

use std::fmt::{self, Display};

use serde::ser::{self, Impossible, Serialize};

use crate::source::utf16_units;

/// Puts a result on a tape.
pub fn tape(value: &impl Serialize) -> Result<Vec<u8>, Unfit> {
    let mut writer = Writer { words: vec![0; 4], text: String::new() };
    value.serialize(&mut writer)?;
    let Writer { mut words, text } = writer;
    let count = words.len() as u32 / 4 - 1;
    words[..4].copy_from_slice(&count.to_le_bytes());
    words.extend_from_slice(text.as_bytes());
    // So that all of it can be looked at as words.
    words.resize(words.len().next_multiple_of(4), b' ');
    Ok(words)
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

struct Writer {
    words: Vec<u8>,
    text: String,
}

impl Writer {
    fn word(&mut self, word: u32) -> Result<(), Unfit> {
        self.words.extend_from_slice(&word.to_le_bytes());
        Ok(())
    }
}

fn unfit<T>(what: &str) -> Result<T, Unfit> {
    Err(Unfit(format!("a tape holds no {what}")))
}

impl<'a> ser::Serializer for &'a mut Writer {
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
        self.words.extend_from_slice(&value.to_le_bytes());
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

impl ser::SerializeSeq for &mut Writer {
    type Ok = ();
    type Error = Unfit;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unfit> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Unfit> {
        Ok(())
    }
}

impl ser::SerializeMap for &mut Writer {
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

impl ser::SerializeStruct for &mut Writer {
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

    fn read(tape: &[u8]) -> (Vec<u32>, &str) {
        let word = |at: usize| u32::from_le_bytes(tape[at * 4..at * 4 + 4].try_into().unwrap());
        let count = word(0) as usize;
        let text = std::str::from_utf8(&tape[(count + 1) * 4..]).unwrap();
        ((1..=count).map(word).collect(), text.trim_end_matches(' '))
    }

    #[test]
    fn strings_count_in_utf16_and_stand_behind_the_numbers() {
        let words = [
            Word { text: "𠮷庆".into(), start: 0, end: 3, tag: "n".into() },
            Word { text: "，".into(), start: 3, end: 4, tag: "x".into() },
        ];
        let tape = tape(&words.to_vec()).unwrap();
        assert_eq!(read(&tape), (vec![2, 3, 0, 3, 1, 1, 3, 4, 1], "𠮷庆n，x"));
    }

    #[test]
    fn a_phrase_inside_an_item_stands_in_its_order() {
        let phrase = Phrase { text: "厂房".into(), start: 1, end: 3, spans: vec![Span { start: 1, end: 3 }] };
        let tape = tape(&Some(Item { phrase, order: Order::After })).unwrap();
        assert_eq!(read(&tape), (vec![1, 2, 1, 3, 1, 1, 3, 1], "厂房"));
    }

    #[test]
    fn doubles_take_two_words() {
        let tape = tape(&vec![0.5, -3.0]).unwrap();
        let (words, _) = read(&tape);
        let double = |at: usize| f64::from_bits(u64::from(words[at]) | u64::from(words[at + 1]) << 32);
        assert_eq!((words[0], double(1), double(3)), (2, 0.5, -3.0));
    }

    #[test]
    fn what_no_tape_can_hold_is_said() {
        assert_eq!(tape(&5u64).unwrap_err().to_string(), "a tape holds no u64");
    }
}

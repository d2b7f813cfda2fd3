//! The text as given: the way from its UTF-8 bytes to the UTF-16 offsets that JavaScript counts in.

/// Bytes between two checkpoints. A lookup counts at most this many bytes; a smaller step costs memory
/// (4 bytes a step) and gains little, since the offsets asked for mostly lie close together.
const STEP: usize = 64;

/// Maps byte offsets of a text to UTF-16 offsets: one forward pass over the text, constant time a lookup.
pub struct Source<'a> {
    text: &'a str,
    checkpoints: Vec<u32>,
    units: u32,
}

impl<'a> Source<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 1);
        let mut units = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            checkpoints.push(units);
            units += units_of(chunk);
        }
        Source { text, checkpoints, units }
    }

    /// The text as given.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The byte offset of a UTF-16 offset that lies on a character boundary.
    pub fn byte(&self, utf16: u32) -> usize {
        let step = self.checkpoints.partition_point(|&units| units <= utf16).saturating_sub(1);
        let mut units = self.checkpoints.get(step).copied().unwrap_or(0);
        let bytes = self.text.as_bytes();
        let mut at = step * STEP;
        while let Some(eight) = bytes[at..].first_chunk()
            && units + units_of_eight(eight) <= utf16
        {
            units += units_of_eight(eight);
            at += eight.len();
        }
        // A checkpoint may lie inside a character, which the one before it has counted.
        while at < bytes.len() && (units < utf16 || bytes[at] & 0xC0 == 0x80) {
            units += units_of_one(&bytes[at]);
            at += 1;
        }
        at
    }

    /// Its length in UTF-16 code units.
    pub fn units(&self) -> u32 {
        self.units
    }

    /// The UTF-16 offset of a byte offset that lies on a character boundary.
    pub fn utf16(&self, byte: usize) -> u32 {
        debug_assert!(self.text.is_char_boundary(byte));
        let step = (byte / STEP).min(self.checkpoints.len().saturating_sub(1));
        let base = self.checkpoints.get(step).copied().unwrap_or(0);
        base + units_of(&self.text.as_bytes()[step * STEP..byte])
    }
}

/// UTF-16 code units that a text takes.
pub fn utf16_units(text: &str) -> u32 {
    units_of(text.as_bytes())
}

/// UTF-16 code units that the characters *beginning* in these bytes take: one each, two outside the BMP.
#[inline(never)] // it would be in the program many times
fn units_of(bytes: &[u8]) -> u32 {
    let (words, rest) = bytes.as_chunks();
    words.iter().map(units_of_eight).sum::<u32>() + rest.iter().map(units_of_one).sum::<u32>()
}

/// The same of eight bytes at once, each counted in its lowest bits.
fn units_of_eight(bytes: &[u8; 8]) -> u32 {
    const ONES: u64 = u64::MAX / 255;
    let bits = u64::from_le_bytes(*bytes);
    let inside = bits >> 7 & !(bits >> 6) & ONES;
    let astral = bits >> 7 & bits >> 6 & bits >> 5 & bits >> 4 & ONES;
    ((ONES - inside + astral).wrapping_mul(ONES) >> 56) as u32
}

fn units_of_one(byte: &u8) -> u32 {
    u32::from(byte & 0xC0 != 0x80) + u32::from(*byte >= 0xF0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_standard_library_at_every_character() {
        let text = "a提😀数\u{3000}𠮷９\r\n".repeat(40);
        let source = Source::new(&text);
        let mut units = 0;
        for (byte, ch) in text.char_indices() {
            assert_eq!(source.utf16(byte), units, "at byte {byte}");
            assert_eq!(source.byte(units), byte, "at offset {units}");
            units += ch.len_utf16() as u32;
        }
        assert_eq!(source.utf16(text.len()), units);
        assert_eq!((source.byte(units), source.units()), (text.len(), units));
    }

    #[test]
    fn an_empty_text_has_one_offset() {
        assert_eq!(Source::new("").utf16(0), 0);
    }
}

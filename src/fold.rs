//! Folding of characters that stand for one another, one to one, so that offsets survive it:
//! full-width forms to half-width, and traditional forms of numerals, units and cues to simplified ones.
//! Rules are written for the folded text alone.

use std::sync::LazyLock;

/// Traditional and simplified, pair by pair: forms that occur in numerals, units, times and the cues around
/// them. Financial numerals (壹, 陆) are no variants: 陆 is a word of its own, so the numeral reader has them.
const VARIANTS: &str = "兩两萬万億亿鐘钟鍾钟時时點点個个條条張张塊块錢钱銭钱噸吨幾几餘余約约過过 \
    攝摄華华裏里裡里釐厘納纳鎊镑圓圆幣币臺台歐欧韓韩盧卢銖铢還还週周號号後后內内當当來来 \
    節节課课顆颗壓压雙双從从長长種种項项輛辆艘艘間间層层樓楼筆笔處处類类組组歲岁齡龄 \
    數数達达減减增增漲涨縮缩開开關关爾尔維维倫伦無无實实際际價价農农曆历禮礼紀纪國国 \
    頭头隻只對对級级屆届門门頁页環环輪轮齣出劑剂鍋锅團团陣阵倉仓頓顿戶户畝亩頃顷 \
    場场車车電电馬马線线聲声盞盏棟栋盤盘籠笼簍篓壺壶絲丝頂顶領领貼贴單单葉叶掛挂樁桩樣样灘滩窩窝幀帧 \
    鋪铺貫贯學学標标準准紐纽蘭兰擔担紙纸縷缕齒齿獎奖畫画訊讯員员報报頻频繞绕圖图測测練练講讲 \
    勞劳動动業业產产區区侖仑";

const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;

/// Every unified ideograph's folded form: 42 KB, one index a character, since this runs on all of the text.
static IDEOGRAPHS: LazyLock<Box<[u16]>> = LazyLock::new(|| {
    let mut table: Box<[u16]> = (FIRST as u16..=LAST as u16).collect();
    let mut chars = VARIANTS.chars().filter(|c| !c.is_whitespace());
    while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
        table[(from as u32 - FIRST) as usize] = to as u16;
    }
    table
});

/// Folds ideographs, which most of a text is, without a look at whether the table is there.
#[derive(Clone, Copy)]
pub struct Ideographs(&'static [u16]);

impl Ideographs {
    /// The table, made when it is first asked for.
    pub fn get() -> Self {
        Ideographs(&IDEOGRAPHS)
    }

    /// Folds the unified ideograph that some UTF-8 begins with, and gives what stands behind it; `None` where it begins
    /// with anything else.
    #[inline]
    pub fn fold(self, utf8: &[u8]) -> Option<(char, &[u8])> {
        let [a @ 0xe4..=0xe9, b, c, behind @ ..] = utf8 else { return None };
        let code = usize::from(a & 15) << 12 | usize::from(b & 63) << 6 | usize::from(c & 63);
        let folded = *self.0.get(code.wrapping_sub(FIRST as usize))?;
        Some((char::from_u32(u32::from(folded))?, behind))
    }
}

/// Folds one character: `０` to `0`, `％` to `%`, `萬` to `万`. Brackets, commas and colons of full width
/// become ASCII, since authors mix them freely; wide and no-break spaces become spaces.
#[inline]
pub fn fold(ch: char) -> char {
    match ch {
        '\u{20}'..='\u{7e}' => ch,
        '\u{4e00}'..='\u{9fff}' => char::from_u32(u32::from(IDEOGRAPHS[(ch as u32 - FIRST) as usize])).unwrap_or(ch),
        _ => fold_other(ch),
    }
}

fn fold_other(ch: char) -> char {
    match ch {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(ch as u32 - 0xfee0).unwrap_or(ch),
        '\u{3000}' | '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => ' ',
        '︰' | '﹕' => ':',
        '￥' => '¥',
        '〜' | '∼' | '˜' => '~',
        '−' | '﹣' | '‐' | '‑' => '-',
        '﹪' => '%',
        _ => ch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ideographs_are_folded_as_bytes_as_they_are_as_characters() {
        for ch in ('\u{1}'..='\u{ffff}').chain(['𠮷', '\u{10ffff}']) {
            let expected = ('\u{4e00}'..='\u{9fff}').contains(&ch).then(|| (fold(ch), &b"a"[..]));
            assert_eq!(Ideographs::get().fold(format!("{ch}a").as_bytes()), expected, "{ch:?}");
        }
    }

    #[test]
    fn folds_width_and_variants() {
        let folded: String = "１，０００萬㎡ 兩％～￥陆".chars().map(fold).collect();
        assert_eq!(folded, "1,000万㎡ 两%~¥陆");
    }
}

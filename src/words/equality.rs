//! With the dictionary pulled in by the text, everything comes out as from jieba with the whole dictionary.

use std::sync::LazyLock;

use super::*;

const DICTIONARY: &str = include_str!("../../data/dictionary/dict.txt");
static PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| pack_dictionary(DICTIONARY.as_bytes()).unwrap());
static JIEBA: LazyLock<Jieba> = LazyLock::new(|| Jieba::with_dict(&mut DICTIONARY.as_bytes()).unwrap());
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| DICTIONARY.split_whitespace().step_by(3).collect());

const PROSE: &str = "\
    市统计局昨天发布的公报显示，全年地区生产总值1.28万亿元，按不变价格计算，比上年增长5.6%。其中，第一产业增加值\
    512.3亿元，增长3.1%；第二产业增加值4,870亿元，增长6.2%。\r\n\
    “过去办一张证要跑七八趟，现在一趟都不用跑。”家住柳林街道的退休教师沈月娥说，她上周六用手机点了3下，20分钟后就收到了回执。\n\
    记者在施工现场看到，200多名工人分成三班，24小时不停工。项目经理邹承钧介绍，这座全长3.6km的跨江大桥计划于2027年10月1日通车，\
    届时从江北新区到老城只要8分钟，比现在少用一个半小时。\n\
    The new line (Line 7, 18 stations) opens on May 1st; tickets cost ￥2～￥9, v2.4.0-beta runs on x86_64 & C++17…\n\
    𠮷野家和𨋢房在粤语区常见；喆、犇、镕这些字也都要认得。😀👨‍👩‍👧🇨🇳 café Москва ひらがな カタカナ 한국어\u{200b}\u{feff}\t完。\r\
    小李硕士毕业于中国科学院计算所，后在日本京都大学深造；他说的确实在理。乒乓球拍卖完了，结婚的和尚未结婚的都来了。\n\n\n\
    长春市长春药店，南京市长江大桥，工信处女干事每月经过下属科室都要亲口交代24口交换机等技术性器件的安装工作。\n";

/// SplitMix64: the same texts on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ z >> 31) % n as u64) as usize
    }

    fn of<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// Words, common ones oftener, halves of words, numbers, signs and letters in random order.
fn mixture(bytes: usize, seed: u64) -> String {
    const SIGNS: [&str; 24] = [
        "，", "。", "、", "；", "“", "”", "（", "）", "《", "》", "…", "—", "\n", "\r\n", " ", "\u{3000}", "%", "-",
        "+", ".", "#", "_", "&", "😀",
    ];
    const LATIN: [&str; 10] = ["GDP", "5G", "A", "iPhone", "PM2.5", "x-1", "3D", "T", "C++", "４"];
    let common: Vec<&str> = WORDS.iter().copied().filter(|w| w.chars().count() == 2).step_by(37).collect();
    let random = &mut Random(seed);
    let mut text = String::with_capacity(bytes + 64);
    while text.len() < bytes {
        match random.below(20) {
            0..=5 => text += random.of(&common),
            6..=12 => text += random.of(&WORDS),
            13 | 14 => text.extend(random.of(&WORDS).chars().skip(1)),
            15 => text.extend(random.of(&WORDS).chars().take(1)),
            16 => text += &random.below(10_000).to_string(),
            17 => text += random.of(&LATIN),
            _ => text += random.of(&SIGNS),
        }
    }
    text
}

/// Characters of all Unicode, every third one an ideograph.
fn noise(chars: usize, seed: u64) -> String {
    let random = &mut Random(seed);
    let any = |n: usize| match n % 3 {
        0 => char::from_u32(0x4e00 + n as u32 % 0x51b0),
        1 => char::from_u32(n as u32 % 0x11_0000),
        _ => char::from_u32(n as u32 % 0x300),
    };
    (0..chars).filter_map(|_| any(random.below(usize::MAX >> 8))).collect()
}

/// jieba with the whole dictionary, and a fresh segmenter.
fn both() -> (&'static Jieba, Segmenter) {
    (&JIEBA, Segmenter::new(&PACKED[..]).unwrap())
}

/// Words and tags, in every mode, with and without the hidden Markov model.
fn assert_equal(jieba: &Jieba, segmenter: &Segmenter, text: &str) {
    assert_equal_in(&[Mode::Default, Mode::Search, Mode::All], jieba, segmenter, text);
}

fn assert_equal_in(modes: &[Mode], jieba: &Jieba, segmenter: &Segmenter, text: &str) {
    for hmm in [true, false] {
        let (theirs, ours) = (jieba.tag(text, hmm), segmenter.tag(text, hmm));
        for (t, o) in theirs.iter().zip(&ours) {
            assert_eq!((t.word, t.tag, t.byte_start), (&text[o.bytes.clone()], o.tag, o.bytes.start), "hmm: {hmm}");
        }
        assert_eq!(theirs.len(), ours.len());
        for &mode in modes {
            let theirs = match mode {
                Mode::Default => jieba.cut(text, hmm),
                Mode::Search => jieba.cut_for_search(text, hmm),
                Mode::All => jieba.cut_all(text),
            };
            let ours = segmenter.cut(text, mode, hmm);
            for (t, o) in theirs.iter().zip(&ours) {
                assert_eq!((t.byte_start, t.byte_end), (o.start, o.end), "{mode:?}, hmm: {hmm}, {:?}", t.word);
            }
            assert_eq!(theirs.len(), ours.len(), "{mode:?}, hmm: {hmm}");
        }
    }
}

#[test]
fn every_word_comes_back_from_the_packed_form() {
    let packed = Packed::open(PACKED.as_slice().into()).unwrap();
    let mut lines = Vec::new();
    for group in 0..packed.groups() {
        for pair in packed.pairs(group) {
            packed.words(group, pair, |word, frequency, tag| lines.push(format!("{word} {frequency} {tag}")));
        }
    }
    let first = |word: &str| word.chars().next().unwrap();
    for word in WORDS.iter().filter(|w| w.chars().count() == 1) {
        let (frequency, tag) = packed.single(packed.rank(first(word)).unwrap().into()).unwrap();
        lines.push(format!("{word} {frequency} {tag}"));
    }
    lines.sort_unstable();
    let mut expected: Vec<&str> = DICTIONARY.lines().collect();
    expected.sort_unstable();
    assert!(lines == expected);
}

#[test]
fn equal_on_prose() {
    let (jieba, segmenter) = both();
    PROSE.lines().for_each(|line| assert_equal(jieba, &segmenter, line));
    assert_equal(jieba, &segmenter, PROSE);
    assert_equal(jieba, &segmenter, &PROSE.replace(['，', '。', '\n', '\r', '；', '、'], ""));
}

#[test]
fn equal_on_two_megabytes_of_mixed_text() {
    let (jieba, segmenter) = both();
    for seed in 0..4 {
        assert_equal(jieba, &segmenter, &mixture(512 << 10, seed));
    }
}

#[test]
fn equal_on_random_unicode() {
    let (jieba, segmenter) = both();
    for seed in 0..200 {
        assert_equal(jieba, &segmenter, &noise(seed as usize * 2, seed));
    }
    assert_equal(jieba, &segmenter, &noise(100_000, 1));
}

#[test]
fn equal_on_a_fresh_dictionary_for_every_text() {
    for seed in 0..20 {
        let (jieba, segmenter) = both();
        assert_equal(jieba, &segmenter, &mixture(300, 100 + seed));
    }
    for text in ["", "中", "中国", "\r", "\n", "\r\n", "\0", "\u{10FFFE}\u{10FFFF}", "\u{10FFFE}", "γ射线", "一\0丁"]
    {
        assert_equal(&JIEBA, &both().1, text);
    }
}

#[test]
fn equal_with_words_of_the_user() {
    let (mut jieba, mut segmenter) = (JIEBA.clone(), both().1);
    let text =
        mixture(50_000, 7) + "云计算的确实在理，我们中出了一个叛徒。长江大桥有5G网络，1.5万人在𠮷野家。很大" + PROSE;
    let words = [
        ("云计算的", None),
        ("的确实", Some(9_000)),
        ("中出", None),
        ("大", Some(1)),
        ("长江大桥", Some(0)),
        ("", None),
    ];
    for (word, frequency) in words.into_iter().chain([("𠮷野家", Some(3)), ("中出", Some(2))]) {
        jieba.add_word(word, frequency, Some("x"));
        segmenter.add_word(word, frequency, None);
        assert_equal(&jieba, &segmenter, &text);
    }
    for word in ["5G网络", "1.5万", "x86_64"] {
        jieba.add_word(word, None, Some("n"));
        segmenter.add_word(word, None, Some("n"));
        assert_equal_in(&[Mode::Default, Mode::Search], &jieba, &segmenter, &text);
    }
}

#[test]
fn equal_with_a_dictionary_in_text_form() {
    let segmenter = Segmenter::new(DICTIONARY.as_bytes()).unwrap();
    assert_equal(&JIEBA, &segmenter, PROSE);
}

#[test]
fn the_memory_of_pulled_words_is_bounded_by_the_dictionary() {
    let (jieba, segmenter) = both();
    let records = |jieba: &Jieba| format!("{jieba:?}");
    assert_equal(jieba, &segmenter, PROSE);
    let after_one = records(&segmenter.engine.read().unwrap().jieba);
    (0..2_000).for_each(|_| drop(segmenter.tag(PROSE, true)));
    assert_eq!(records(&segmenter.engine.read().unwrap().jieba), after_one);
    // Every word there is: jieba then holds as many as with the whole dictionary, and the filler.
    WORDS.iter().for_each(|word| drop(segmenter.engine_for(word)));
    let count = |jieba: &Jieba| {
        records(jieba)
            .chars()
            .skip_while(|c| !c.is_ascii_digit())
            .map_while(|c| c.to_digit(10))
            .fold(0, |n, d| n * 10 + d)
    };
    assert_eq!(count(&segmenter.engine.read().unwrap().jieba), count(jieba) + 1);
}

//! What must hold of any text: what stands around a figure does not change it, offsets point at what was read,
//! nothing is lost, nothing panics, nothing takes more than linear time.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use proptest::prelude::*;
use tishu::Options;
use tishu::model::{Analysis, Figure};

/// Paragraphs with figures of every kind; each ends as a paragraph does.
const PARAGRAPHS: [&str; 12] = [
    "截至去年底，全县共有企业446家，其中规模以上企业近百家，从业人员超过1.5万人。",
    "项目总投资3.2亿元，建成后年产值可达5亿—8亿元，带动就业2000余人。",
    "前三季度，全市用电量7.77万亿千瓦时，同比增长4.6%，增速回升0.8个百分点。",
    "会议决定将两个草案提请审议，出席会议的代表共二百五十六名，约占总数的三分之二。",
    "办理时限由5个工作日缩减至1天，材料从12份减少到3份，群众少跑两趟。",
    "近日，第十二届博览会在武汉开幕，来自40多个国家的百余家企业参展。",
    "水库库容3亿2千万立方米，最低气温降到零下12℃，误差为±0.05毫米。",
    "该公司以745.59亿元的营收位居榜单第43位，是五年前的2.5倍，实现翻一番。",
    "每公斤3元的价格比上月下降15%左右，种植户每亩少收入200至300元。",
    "事故造成一人死亡、三人受伤，救援人员用了2小时30分才将伤者送到医院。",
    "这是一项重要任务，大家一起努力，推进一体化发展，迈出“关键一步”。",
    "咨询电话是13800138000，5G基站和PM2.5监测点均已建成，涉及16部门。",
];

fn analyze(text: &str) -> Analysis {
    common::analyzer().analyze(text, &Options { rejected: true, ..Options::default() })
}

/// A figure without its place and number.
fn essence(figure: &Figure) -> String {
    format!(
        "{:?} {} {:?} {:?} {:?} {:?} {:?} {:?}",
        figure.kind,
        figure.text,
        figure.decimal,
        figure.min,
        figure.max,
        figure.bound,
        figure.unit.as_ref().map(|unit| &unit.canonical),
        figure.rule
    )
}

fn essences(analysis: &Analysis) -> Vec<String> {
    analysis.figures.iter().map(essence).collect()
}

fn paragraph() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&PARAGRAPHS[..])
}

/// White space that is no part of a figure, and signs beyond the basic plane.
fn surroundings() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(&["\r\n", "\n", "\u{3000}", "😀\n", "𠮷。\n", "\u{3000}\u{3000}"][..]),
        0..5,
    )
    .prop_map(|parts| parts.concat())
}

/// Texts of characters that numerals, units, marks and breaks are made of, and of any others.
fn soup() -> impl Strategy<Value = String> {
    let signs: Vec<char> = "0123456789.,:/-—~％%、，。；：“”‘’《》（）()[]〔〕·零〇一二两三四五六七八九十百千万亿兆几数多余半\
        第个家名元吨米年月日天时分秒点成倍折番翻负上下近约超过不足至到从由比和与每各又之来左右以内强弱+±¥$￥ \n\r\t\u{3000}ABGkw℃㎡𠮷😀"
        .chars()
        .collect();
    let char = prop_oneof![8 => prop::sample::select(signs), 1 => any::<char>()];
    prop::collection::vec(char, 0..60).prop_map(|chars| chars.into_iter().collect())
}

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

fn slice(units: &[u16], start: u32, end: u32) -> String {
    String::from_utf16(&units[start as usize..end as usize]).expect("an offset cuts a character")
}

/// Without what is no text: white space, wide or of no width.
fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{feff}' | '\u{200b}')).collect()
}

/// Checks that need no second reading of the text.
fn well_formed(text: &str) -> Analysis {
    let analysis = analyze(text);
    let units = units(text);
    let mut end = 0;
    for figure in &analysis.figures {
        assert!(figure.start >= end, "{} overlaps what stands before it in {text:?}", figure.text);
        assert!(figure.end > figure.start, "an empty figure in {text:?}");
        end = figure.end;
        assert_eq!(solid(&slice(&units, figure.start, figure.end)), solid(&figure.text), "{text:?}");
        if let (Some(min), Some(max)) = (figure.min, figure.max) {
            assert!(min <= max, "{} in {text:?}", figure.text);
        }
        if let Some(value) = figure.value {
            assert!(!value.is_nan(), "{} in {text:?}", figure.text);
            assert!(figure.min.is_none_or(|min| min <= value), "{} in {text:?}", figure.text);
            assert!(figure.max.is_none_or(|max| value <= max), "{} in {text:?}", figure.text);
        }
        let within = |t: &tishu::model::Time| t.start < figure.end && figure.start < t.end;
        assert!(!analysis.times.iter().any(within), "{} reaches into a time in {text:?}", figure.text);
    }
    let blocks: String = analysis.articles.iter().flat_map(|a| &a.blocks).map(|b| b.text.as_str()).collect();
    assert_eq!(sorted(&blocks), sorted(text), "{text:?} lost or gained characters");
    analysis
}

/// The characters of a text, sorted: blocks may come in another order than the lines.
fn sorted(text: &str) -> Vec<char> {
    let mut chars: Vec<char> = solid(text).chars().collect();
    chars.sort_unstable();
    chars
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_loss(text in soup()) {
        well_formed(&text);
    }

    #[test]
    fn any_characters_are_read_without_loss(text in any::<String>()) {
        well_formed(&text);
    }

    #[test]
    fn what_stands_around_a_paragraph_does_not_change_its_figures(
        before in surroundings(), text in paragraph(), after in surroundings(),
    ) {
        let alone = well_formed(text);
        let framed = format!("{before}{text}\n{after}");
        let analysis = well_formed(&framed);
        prop_assert_eq!(essences(&alone), essences(&analysis));
        let shift = units(&before).len() as u32;
        for (a, b) in alone.figures.iter().zip(&analysis.figures) {
            prop_assert_eq!((a.start + shift, a.end + shift), (b.start, b.end));
        }
    }

    #[test]
    fn paragraphs_do_not_change_one_another(texts in prop::collection::vec(paragraph(), 1..5), lines in "(\n|\r\n|\n\n)") {
        let alone: Vec<String> = texts.iter().flat_map(|text| essences(&analyze(text))).collect();
        let together: String = texts.iter().map(|text| format!("\u{3000}\u{3000}{text}{lines}")).collect();
        prop_assert_eq!(alone, essences(&well_formed(&together)));
    }

    #[test]
    fn digits_of_full_width_are_digits(text in paragraph()) {
        let wide: String = text.chars().map(|c| match c {
            '0'..='9' => char::from_u32(c as u32 - 0x30 + 0xff10).unwrap(),
            c => c,
        }).collect();
        let plain = |analysis: &Analysis| -> Vec<_> {
            analysis.figures.iter().map(|f| (f.start, f.end, f.decimal.clone(), f.kind, f.bound)).collect()
        };
        prop_assert_eq!(plain(&analyze(text)), plain(&analyze(&wide)));
    }

    #[test]
    fn a_layout_break_inside_a_figure_is_bridged(text in paragraph(), seed in any::<prop::sample::Index>()) {
        let alone = analyze(text);
        let units = units(text);
        let long: Vec<&Figure> = alone.figures.iter().filter(|f| f.end - f.start > 1).collect();
        prop_assume!(!long.is_empty());
        let figure = long[seed.index(long.len())];
        // Lines as full as the page's: the break stands inside the figure, all lines are equally long.
        let cut = (figure.start + 1) as usize;
        let broken = format!("{}\n{}", String::from_utf16(&units[..cut]).unwrap(), String::from_utf16(&units[cut..]).unwrap());
        let analysis = well_formed(&broken);
        if analysis.articles.iter().map(|a| a.blocks.len()).sum::<usize>() == 1 {
            prop_assert_eq!(essences(&alone), essences(&analysis));
        }
    }
}

/// Texts that would take minutes if any step looked again at what it has looked at.
#[test]
fn odd_beginnings_are_read() {
    for text in ["上£二图为会场。", "中5%", "内，三天"] {
        well_formed(text);
    }
}

#[test]
fn long_runs_take_linear_time() {
    const SIZE: usize = 200_000;
    let parts = [
        "9",
        "一",
        "万",
        "零",
        "123,",
        "3、",
        "5-",
        "第一",
        "（",
        "“",
        "1/",
        "1.",
        "1:",
        "1比",
        "三分之",
        "三又",
        "三又三分之",
        "负",
        "零下",
        "几",
        "多",
        "半",
        "翻",
        "壹拾",
        "一亿",
        "5个",
        "一个",
        "3.5、",
        "3.5至",
        "每",
        "近",
        "三成",
        "元/",
        "1·",
        "+",
        "¥",
    ];
    for part in parts {
        let text = part.repeat(SIZE / part.chars().count());
        well_formed(&text);
    }
    for (open, close) in [('（', '）'), ('“', '”'), ('《', '》')] {
        let nested: String = std::iter::repeat_n(open, SIZE / 2)
            .chain(['3', '家'])
            .chain(std::iter::repeat_n(close, SIZE / 2))
            .collect();
        well_formed(&nested);
    }
    well_formed(&format!("0.{}", "0".repeat(SIZE)));
    well_formed(&format!("{}.5亿元", "9".repeat(SIZE)));
}

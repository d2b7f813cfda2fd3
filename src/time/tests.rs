//! The corpus of time expressions, what it must never lose, and the validity of every value.

use super::*;
use crate::fold::fold;

const CORPUS: &str = include_str!("../../tests/corpus/time.txt");
/// The day of publication the corpus resolves against, a Wednesday.
const PUBLISHED: Date = (2024, 5, 15);

struct Mark<'a> {
    range: Range<usize>,
    value: Option<&'a str>,
    resolved: Option<&'a str>,
}

/// The text of a corpus line, and its marks. A field left out is not looked at; a field left empty must be none.
fn unmark(line: &str) -> (Vec<char>, Vec<Mark<'_>>) {
    let (mut text, mut marks) = (Vec::new(), Vec::new());
    let mut rest = line;
    while let Some((plain, behind)) = rest.split_once("[[") {
        let (inside, behind) = behind.split_once("]]").expect("a mark that is closed");
        text.extend(plain.chars().map(fold));
        let mut fields = inside.split('|');
        let start = text.len();
        text.extend(fields.next().unwrap_or("").chars().map(fold));
        marks.push(Mark { range: start..text.len(), value: fields.next(), resolved: fields.next() });
        rest = behind;
    }
    text.extend(rest.chars().map(fold));
    (text, marks)
}

fn sentences() -> impl Iterator<Item = &'static str> {
    CORPUS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[test]
fn corpus() {
    let mut wrong = Vec::new();
    for line in sentences() {
        let (text, marks) = unmark(line);
        let found = scan(&text);
        let spans: Vec<_> = found.iter().map(|m| m.range.clone()).collect();
        let shown: Vec<String> = spans.iter().map(|range| text[range.clone()].iter().collect()).collect();
        if spans != marks.iter().map(|m| m.range.clone()).collect::<Vec<_>>() {
            wrong.push(format!("{line}\n    found {shown:?}"));
            continue;
        }
        for ((one, mark), shown) in found.iter().zip(&marks).zip(shown) {
            let agrees = |field: Option<&str>, value: &Option<String>| {
                field.is_none_or(|field| field == value.as_deref().unwrap_or(""))
            };
            let resolved = resolve(&one.time, PUBLISHED);
            // A mark without any field says that the words have no value.
            if !agrees(Some(mark.value.unwrap_or("")), &one.value) || !agrees(mark.resolved, &resolved) {
                wrong.push(format!("{line}\n    {shown}: {:?}, resolved {resolved:?}", one.value));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Whether a text is EDTF of the sorts in use: level 0 dates, date-times and intervals, level 1 seasons, unspecified
/// digits and open ends.
fn is_edtf(text: &str) -> bool {
    match text.split_once('/') {
        Some((first, "..")) => is_date(first),
        Some((first, last)) => is_date(first) && is_date(last),
        None => is_date(text),
    }
}

fn is_date(text: &str) -> bool {
    let (date, clock) = text.split_once('T').map_or((text, None), |(date, clock)| (date, Some(clock)));
    let parts: Vec<&str> = date.strip_prefix('-').unwrap_or(date).split('-').collect();
    let number = |text: &str| (text.len() == 2).then(|| text.parse::<u32>().ok()).flatten();
    let year = parts[0];
    let digits = year.trim_end_matches('X');
    if year.len() != 4
        || !digits.bytes().all(|b| b.is_ascii_digit())
        || (year.contains('X') && !digits.is_empty() && parts.len() > 1)
    {
        return false;
    }
    let valid = match parts[1..] {
        [] => !digits.is_empty(),
        [month] => {
            number(month).is_some_and(|m| (1..=12).contains(&m) || (21..=24).contains(&m) && !year.contains('X'))
        }
        [month, day] => number(month).zip(number(day)).is_some_and(|(month, day)| {
            (1..=12).contains(&month) && (1..=calendar::month_length(year.parse().ok(), month)).contains(&day)
        }),
        _ => false,
    };
    let clock_valid = clock.is_none_or(|clock| {
        let parts: Vec<Option<u32>> = clock.split(':').map(number).collect();
        let limits = [24, 59, 60];
        !year.contains('X')
            && parts.len() == 3
            && parts.iter().zip(limits).all(|(part, limit)| part.is_some_and(|p| p <= limit))
    });
    valid && clock_valid
}

#[test]
fn the_validator_tells_edtf_from_other_texts() {
    for valid in
        ["2023", "199X", "20XX", "2023-05", "XXXX-05", "XXXX-02-29", "2024-21", "2023/..", "2024-05-01T24:00:00"]
    {
        assert!(is_edtf(valid), "{valid}");
    }
    for wrong in [
        "XXXX",
        "23",
        "2023-13",
        "2023-02-29",
        "XXXX-21",
        "2024-5",
        "2024-05-01T10:30",
        "2023/",
        "199X-05",
        "XXXX-05-01T10:00:00",
    ] {
        assert!(!is_edtf(wrong), "{wrong}");
    }
}

#[test]
fn every_value_of_the_corpus_is_edtf() {
    let mut values = 0;
    for line in sentences() {
        for found in scan(&unmark(line).0) {
            for value in [found.value.clone(), resolve(&found.time, PUBLISHED)].into_iter().flatten() {
                assert!(is_edtf(&value), "{line}: {value}");
                values += 1;
            }
        }
    }
    assert!(values > 300, "{values}");
}

#[test]
fn kinds() {
    for (text, kind) in [
        ("2023年", Kind::Date),
        ("今年上半年", Kind::Date),
        ("10:30", Kind::Clock),
        ("近五年", Kind::Period),
        ("“十四五”期间", Kind::Plan),
        ("春节期间", Kind::Festival),
        ("目前", Kind::Deictic),
        ("当天", Kind::Deictic),
    ] {
        let found = scan(&text.chars().map(fold).collect::<Vec<_>>());
        assert_eq!(found.iter().map(|m| m.kind).collect::<Vec<_>>(), [kind], "{text}");
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    let started = std::time::Instant::now();
    for piece in [
        "1",
        "年",
        "2023年",
        "自2023年",
        "二",
        "“",
        "12:",
        "近",
        "2024-",
        "前3",
        "1、2、",
        "以来",
        "十四五",
        "\n",
        "\0",
    ] {
        let text: Vec<char> = piece.chars().cycle().take(20_000).collect();
        let found = scan(&text);
        assert!(found.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
    }
    // Quadratic time would be minutes.
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    /// Texts made of the pieces that times are made of, whole and broken.
    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            prop::sample::select(vec![
                "年",
                "月",
                "日",
                "时",
                "点",
                "分",
                "秒",
                "周",
                "季度",
                "世纪",
                "年代",
                "至",
                "到",
                "—",
                "-",
                "/",
                ":",
                "、",
                "自",
                "从",
                "起",
                "以来",
                "上半年",
                "底",
                "初",
                "中旬",
                "今年",
                "去年",
                "昨天",
                "本月",
                "上周",
                "五",
                "十",
                "二〇",
                "近",
                "未来",
                "前",
                "第",
                "来",
                "“",
                "”",
                "十四五",
                "期间",
                "春节",
                "上午",
                "晚",
                " ",
                "，",
                "。",
                "2024年5月",
                "1月8日",
                "99",
                "2",
                "0",
                "号",
                "半",
                "个",
            ])
            .prop_map(str::to_owned),
            (0u32..3000).prop_map(|n| n.to_string()),
            any::<char>().prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn matches_are_in_order_and_values_valid(text in pieces(), year in 1900i32..2100, month in 1u32..=12, day in 1u32..=28) {
            let chars: Vec<char> = text.chars().map(fold).collect();
            let mut end = 0;
            for found in scan(&chars) {
                prop_assert!(end <= found.range.start && found.range.start < found.range.end && found.range.end <= chars.len());
                end = found.range.end;
                for value in [found.value.clone(), resolve(&found.time, (year, month, day))].into_iter().flatten() {
                    prop_assert!(is_edtf(&value), "{} gave {}", text, value);
                }
            }
        }

        #[test]
        fn what_stands_in_front_moves_matches_and_no_more(text in pieces(), lines in 1usize..5) {
            let chars: Vec<char> = text.chars().map(fold).collect();
            let moved: Vec<char> = std::iter::repeat_n('\n', lines).chain(chars.iter().copied()).collect();
            let expected: Vec<Match> = scan(&chars)
                .into_iter()
                .map(|m| Match { range: m.range.start + lines..m.range.end + lines, ..m })
                .collect();
            prop_assert_eq!(scan(&moved), expected);
        }
    }
}

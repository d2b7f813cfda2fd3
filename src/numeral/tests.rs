//! One table of numerals: what is read, how far, and its value.

use super::read;
use crate::fold::fold;

/// (text, how much of it is the numeral, value or range or bound)
const CASES: &[(&str, &str, &str)] = &[
    ("446名", "446", "446"),
    ("1,100.9亿元", "1,100.9亿", "110090000000"),
    ("１２，３４５户", "１２，３４５", "12345"),
    ("16.4亿", "16.4亿", "1640000000"),
    ("1.5万余人次", "1.5万余", "15000 >"),
    ("12.7 万吨", "12.7 万", "127000"),
    ("27000多亿度", "27000多亿", "2700000000000 >"),
    ("3万4000元", "3万4000", "34000"),
    ("2亿3千万", "2亿3千万", "230000000"),
    ("5万4千6百", "5万4千6百", "54600"),
    ("1千零20", "1千零20", "1020"),
    ("30w上下", "30w", "300000"),
    ("4.78万亿", "4.78万亿", "4780000000000"),
    ("12千米", "12", "12"),
    ("2.0.1版", "2", "2"),
    (".5", ".5", "0.5"),
    ("一千零五人", "一千零五", "1005"),
    ("一万二", "一万二", "12000"),
    ("三千五百", "三千五百", "3500"),
    ("一万零一十二", "一万零一十二", "10012"),
    ("三千二百六十五万七千四百二十一亿九千三百", "三千二百六十五万七千四百二十一亿九千三百", "3265742100009300"),
    ("二十一万亿", "二十一万亿", "21000000000000"),
    ("四万万", "四万万", "400000000"),
    ("三兆五十四亿八万六千三", "三兆五十四亿八万六千三", "3005400086300"),
    ("二〇二五年", "二〇二五", "2025"),
    ("三点五亿", "三点五亿", "350000000"),
    ("一点七八万亿", "一点七八万亿", "1780000000000"),
    ("零点五", "零点五", "0.5"),
    ("壹仟贰佰元", "壹仟贰佰", "1200"),
    ("廿三个", "廿三", "23"),
    ("十余万人", "十余万", "100000 >"),
    ("二十几个", "二十几", "20 >"),
    ("一百多张", "一百多", "100 >"),
    ("几百台", "几百", "vague"),
    ("数十万", "数十万", "vague"),
    ("三四个", "三四", "3..4"),
    ("十七八岁", "十七八", "17..18"),
    ("三五百人", "三五百", "300..500"),
    ("两三万", "两三万", "20000..30000"),
    ("三分之一", "三分之一", "1/3"),
    ("百分之六点五", "百分之六点五", "6.5"),
    ("千分之三", "千分之三", "0.3"),
    ("九又十二分之五", "九又十二分之五", "113/12"),
    ("七成", "七成", "70"),
    ("三成五", "三成五", "35"),
    ("三成员", "三", "3"),
    ("六折", "六折", "60"),
    ("75折", "75折", "75"),
    ("对折", "对折", "50"),
    ("1/3", "1/3", "1/3"),
    ("2011/7/15", "2011", "2011"),
    ("百分点", "百", "100"),
    ("千万千瓦", "千万", "10000000"),
    ("三千 八百 九十六 万", "三千 八百 九十六 万", "38960000"),
];

#[test]
fn every_numeral_of_the_table() {
    for &(text, taken, want) in CASES {
        let chars: Vec<char> = text.chars().map(fold).collect();
        let numeral = read(&chars, 0).unwrap_or_else(|| panic!("{text}: nothing read"));
        let got: String = text.chars().take(numeral.range.end).collect();
        assert_eq!(got, taken, "{text}");
        let value = match (&numeral.value, &numeral.upper, &numeral.quotient) {
            (Some(low), Some(high), _) => format!("{low}..{high}"),
            (Some(value), None, _) if numeral.bound == Some(crate::model::Bound::More) => format!("{value} >"),
            (Some(value), None, _) => value.to_string(),
            (None, _, Some((n, d))) => format!("{n}/{d}"),
            _ => "vague".to_owned(),
        };
        assert_eq!(value, want, "{text}");
    }
}

#[test]
fn words_are_no_numerals() {
    for text in ["陆军", "伍先生", "点", "余下", "人"] {
        let chars: Vec<char> = text.chars().map(fold).collect();
        assert_eq!(read(&chars, 0), None, "{text}");
    }
}

#[test]
fn a_numeral_of_100_000_digits_is_read_whole() {
    let chars = vec!['9'; 100_000];
    let numeral = read(&chars, 0).unwrap();
    assert_eq!(numeral.range, 0..100_000);
    assert_eq!(numeral.value.unwrap().to_string().len(), 100_000);
}

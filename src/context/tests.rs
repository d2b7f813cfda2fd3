//! The corpus of meanings.

use crate::model::{Analysis, ChangeRole, Direction, Figure, Order, Status};
use crate::{Analyzer, Options};

const CORPUS: &str = include_str!("../../tests/corpus/context.txt");

fn analyzer() -> Analyzer {
    let dictionary = concat!(env!("CARGO_MANIFEST_DIR"), "/data/dictionary/dict.txt");
    Analyzer::new(std::fs::read(dictionary).expect("the dictionary is in the repository")).expect("it is one")
}

/// A mark of the corpus: its start in UTF-16 code units, the figure, and what is said of it.
type Mark<'a> = (usize, &'a str, Vec<&'a str>);

/// The text of a corpus line, and its marks.
fn parse(line: &str) -> (String, Vec<Mark<'_>>) {
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), line);
    while let Some((before, after)) = rest.split_once("[[") {
        let (mark, after) = after.split_once("]]").expect("a mark is closed");
        text.push_str(before);
        let mut fields = mark.split('|');
        let figure = fields.next().expect("a mark has a figure");
        marks.push((text.encode_utf16().count(), figure, fields.collect()));
        text.push_str(figure);
        rest = after;
    }
    text.push_str(rest);
    (text.replace('⏎', "\n"), marks)
}

/// What an analysis says of a figure under a key of the corpus.
fn said(analysis: &Analysis, figure: &Figure, key: &str) -> String {
    let item = |order: Option<Order>| figure.item.as_ref().filter(|item| order == Some(item.order) || order.is_none());
    let text = match key {
        "item" => item(None).map(|item| item.phrase.text.clone()),
        "item<" => item(Some(Order::Before)).map(|item| item.phrase.text.clone()),
        "item>" => item(Some(Order::After)).map(|item| item.phrase.text.clone()),
        "who" => figure.subject.as_ref().map(|subject| subject.phrase.text.clone()),
        "when" => figure.time.as_ref().map(|time| time.phrase.text.clone()),
        "chg" => figure.change.as_ref().map(|change| {
            let role = match change.role {
                ChangeRole::By => "by",
                ChangeRole::To => "to",
                ChangeRole::From => "from",
            };
            format!("{role},{}", if change.direction == Direction::Up { "up" } else { "down" })
        }),
        "base" => figure.change.as_ref().and_then(|change| change.base.as_ref()).map(|base| base.text.clone()),
        "to" => figure
            .change
            .as_ref()
            .and_then(|change| change.partner.as_ref())
            .and_then(|id| analysis.figures.iter().find(|other| other.id == *id).map(|other| other.text.clone())),
        "share" => figure.share.as_ref().map(|share| share.of.text.clone()),
        "says" => figure.speaker.as_ref().map(|speaker| speaker.text.clone()),
        "each" => figure.each.then(String::new),
        "group" => figure.group.clone(),
        "st" => Some(
            match figure.status {
                Status::Actual => "actual",
                Status::Planned => "planned",
                Status::Required => "required",
                Status::Negated => "negated",
                Status::Hypothetical => "hypothetical",
            }
            .to_owned(),
        ),
        _ => panic!("unknown key {key}"),
    };
    text.map_or("-".to_owned(), |text| text)
}

#[test]
fn corpus() {
    let analyzer = analyzer();
    let (mut wrong, mut sentences) = (Vec::new(), 0);
    for line in CORPUS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        sentences += 1;
        let (text, marks) = parse(line);
        let analysis = analyzer.analyze(&text, &Options::default());
        let mut groups = Vec::new();
        for (start, shown, fields) in marks {
            let Some(figure) = analysis.figures.iter().find(|figure| figure.start as usize == start) else {
                wrong.push(format!("{line}: no figure {shown}"));
                continue;
            };
            for field in fields {
                let (key, want) = field
                    .split_once('=')
                    .map_or((field, Some("")), |(key, want)| (key, Some(want).filter(|want| !want.is_empty())));
                let got = said(&analysis, figure, key);
                if let ("group", Some(letter)) = (key, want) {
                    groups.push((letter, got));
                } else if got != want.unwrap_or("-") {
                    wrong.push(format!("{line}: {shown} {key}: {got}"));
                }
            }
        }
        if groups.iter().any(|(_, id)| id == "-" || *id != groups[0].1) {
            wrong.push(format!("{line}: {groups:?}"));
        }
    }
    assert!(sentences >= 120, "{sentences} sentences");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn hostile_texts_take_linear_time() {
    let analyzer = analyzer();
    let pieces = [
        "3个企业增长5%、",
        "“(《",
        "由5天到",
        "分别3家",
        "其中",
        "占",
        "北京市",
        "”)》",
        "的",
        "和",
        "3",
        "比",
        "同比",
    ];
    let time = |piece: &str, size: usize| {
        let text: String = piece.chars().cycle().take(size).collect();
        let started = std::time::Instant::now();
        let analysis = analyzer.analyze(&text, &Options::default());
        assert!(analysis.figures.iter().all(|figure| figure.start < figure.end));
        started.elapsed().as_secs_f64()
    };
    for piece in pieces {
        time(piece, 2_000);
        let (short, long) = (time(piece, 10_000), time(piece, 80_000));
        // Eight times the text; quadratic time would be sixty-four times.
        assert!(long < 0.1 + 32.0 * short, "{piece}: {short} s, {long} s");
    }
}

//! What a reader corrects in the layout beats all evidence.

mod common;

use common::{analyze, analyzer, role_name};
use tishu::model::{Analysis, Block, Role};
use tishu::{Corrections, Options, RoleAt};

const PAGE: &str = "水厂扩建工程开工\n\n本报记者 岳阳\n\n昨日，城西水厂扩建工程开工，总投资3.6亿元，日供水能力将提高到2\n\n0万吨。\n\n\
                    明年通水\n\n据了解，新水厂建成后，受益群众达到12万人，水质合格率保持在100%。\n\n工程由县水务集团承建。\n";

fn corrected(text: &str, corrections: Corrections) -> Analysis {
    analyzer().analyze(text, &Options { corrections, ..Options::default() })
}

fn blocks(analysis: &Analysis) -> Vec<&Block> {
    analysis.articles.iter().flat_map(|article| &article.blocks).collect()
}

/// UTF-16 offset of a piece of the text.
fn at(text: &str, piece: &str) -> u32 {
    text[..text.find(piece).unwrap()].encode_utf16().count() as u32
}

fn role(text: &str, piece: &str, role: Role) -> Corrections {
    Corrections { roles: vec![RoleAt { at: at(text, piece), role }], ..Corrections::default() }
}

fn figures(analysis: &Analysis) -> Vec<&str> {
    analysis.figures.iter().map(|figure| figure.text.as_str()).collect()
}

#[test]
fn a_break_stays_that_the_page_would_remove() {
    let plain = analyze(PAGE);
    assert_eq!(figures(&plain), ["3.6亿元", "20万吨", "12万人", "100%"]);
    let join = blocks(&plain)[2].joins[0].at;
    let kept = corrected(PAGE, Corrections { breaks: vec![join], ..Corrections::default() });
    assert!(blocks(&kept).iter().all(|block| block.joins.is_empty()));
    assert_eq!(blocks(&kept).len(), blocks(&plain).len() + 1);
    assert!(figures(&kept).contains(&"0万吨"), "{:?}", figures(&kept));
}

#[test]
fn a_break_goes_that_the_page_would_keep() {
    let end = at(PAGE, "\n\n工程由");
    for inside in [end, end + 1] {
        let joined = corrected(PAGE, Corrections { joins: vec![inside], ..Corrections::default() });
        let last = *blocks(&joined).last().unwrap();
        assert!(last.text.ends_with("100%。工程由县水务集团承建。"), "{}", last.text);
        assert_eq!((last.joins[0].at, last.joins[0].rule), (end, "asked"));
    }
    // A byline is complete whatever else is known of it; still the reader decides. Emoji take two units.
    let text = format!("😀😀\n{PAGE}");
    let joined = corrected(&text, Corrections { joins: vec![at(&text, "\n\n昨日")], ..Corrections::default() });
    assert!(blocks(&joined).iter().any(|block| block.text.starts_with("本报记者 岳阳昨日，")));
    // Two spaces of indent inside a line begin a paragraph; they are a break as any.
    let text = "全县新增公交线路6条，日均客流增加1.2万人次。　　届时主城区居民半小时内可达。";
    assert_eq!(blocks(&analyze(text)).len(), 2);
    let joined = corrected(text, Corrections { joins: vec![at(text, "　届时")], ..Corrections::default() });
    assert_eq!(blocks(&joined).len(), 1);
}

#[test]
fn where_both_are_asked_the_break_stays() {
    let at = at(PAGE, "\n\n工程由");
    let both = Corrections { joins: vec![at], breaks: vec![at + 1], ..Corrections::default() };
    assert_eq!(corrected(PAGE, both), analyze(PAGE));
}

#[test]
fn a_block_made_a_title_opens_an_article() {
    let plain = analyze(PAGE);
    assert_eq!((plain.articles.len(), role_name(blocks(&plain)[3].role)), (1, "heading"));
    let two = corrected(PAGE, role(PAGE, "年通水", Role::Title));
    let titles: Vec<_> = two.articles.iter().map(|a| a.title.as_ref().unwrap().text.as_str()).collect();
    assert_eq!(titles, ["水厂扩建工程开工", "明年通水"]);
    assert_eq!(two.figures.iter().map(|figure| figure.article).collect::<Vec<_>>(), [0, 0, 1, 1]);
    // And running text as well; what stood over it as a heading is part of its head no more.
    let two = corrected(PAGE, role(PAGE, "工程由县", Role::Title));
    assert_eq!(two.articles[1].title.as_ref().unwrap().text, "工程由县水务集团承建。");
}

#[test]
fn of_a_head_the_line_asked_for_is_the_title() {
    let text =
        "全县农村饮水安全工程加快推进\n城西水厂开工\n本报记者 岳阳\n昨日，城西水厂扩建工程开工，总投资3.6亿元。\n";
    for (title, other) in
        [("全县农村饮水安全工程加快推进", "城西水厂开工"), ("城西水厂开工", "全县农村饮水安全工程加快推进")]
    {
        let analysis = corrected(text, role(text, title, Role::Title));
        assert_eq!(analysis.articles.len(), 1, "{title}");
        assert_eq!(analysis.articles[0].title.as_ref().unwrap().text, title);
        let blocks = blocks(&analysis);
        let other = blocks.iter().find(|block| block.text == other).unwrap();
        assert_eq!(other.role, Role::Subtitle);
    }
    // Two titles asked for, one right behind the other, are two articles.
    let mut both = role(text, "全县农村", Role::Title);
    both.roles.extend(role(text, "城西水厂开工", Role::Title).roles);
    assert_eq!(corrected(text, both).articles.len(), 2);
}

#[test]
fn a_role_takes_figures_away_and_gives_them_back() {
    let footer = corrected(PAGE, role(PAGE, "据了解", Role::Footer));
    assert_eq!(figures(&footer), ["3.6亿元", "20万吨"]);
    let text = "全县新增公交线路6条，日均客流增加1.2万人次。\n责编：岳阳 15人\n市民出行更加方便。";
    assert_eq!(figures(&analyze(text)), ["6条", "1.2万人次"]);
    assert_eq!(figures(&corrected(text, role(text, "责编", Role::Paragraph))), ["6条", "1.2万人次", "15人"]);
    // The last one given to a block counts.
    let mut twice = role(PAGE, "据了解", Role::Footer);
    twice.roles.extend(role(PAGE, "受益群众", Role::Paragraph).roles);
    assert_eq!(corrected(PAGE, twice), analyze(PAGE));
}

#[test]
fn a_byline_asked_for_has_its_author() {
    let text = "水厂扩建工程开工\n\n昨日，城西水厂扩建工程开工，总投资3.6亿元。\n\n岳阳\n";
    assert!(analyze(text).articles[0].authors.is_empty());
    let signed = corrected(text, role(text, "岳阳", Role::Byline));
    assert_eq!(signed.articles[0].authors[0].text, "岳阳");
}

#[test]
fn what_hits_nothing_changes_nothing() {
    let inside = at(PAGE, "城西");
    let nowhere = Corrections {
        breaks: vec![0, inside, 5_000, u32::MAX],
        joins: vec![0, inside, at(PAGE, "\n\n本报") - 1, 5_000, u32::MAX],
        roles: [at(PAGE, "\n\n昨日"), 5_000, u32::MAX].map(|at| RoleAt { at, role: Role::Title }).to_vec(),
    };
    assert_eq!(corrected(PAGE, nowhere.clone()), analyze(PAGE));
    assert!(corrected("", nowhere).articles.is_empty());
}

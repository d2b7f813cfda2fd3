//! The page rebuilt, line by line: what is joined, what is not, and what must hold of any text.

mod common;

use common::{analyze, blocks, role_name};
use proptest::prelude::*;

fn texts(text: &str) -> Vec<String> {
    blocks(text).into_iter().map(|block| block.text).collect()
}

/// Running text around a line, so that the line does not stand at the top of a page.
fn within(lines: &str) -> String {
    let before = "全县共有农家书屋216个，今年新增图书3.2万册，覆盖所有行政村。";
    let after = "县文旅局表示，年底前还将为120个村配齐电子阅览设备。";
    format!("{before}\n{lines}\n{after}")
}

#[test]
fn joins_a_paragraph_that_was_cut() {
    for (cut, rule) in [
        ("去年全县粮食总产量达到48.6万|吨，比上年增长2.1%。", "word"),
        ("为了让群众少跑腿，县里在12个乡镇设立便民服务点，提供|咨询、代办等服务。", "unfinished"),
        ("全县投入2300万元改造供水管网，惠及群众1|2万人。", "number"),
        ("截至6月底，全县建成充电桩1860个，完成全年任务的62|%。", "number"),
        ("当地推行“一窗受|理”改革，办事时间由5天缩短为1天。", "open-quotation"),
        ("村里办起了（合作|社）食堂，每餐只收8元，每天供应200份。", "open-quotation"),
        ("记者看到，这条路已经拓宽到12米，|两侧新栽了800棵香樟树，路灯也全部换新。", "comma"),
        ("入冬以来，全县开展送温暖活动，走访慰问困难群|众4500户，发放棉被6000床。", "word"),
        ("据了解，这个项目总投资8.5亿元，建成后可新增就业岗|位1200个。", "word"),
        ("全县已有46个村完成改造，受益人口8.9万|，占农村人口的三成。", "no-line-start"),
        ("县里印发《|乡村建设三年行动方案》，明确了15项任务。", "no-line-end"),
        ("会上发布了新版iPho|ne专用的办事软件，下载量达到3.6万次。", "latin-word"),
    ] {
        let text = within(&cut.replace('|', "\n"));
        let found = blocks(&text);
        let wanted = cut.replace('|', "");
        let block = found.iter().find(|b| b.text == wanted).unwrap_or_else(|| panic!("{cut}: {:?}", texts(&text)));
        assert_eq!(block.joins.len(), 1, "{cut}");
        assert_eq!(block.joins[0].rule, rule, "{cut}");
        let at = block.joins[0].at as usize;
        let units: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(units[at], u16::from(b'\n'), "{cut}");
    }
}

#[test]
fn leaves_lines_apart_that_are_complete() {
    for lines in [
        "全县拓宽道路36公里。|新建桥梁8座，方便群众出行。",
        "一场院坝会，听得见真话|干部坐下来，群众围上来，话匣子就打开了。",
        "守好绿水青山|今年以来，全县植树造林2.6万亩，森林覆盖率提高到61%。",
        "展望2035|到那时，全县城镇化率将达到75%，人均可支配收入翻一番。",
        "安全生产|全县排查隐患点1240处，整改率达到98%。",
        "主要做法有三条：|一是建好机制，明确职责；|二是压实责任，定期督查。",
        "1.农业保险覆盖率达到90%；|2.高标准农田新增5万亩；|3.农机总动力增长4%。",
        "本报记者 岳阳|全县新建口袋公园12个，市民推窗见绿。",
        "“今年的收成怎么样？”|“比去年好，一亩多打了50公斤。”",
        "全年产值增长3%，利润增长2%|粮食产量1.3万吨，增产7000吨|城镇新增就业1200人，失业率下降",
        "责任编辑：花想容|全县电商销售额达到6.8亿元。",
    ] {
        let wanted: Vec<&str> = lines.split('|').collect();
        let text = within(&lines.replace('|', "\n"));
        let found = texts(&text);
        assert_eq!(found[1..found.len() - 1], wanted, "{lines}");
        assert!(blocks(&text).iter().all(|b| b.joins.is_empty()), "{lines}");
    }
}

#[test]
fn an_indent_begins_a_paragraph_and_its_lack_continues_one() {
    let text = "　　全市新增公交线路6条，日均客流增加1.2万人次，市民出行更加\n方便快捷。\n　　地铁三号线也将于年底通车，\n　　届时主城区半小时可达。";
    assert_eq!(
        texts(text),
        [
            "全市新增公交线路6条，日均客流增加1.2万人次，市民出行更加方便快捷。",
            "地铁三号线也将于年底通车，",
            "届时主城区半小时可达。"
        ]
    );
}

#[test]
fn the_kind_of_line_break_and_invisible_characters_make_no_difference() {
    let lines = [
        "水厂扩建工程开工",
        "",
        "本报记者 岳阳",
        "",
        "昨日，城西水厂扩建工程开工，总投资3.6亿元，日供水能力将提高到2",
        "",
        "0万吨。",
    ];
    let plain: Vec<String> = texts(&lines.join("\n"));
    assert_eq!(plain[2], "昨日，城西水厂扩建工程开工，总投资3.6亿元，日供水能力将提高到20万吨。");
    for newline in ["\r\n", "\r", "\u{2028}", "\u{b}", "\n\u{200b}", "\u{a0}\n", "\t \n"] {
        assert_eq!(texts(&lines.join(newline)), plain, "{newline:?}");
    }
    assert_eq!(texts(&format!("\u{feff}{}\u{c}", lines.join("\n"))), plain);
    assert_eq!(texts(&lines.join("\n").replace("扩建", "扩\u{200b}建")), plain);
}

#[test]
fn a_space_stays_between_latin_words_and_a_hyphen_where_it_was() {
    let text =
        within("The two sides signed an agreement on green\nenergy and agreed to set up a joint work-\ning group.");
    assert_eq!(
        texts(&text)[1],
        "The two sides signed an agreement on green energy and agreed to set up a joint work-ing group."
    );
}

#[test]
fn a_line_is_known_by_its_words() {
    for (line, role) in [
        ("► 史可法", "byline"),
        ("本报记者 岳阳 通讯员 花想容", "byline"),
        ("文/图 岳阳", "byline"),
        ("（记者 岳阳 实习生 花想容）", "byline"),
        ("本报特约评论员", "byline"),
        ("本报讯", "dateline"),
        ("新华社北州7月1日电", "dateline"),
        ("央视网消息", "dateline"),
        ("2025年4月18日 星期五", "dateline"),
        ("发布时间：2025-04-18 08:00", "dateline"),
        ("来源：北州日报", "dateline"),
        ("岳阳 摄", "credit"),
        ("北州市文化馆供图", "credit"),
        ("新华社发", "credit"),
        ("图片由受访者提供", "credit"),
        ("图为市民在公园晨练。", "caption"),
        ("上图：市民在公园晨练。", "caption"),
        ("图②：市民在公园晨练。", "caption"),
        ("责编：岳阳", "footer"),
        ("http://www.example.com/2025/04/18/a.html", "footer"),
        ("— 12 —", "footer"),
        ("第03版：要闻", "footer"),
        ("下转第4版", "footer"),
        ("（上接第一版）", "footer"),
        // And what only looks like one.
        ("记者从市交通局获悉，今年将新建公路120公里。", "paragraph"),
        ("上图书馆看书的人比去年多了两成。", "paragraph"),
        ("来源多样的资金解决了难题，总额达3亿元。", "paragraph"),
        ("时间定格在2023年9月，那天来了500人。", "paragraph"),
        ("本报讯（记者 岳阳）今年全市新建公路120公里。", "paragraph"),
        ("编辑部的灯一直亮到凌晨3点，8名同事都没有离开。", "paragraph"),
    ] {
        let found = blocks(&within(line));
        assert_eq!(found[1].text, line);
        assert_eq!(role_name(found[1].role), role, "{line}");
    }
}

#[test]
fn a_short_text_is_no_title() {
    for text in ["全市共有12个部门参加", "新增就业1.5万人。", "3%"] {
        assert_eq!(role_name(blocks(text)[0].role), "paragraph");
        assert!(analyze(text).articles[0].title.is_none());
    }
    assert!(analyze("").articles.is_empty());
    assert!(analyze(" \r\n\u{feff}\n").articles.is_empty());
}

/// Pieces that texts are made of: structure, brackets, numbers, breaks, and whatever else there is.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[\n\r \t\u{3000}\u{a0}\u{c}]{1,3}",
        "[“”‘’（）《》()\"。，、；：！？…—%.-]{1,3}",
        "[0-9一二三十百万亿]{1,4}",
        "[a-zA-Z]{1,5}",
        "[\u{4e00}-\u{4e80}]{1,12}",
        Just("本报记者 岳阳".to_owned()),
        Just("图为会场。".to_owned()),
        Just("岳阳 摄".to_owned()),
        Just("► ".to_owned()),
        Just("第3版".to_owned()),
        any::<char>().prop_map(String::from),
    ]
}

fn is_blank(ch: char) -> bool {
    ch.is_whitespace() || matches!(ch, '\u{200b}' | '\u{feff}')
}

fn ink(text: &str) -> String {
    text.chars().filter(|&c| !is_blank(c)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_character_is_lost_or_invented(text in prop::collection::vec(piece(), 0..60).prop_map(|p| p.concat())) {
        let analysis = analyze(&text);
        let found: String = analysis.articles.iter().flat_map(|a| &a.blocks).map(|b| ink(&b.text)).collect();
        prop_assert_eq!(found, ink(&text));
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut end = 0;
        for block in analysis.articles.iter().flat_map(|a| &a.blocks) {
            prop_assert!(end <= block.start && block.start < block.end && block.end as usize <= units.len());
            end = block.end;
            for join in &block.joins {
                prop_assert!(block.start < join.at && join.at < block.end);
                let at = char::from_u32(u32::from(units[join.at as usize]));
                prop_assert!(at.is_some_and(is_blank), "{:?} at {}", at, join.at);
            }
        }
        for sentence in &analysis.sentences {
            prop_assert!(sentence.start < sentence.end);
        }
    }

    #[test]
    fn joined_lines_are_the_block(text in prop::collection::vec(piece(), 0..40).prop_map(|p| p.concat())) {
        let units: Vec<u16> = text.encode_utf16().collect();
        for block in blocks(&text) {
            let original = String::from_utf16_lossy(&units[block.start as usize..block.end as usize]);
            prop_assert_eq!(ink(&original), ink(&block.text));
        }
    }
}

#[test]
fn any_text_takes_linear_time() {
    let sentence = "全市新增公交线路6条，日均客流增加1.2万人次，“一刻钟”便民圈达到86个。";
    let texts = [
        "\n".repeat(300_000),
        "“".repeat(300_000),
        "“\n".repeat(60_000),
        "一\n".repeat(60_000),
        "（\n》".repeat(50_000),
        "　　。".repeat(50_000),
        "是的。　　".repeat(30_000),
        "1".repeat(200_000),
        "\n\n".repeat(10) + &format!("{sentence}\n").repeat(4_000),
        sentence
            .chars()
            .collect::<Vec<_>>()
            .chunks(11)
            .map(|c| c.iter().collect::<String>() + "\n")
            .collect::<String>()
            .repeat(1_000),
    ];
    for text in texts {
        let head: String = text.chars().take(8).collect();
        let start = std::time::Instant::now();
        let articles = analyze(&text).articles;
        let took = start.elapsed().as_secs_f64();
        // An unoptimised build takes a few seconds; quadratic time would take hours.
        assert!(took < 60.0, "{head:?} took {took} s");
        let inked: usize = articles.iter().flat_map(|a| &a.blocks).map(|b| ink(&b.text).len()).sum();
        assert_eq!(inked, ink(&text).len(), "{head:?}");
    }
}

#[test]
fn a_full_line_that_ends_a_sentence_may_end_its_paragraph() {
    let column = |paragraphs: &[&str]| {
        let lines = paragraphs.iter().flat_map(|paragraph| {
            let chars: Vec<char> = paragraph.chars().collect();
            chars.chunks(20).map(|line| line.iter().collect::<String>()).collect::<Vec<_>>()
        });
        texts(&lines.collect::<Vec<_>>().join("\n"))
    };
    // The first ends with a full line: long enough for a paragraph, unless the next sentence leans on it.
    let long = "全县今年改造老旧管网八十六公里涉及四十二个小区施工队分成九组昼夜轮班推进工程进度比计划提前半个月住建部门在现场设立服务点随时解答居民疑问并公布每天的施工路段让大家心里有数出行方便。";
    let long: String = long.chars().take(99).chain(['。']).collect();
    let next = "县水务局负责人介绍，水压不稳的问题已经解决，明年还将改造剩下的三十一公里。";
    let leans = "其中，城北片区的水压不稳问题已经解决，明年还将改造剩下的三十一公里管网。";
    let last = "群众满意度调查显示，九成受访者认为用水更加方便，投诉量也下降了一半以上。";
    assert_eq!(column(&[&long, next, last]), [long.as_str(), next, last]);
    let joined = format!("{long}{leans}");
    assert_eq!(column(&[&joined, last]), [joined.as_str(), last]);
}

#[test]
fn a_report_is_told_from_a_title_by_how_it_begins() {
    for cut in [
        "第八届乡村文化节今天|（9月12日）在河西县开幕，来自全国的46支队伍参加演出。",
        "县里的新图书馆今天（9月12日）|正式开门迎客，首批上架图书12万册，开放座位680个。",
        "受邀代表团将于9月|21日到访，其间参观三家企业，并签署两项合作文件。",
        "记者从县交通运输局了解到，全县农村公路总里程已近|3200公里，通车率达到98.6%。",
        "今天上午，一名家住城北的退休教师给县里的|热线打来电话，反映路灯不亮，维修人员当天赶到。",
    ] {
        let text = cut.replace('|', "\n\n");
        let page = format!("县里办起文化节\n\n本报记者 岳阳\n\n{text}\n\n活动将持续到月底，预计接待观众2.5万人次。");
        assert!(texts(&page).contains(&cut.replace('|', "")), "{cut}: {:?}", texts(&page));
    }
    // A title that ends where a report might go on stays one.
    let page = "县里办起文化节\n\n河西县今天（9月12日）举办文化节，46支队伍参加演出，观众达到3200人次。";
    assert_eq!(texts(page).len(), 2);
}

#[test]
fn a_credit_may_name_its_agency() {
    let page = "图为村民在采摘茶叶。\n岳　阳摄（山河图片）\n县里办起茶叶节\n全县茶园面积达到3200亩，年产值1800万元。";
    assert_eq!(blocks(page).iter().map(|b| role_name(b.role)).nth(1), Some("credit"));
    let page = "全县茶园面积达到3200亩，年产值1800万元。\n这批照片由他拍摄（部分）\n明年还将扩种600亩，带动就业。";
    assert!(blocks(page).iter().all(|b| role_name(b.role) != "credit"));
}

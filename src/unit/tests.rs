//! The tables hold what they should, and units are found where they stand and nowhere else.

use std::collections::HashSet;

use super::table::TABLE;
use super::*;
use crate::fold::fold;

fn folded(text: &str) -> Vec<char> {
    text.chars().map(fold).collect()
}

/// The unit behind the numeral that ends at `|`, and the characters it was looked for in.
fn read(marked: &str) -> (Vec<char>, Option<Found>) {
    let (front, rest) = marked.split_once('|').expect("a mark behind the numeral");
    let chars = folded(&format!("{front}{rest}"));
    let found = behind(&chars, front.chars().count());
    (chars, found)
}

fn text(chars: &[char], range: &Range<usize>) -> String {
    chars[range.clone()].iter().collect()
}

/// Sentence with `|` behind the numeral, the unit's text, canonical form and code; no unit where the text is empty.
#[track_caller]
fn check(cases: &[(&str, &str, &str, &str)]) {
    for &(marked, unit, canonical, code) in cases {
        let (chars, found) = read(marked);
        let got = found.as_ref().map_or(Default::default(), |f| {
            (text(&chars, &f.text), f.canonical.to_string(), f.code.as_deref().unwrap_or_default().to_owned())
        });
        assert_eq!((got.0.as_str(), got.1.as_str(), got.2.as_str()), (unit, canonical, code), "{marked}");
    }
}

/// Sentence with `|` behind the numeral and the unit, which is its own canonical form and has no code.
#[track_caller]
fn check_classifiers(cases: &[(&str, &str)]) {
    for &(marked, unit) in cases {
        let (chars, found) = read(marked);
        let got = found.as_ref().map_or(String::new(), |f| text(&chars, &f.text));
        assert_eq!(got, unit, "{marked}");
        assert!(found.is_none_or(|f| f.class == UnitClass::Classifier && f.code.is_none()), "{marked}");
    }
}

#[test]
fn every_line_is_a_row() {
    let files = [
        include_str!("../../data/units.tsv"),
        include_str!("../../data/currencies.tsv"),
        include_str!("../../data/classifiers.tsv"),
    ];
    let is_row = |line: &&str| !line.is_empty() && !line.starts_with('#');
    let mut rows = TABLE.rows().iter();
    for line in files.into_iter().flat_map(str::lines).filter(is_row) {
        let (columns, reason) = line.rsplit_once('\t').expect("columns");
        assert!(!reason.trim().is_empty(), "no reason in {line:?}");
        let canonical = columns.split('\t').next();
        assert_eq!(rows.next().map(|row| row.canonical), canonical, "this line or the one before is no row: {line:?}");
    }
    assert!(rows.next().is_none());
}

#[test]
fn every_spelling_is_folded_and_is_found() {
    for row in TABLE.rows() {
        assert!(!row.forms.is_empty(), "{}", row.canonical);
        for form in &row.forms {
            assert!(form.iter().all(|&c| fold(c) == c), "{form:?} is not as folded");
        }
    }
}

#[test]
fn no_row_hides_another() {
    let mut seen = HashSet::new();
    for row in TABLE.rows().iter().filter(|row| !row.context.is_narrow()) {
        let place = [Trait::Part, Trait::FrontOnly].map(|t| row.traits.has(t));
        for form in &row.forms {
            assert!(seen.insert((form, place)), "{form:?} stands twice without a condition that tells its rows apart");
        }
    }
}

#[test]
fn codes_are_ucum_or_iso_4217() {
    for row in TABLE.rows() {
        let Some(code) = &row.code else { continue };
        let valid = match row.class {
            UnitClass::Currency => code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()),
            _ => ucum::is_valid(code),
        };
        assert!(valid, "{}: {code}", row.canonical);
    }
}

#[test]
fn rows_of_one_canonical_form_have_one_class_and_code() {
    for row in TABLE.rows().iter().filter(|row| row.class != UnitClass::Classifier) {
        for other in TABLE.rows().iter().filter(|other| other.canonical == row.canonical && other.class == row.class) {
            // 度 is a degree of angle or of whatever the text is about; 盎司 weighs gold or meat.
            let differs = matches!(row.canonical, "度" | "盎司");
            assert!(differs || row.code == other.code, "{}: {:?} and {:?}", row.canonical, row.code, other.code);
        }
    }
}

#[test]
fn people_and_things() {
    check_classifiers(&[
        ("党员446|名干部", "名"),
        ("设备102|台", "台"),
        ("12|个部门", "个"),
        ("100余|家企业", "家"),
        ("近20万|人", "人"),
        ("三|大平台", "大"),
        ("世界500|强企业", "强"),
        ("开通300| 条线路", "条"),
        ("两|者", "者"),
        ("四|方签署协议", "方"),
        ("1|间房", "间"),
        ("十七|孔桥", "孔"),
        ("一|具遗骸", "具"),
        ("打了三|眼井", "眼"),
    ]);
}

#[test]
fn sets_containers_and_times() {
    check_classifiers(&[
        ("第三|批援建队", "批"),
        ("抽检300|批次", "批次"),
        ("办了20|桌", "桌"),
        ("两|桶水", "桶"),
        ("30|台套设备", "台套"),
        ("举办90|场次招聘", "场次"),
        ("举办90|场(次)招聘", "场(次)"),
        ("意向1.5万余|人次", "人次"),
        ("进港2000|艘次", "艘次"),
        ("起降600|架次", "架次"),
        ("通行8万|辆次", "辆次"),
        ("跑了两|趟", "趟"),
        ("三|轮谈判", "轮"),
        ("第二|届", "届"),
        ("第三|期", "期"),
        ("十四|世达赖", "世"),
        ("十四|世界", ""),
        ("一日三|餐", "餐"),
        ("三|声枪响", "声"),
        ("三|度夺冠", "度"),
        ("二|等奖", "等"),
        ("5|级大风", "级"),
        ("三|线城市", "线"),
    ]);
}

#[test]
fn a_classifier_is_none_where_its_character_begins_a_word() {
    // The word behind the count, and beside it the classifier itself before a word that begins alike.
    check_classifiers(&[
        ("16|部门", ""),
        ("16|部电梯", "部"),
        ("2|部长篇小说", "部"),
        ("三|家庭", ""),
        ("3|家电池企业", "家"),
        ("3|家长期合作的企业", "家"),
        ("5|家中小企业", "家"),
        ("两|台湾同胞", ""),
        ("两|台风机", "台"),
        ("12|门店", ""),
        ("12|门课", "门"),
        ("三|位于城南的厂", ""),
        ("三|位老人", "位"),
        ("三|位居民", "位"),
        ("两|位数增长", ""),
        ("十|名牌产品", ""),
        ("十|名城管队员", "名"),
        ("3|名人大代表", "名"),
        ("3|名医护人员", "名"),
        ("三|场所", ""),
        ("三|场比赛", "场"),
        ("四|项目", ""),
        ("四|项目标任务", "项"),
        ("五|条件", ""),
        ("五|条措施", "条"),
        ("三|座位于山中的桥", "座"),
        ("三|座位", ""),
        ("8|所学校", "所"),
        ("8|所属单位", ""),
        ("三|方面", ""),
        ("三|方面临", ""),
        ("四|种植基地", ""),
        ("四|种地方小吃", "种"),
        ("三|代表", ""),
        ("三|代人", "代"),
        ("5|分公司", ""),
        ("得95|分", "分"),
        ("5|组织", ""),
        ("5|组合作伙伴", "组"),
        ("3|股东", ""),
        ("3000|股", "股"),
        ("四|层次", ""),
        ("18|层楼", "层"),
        ("二|手房", ""),
        ("5万|手", "手"),
        ("三|支部", ""),
        ("三|支队伍", "支"),
        ("二十|大精神", ""),
        ("二十|大", ""),
        ("八|大会场", "大"),
        ("3|级别", ""),
        ("12|号楼", "号楼"),
        ("3|号称", ""),
        ("两|国领导人", "国"),
        ("两|国家", ""),
        ("三|口径", ""),
        ("三|口人", "口"),
        ("10|只有", ""),
        ("10|只羊", "只"),
        ("三|面积", ""),
        ("三|面环山", "面"),
    ]);
}

#[test]
fn a_classifier_stands_before_words_that_only_look_as_if_it_began_one() {
    check_classifiers(&[
        ("3|名优秀党员", "名"),
        ("3|名义工", "名"),
        ("3|名将士", "名"),
        ("5|家事业单位", "家"),
        ("5|家产业园", "家"),
        ("3|家常驻机构", "家"),
        ("3|家用人单位", "家"),
        ("第五|任总统", "任"),
        ("第三|任教练", "任"),
        ("第二|批复工企业", "批"),
        ("第三|批示范区", "批"),
        ("两|轮回购", "轮"),
        ("第二|期中青年干部培训班", "期"),
        ("第三|站在省会举行", "站"),
        ("第六|届中国大展", "届"),
        ("第四|代数据中心", "代"),
        ("5|部位于前列的影片", "部"),
        ("3|部将上映", "部"),
        ("两|段长约百米的路", "段"),
        ("6|所学院", "所"),
        ("3|次高峰", "次"),
        ("七|大陆上基地", "大"),
        ("两|者也并列", "者"),
        ("2|条文旅线路", "条"),
        ("3|本文学期刊", "本"),
        ("4|支行业协会队伍", "支"),
        ("突破5000万|大关", ""),
        ("10|大概念", ""),
    ]);
}

#[test]
fn numerals_in_names_have_no_unit() {
    check_classifiers(&[
        ("5|G网络", ""),
        ("4|K电视", ""),
        ("3|D打印", ""),
        ("2|M带宽", ""),
        ("5|A级景区", ""),
        ("8|C", ""),
        ("1|线", ""),
        ("3|成", ""),
        ("8|折", ""),
        ("5|点钟", ""),
        ("5|点30分", ""),
        ("5|点半", ""),
        ("5|gNB", ""),
        ("90|年代", ""),
    ]);
}

#[test]
fn measures() {
    check(&[
        ("120|平方公里", "平方公里", "平方公里", "km2"),
        ("90|㎡", "㎡", "平方米", "m2"),
        ("90|平米", "平米", "平方米", "m2"),
        ("90|平左右", "平", "平方米", "m2"),
        ("90|平均", "", "", ""),
        ("3.5万|吨", "吨", "吨", "t"),
        ("3.5万|噸", "吨", "吨", "t"),
        ("300|公里", "公里", "公里", "km"),
        ("300|km", "km", "公里", "km"),
        ("300|千米", "千米", "公里", "km"),
        ("5| kg", "kg", "公斤", "kg"),
        ("60|W", "W", "瓦", "W"),
        ("60|瓦灯泡", "瓦", "瓦", "W"),
        ("60|瓦解", "", "", ""),
        ("5000万|千瓦", "千瓦", "千瓦", "kW"),
        ("5000万|千瓦时", "千瓦时", "千瓦时", "kW.h"),
        ("1.2|GW", "GW", "吉瓦", "GW"),
        ("±800|千伏", "千伏", "千伏", "kV"),
        ("26|℃", "℃", "摄氏度", "Cel"),
        ("26|°C", "°C", "摄氏度", "Cel"),
        ("最低气温-5|度", "度", "摄氏度", "Cel"),
        ("气温达到26|度", "度", "摄氏度", "Cel"),
        ("华氏70|度", "度", "华氏度", "[degF]"),
        ("发电27000多亿|度", "度", "千瓦时", "kW.h"),
        ("发出480|度电", "度", "千瓦时", "kW.h"),
        ("转了360|度全景", "度", "度", "deg"),
        ("一|度假村", "", "", ""),
        ("千亿|斤", "斤", "斤", "500.g"),
        ("三|亩", "亩", "亩", "2000.m2/3"),
        ("三|两白银", "两", "两", "50.g"),
        ("一|两个", "", "", ""),
        ("日均减产50万|桶", "桶", "桶", "[bbl_us]"),
        ("50|桶石油", "桶", "桶", "[bbl_us]"),
        ("5000|方土", "方", "方", "m3"),
        ("2|盎司", "盎司", "盎司", "[oz_tr]"),
        ("8|盎司牛排", "盎司", "盎司", "[oz_av]"),
        ("50|dB", "dB", "分贝", "dB"),
        ("3|加侖", "加仑", "加仑", "[gal_us]"),
        ("250|cc", "cc", "毫升", "mL"),
        ("500|Mbps", "Mbps", "兆比特/秒", "Mbit/s"),
        ("256|GB内存", "GB", "吉字节", "GBy"),
        ("7|nm", "nm", "纳米", "nm"),
        ("350|Nm", "Nm", "牛米", "N.m"),
        ("100|米", "米", "米", "m"),
        ("100|米粉店", "", "", ""),
        ("5|升级", "", "", ""),
        ("5|升水", "升", "升", "L"),
        ("5|克服", "", "", ""),
        ("5|克", "克", "克", "g"),
        ("1.5|匹空调", "匹", "匹", "[HP]"),
        ("20万|个标准箱", "标准箱", "标准箱", "{TEU}"),
        ("1.8|米高", "米", "米", "m"),
        ("5|里面", "", "", ""),
        ("5|里路", "里路", "里路", "500.m"),
        ("推力500|牛", "牛", "牛", "N"),
        ("抗震100|", "", "", ""),
    ]);
}

#[test]
fn times() {
    check(&[
        ("3|个月", "月", "月", "mo"),
        ("5|个工作日", "工作日", "工作日", ""),
        ("24|个小时", "小时", "小时", "h"),
        ("24|小时", "小时", "小时", "h"),
        ("两个|钟头", "钟头", "小时", "h"),
        ("两|个半小时", "小时", "小时", "h"),
        ("3|个多月", "月", "月", "mo"),
        ("五|個半分鐘", "分钟", "分钟", "min"),
        ("两|个星期", "星期", "周", "wk"),
        ("三|个周期", "个", "个", ""),
        ("三|个季节", "个", "个", ""),
        ("三|个季度", "季度", "季度", "3.mo"),
        ("三|年", "年", "年", "a"),
        ("任满三|年代表", "年", "年", "a"),
        ("三|年级学生", "年级", "年级", ""),
        ("34|岁", "岁", "岁", "a"),
        ("70|周年", "周年", "周年", "a"),
        ("三|周岁", "周岁", "周岁", "a"),
        ("三|周", "周", "周", "wk"),
        ("2小时30|分", "分", "分钟", "min"),
        ("2|分33秒", "分", "分钟", "min"),
        ("三|刻钟", "刻钟", "刻钟", "15.min"),
        ("三|天", "天", "天", "d"),
        ("三|天然", "", "", ""),
        ("三|天然后", "天", "天", "d"),
        ("10|日内", "日", "日", "d"),
        ("10|日元", "日元", "日元", "JPY"),
        ("三|秒钟", "秒钟", "秒", "s"),
        ("三个|世纪", "世纪", "世纪", "100.a"),
        ("20|个春秋", "个春秋", "年", "a"),
        ("48|学时", "学时", "学时", ""),
        ("8|时代", "", "", ""),
    ]);
}

#[test]
fn money() {
    check(&[
        ("3.2亿|元", "元", "元", "CNY"),
        ("500|块", "块", "元", "CNY"),
        ("500|块钱", "块钱", "元", "CNY"),
        ("三|块五", "块", "元", "CNY"),
        ("三|块地", "块", "块", ""),
        ("5|元人民币", "元人民币", "元", "CNY"),
        ("100亿|人民币", "人民币", "元", "CNY"),
        ("12.1亿|美元", "美元", "美元", "USD"),
        ("20|美金", "美金", "美元", "USD"),
        ("20|$", "$", "美元", "USD"),
        ("20|€", "€", "欧元", "EUR"),
        ("7|欧元区国家", "", "", ""),
        ("1170000000| 韩元", "韩元", "韩元", "KRW"),
        ("300|美圓", "美圆", "美元", "USD"),
        ("5306亿|臺幣", "台币", "新台币", "TWD"),
        ("1000|瑞士法郎", "瑞士法郎", "瑞士法郎", "CHF"),
        ("1000|越盾", "越盾", "越南盾", "VND"),
        ("5|角", "角", "角", "CNY"),
        ("5|角大楼", "", "", ""),
        ("3元5角2|分", "分", "分", "CNY"),
        ("5|分钱", "分钱", "分", "CNY"),
        ("5|毛利", "", "", ""),
        ("5|毛", "毛", "角", "CNY"),
        ("80|美分", "美分", "美分", "USD"),
        ("12|元素", "", "", ""),
        ("100|元年费", "元", "元", "CNY"),
        ("20|个比特币", "比特币", "比特币", ""),
        ("20万|马克", "马克", "马克", "DEM"),
        ("一|马克思", "", "", ""),
    ]);
}

#[test]
fn proportions() {
    for (marked, unit, class, exponent) in [
        ("25|%", "%", UnitClass::Percent, 0),
        ("5|‰", "‰", UnitClass::Percent, 0),
        ("5|％", "%", UnitClass::Percent, 0),
        ("2.3|个百分点", "百分点", UnitClass::PercentagePoint, 0),
        ("2.3|百分点", "百分点", UnitClass::PercentagePoint, 0),
        ("25|个基点", "基点", UnitClass::PercentagePoint, -2),
        ("25|BP", "BP", UnitClass::PercentagePoint, -2),
        ("0.5|个点", "个点", UnitClass::PercentagePoint, 0),
        ("2.5|倍", "倍", UnitClass::Multiple, 0),
        ("翻了两|番", "番", UnitClass::Multiple, 0),
        ("两|番", "番", UnitClass::Classifier, 0),
        ("3|角", "角", UnitClass::Currency, -1),
    ] {
        let (chars, found) = read(marked);
        let found = found.expect(marked);
        assert_eq!(
            (text(&chars, &found.text).as_str(), found.class, found.exponent),
            (unit, class, exponent),
            "{marked}"
        );
    }
    assert_eq!(read("3|倍感").1, None);
    assert_eq!(text(&read("3|个点位").0, &read("3|个点位").1.unwrap().text), "个");
}

#[test]
fn compound_units_from_any_two() {
    for (marked, unit, canonical, code, per, per_code) in [
        ("400|元/吨", "元/吨", "元/吨", "CNY", "吨", "t"),
        ("400| 元／平方米", "元/平方米", "元/平方米", "CNY", "平方米", "m2"),
        ("80|美元/桶", "美元/桶", "美元/桶", "USD", "桶", "[bbl_us]"),
        ("5|分/千瓦时", "分/千瓦时", "分/千瓦时", "CNY", "千瓦时", "kW.h"),
        ("2万|元每平方米", "元每平方米", "元/平方米", "CNY", "平方米", "m2"),
        ("120|公里/小时", "公里/小时", "公里/小时", "km/h", "小时", "h"),
        ("120|km/h", "km/h", "公里/小时", "km/h", "h", "h"),
        ("120|千米每小时", "千米每小时", "公里/小时", "km/h", "小时", "h"),
        ("120|公里/时", "公里/时", "公里/小时", "km/h", "时", "h"),
        ("8|米每秒", "米每秒", "米/秒", "m/s", "秒", "s"),
        ("6200|t/d", "t/d", "吨/天", "t/d", "d", "d"),
        ("30万|t/a", "t/a", "吨/年", "t/a", "a", "a"),
        ("1500|转/分", "转/分", "转/分钟", "{rot}/min", "分", "min"),
        ("75|次/分", "次/分", "次/分钟", "", "分", "min"),
        ("35|微克/立方米", "微克/立方米", "微克/立方米", "ug/m3", "立方米", "m3"),
        ("80|mg/100ml", "mg/100ml", "毫克/100毫升", "mg/(100.mL)", "100ml", "100.mL"),
        ("6.5|升/百公里", "升/百公里", "升/百公里", "L/(100.km)", "百公里", "100.km"),
        ("0.5|吨标准煤/万元", "吨标准煤/万元", "吨标准煤/万元", "", "万元", ""),
        ("300|克标准煤/千瓦时", "克标准煤/千瓦时", "克标准煤/千瓦时", "g{coal}/(kW.h)", "千瓦时", "kW.h"),
        ("200|元/人·天", "元/人·天", "元/人·天", "CNY", "人·天", ""),
        ("3|元/平方米·月", "元/平方米·月", "元/平方米·月", "CNY", "平方米·月", "m2.mo"),
        ("3|元/平方米/月", "元/平方米/月", "元/平方米/月", "CNY", "平方米/月", "m2.mo"),
        ("400|N·m", "N·m", "牛米", "N.m", "", ""),
        ("400|千牛·米", "千牛·米", "千牛·米", "kN.m", "", ""),
        ("5亿|吨公里", "吨公里", "吨公里", "t.km", "", ""),
        ("100|lm/W", "lm/W", "流明/瓦", "lm/W", "W", "W"),
        ("50|元/500克", "元/500克", "元/500克", "CNY", "500克", "500.g"),
        ("2|%/年", "%/年", "%/年", "%/a", "年", "a"),
    ] {
        let (chars, found) = read(marked);
        let f = found.expect(marked);
        let got = (
            text(&chars, &f.text),
            &*f.canonical,
            f.code.as_deref().unwrap_or(""),
            f.per.as_deref().unwrap_or(""),
            f.per_code.as_deref().unwrap_or(""),
        );
        assert_eq!(got, (unit.to_owned(), canonical, code, per, per_code), "{marked}");
        assert!(f.class == UnitClass::Currency || f.code.as_deref().is_none_or(ucum::is_valid), "{marked}");
    }
}

#[test]
fn what_is_no_compound_unit() {
    check(&[
        ("24|小时/7天", "小时", "小时", "h"),
        ("5|元/男生", "元", "元", "CNY"),
        ("5|元每逢佳节", "元", "元", "CNY"),
        ("3|个每天都", "个", "个", ""),
        ("100|元·", "元", "元", "CNY"),
        ("100|米/", "米", "米", "m"),
    ]);
}

#[test]
fn the_range_holds_what_was_read_and_the_text_the_unit() {
    for (marked, range, unit, inner) in [
        ("3|个月", "个月", "月", None),
        ("两|个半小时", "个半小时", "小时", Some(Inner::Half)),
        ("3|个多月", "个多月", "月", Some(Inner::More)),
        ("30| 公里", "公里", "公里", None),
        ("30| 个工作日", "个工作日", "工作日", None),
        ("30|  公里", "", "", None),
    ] {
        let (chars, found) = read(marked);
        let got =
            found.as_ref().map_or(Default::default(), |f| (text(&chars, &f.range), text(&chars, &f.text), f.inner));
        assert_eq!(got, (range.to_owned(), unit.to_owned(), inner), "{marked}");
    }
}

#[test]
fn units_before_the_numeral() {
    for (front, unit, canonical, code) in [
        ("售价¥", "¥", "元", "CNY"),
        ("售价￥", "¥", "元", "CNY"),
        ("約US$", "US$", "美元", "USD"),
        ("约$", "$", "美元", "USD"),
        ("约HK$", "HK$", "港元", "HKD"),
        ("罚款人民币", "人民币", "元", "CNY"),
        ("罚款人民幣 ", "人民币", "元", "CNY"),
        ("造价新台币 ", "新台币", "新台币", "TWD"),
        ("港币", "港币", "港元", "HKD"),
        ("氣溫攝氏", "摄氏", "摄氏度", "Cel"),
        ("华氏", "华氏", "华氏度", "[degF]"),
        ("共XUSD", "", "", ""),
        ("共USD ", "USD", "美元", "USD"),
        ("零下", "", "", ""),
        ("每年", "", "", ""),
        ("", "", "", ""),
    ] {
        let chars = folded(front);
        let found = before(&chars, chars.len());
        let got = found.as_ref().map_or(Default::default(), |f| {
            (text(&chars, &f.range), f.canonical.to_string(), f.code.as_deref().unwrap_or_default().to_owned())
        });
        assert_eq!(got, (unit.to_owned(), canonical.to_owned(), code.to_owned()), "{front:?}");
    }
    let chars = folded("5人民币");
    assert!(before(&chars, 1).is_none());
    assert!(behind(&folded("5摄氏"), 1).is_none());
}

#[test]
fn what_an_amount_is_per_before_it() {
    for (front, range, unit) in [
        ("补贴每吨", "每吨", "吨"),
        ("价格每平方米", "每平方米", "平方米"),
        ("每一千克", "每一千克", "千克"),
        ("每人", "每人", "人"),
        ("每桶", "每桶", "桶"),
        ("每年下降", "", ""),
        ("每", "", ""),
        ("吨", "", ""),
    ] {
        let chars = folded(front);
        let found = per_before(&chars, chars.len());
        let got = found.map_or(Default::default(), |f| (text(&chars, &f.range), text(&chars, &f.text)));
        assert_eq!(got, (range.to_owned(), unit.to_owned()), "{front}");
    }
}

#[test]
fn a_scale_character_may_begin_a_unit() {
    for (marked, unit) in [("800|千瓦时", "千瓦时"), ("5|兆帕", "兆帕"), ("3|千克", "千克"), ("970|百帕", "百帕")]
    {
        let (chars, found) = read(marked);
        assert_eq!(text(&chars, &found.unwrap().text), unit);
    }
    for marked in ["8|万吨", "5|百人", "3|千家", "3|亿元"] {
        assert_eq!(read(marked).1, None, "{marked}");
    }
}

#[test]
fn traits_of_the_tables() {
    for (marked, has, has_not) in [
        ("跑3|趟", Trait::Verbal, Trait::Event),
        ("第二|届", Trait::Event, Trait::Verbal),
        ("两|套房", Trait::Collective, Trait::Container),
        ("两|箱酒", Trait::Container, Trait::Collective),
        ("3200|点", Trait::Point, Trait::Label),
        ("12|号", Trait::Label, Trait::Point),
        ("5|级", Trait::Rank, Trait::Event),
        ("5|月", Trait::Calendar, Trait::Weak),
        ("三|家", Trait::Weak, Trait::Ge),
    ] {
        let found = read(marked).1.expect(marked);
        assert!(found.traits.has(has), "{marked} {has:?}");
        assert!(!found.traits.has(has_not), "{marked} {has_not:?}");
    }
}

#[test]
fn any_place_of_any_text_can_be_asked() {
    let texts = ["", "每", "个", "个半", "元/", "元每", "m/100", "/每·", "🙂°′%个多", "元/元/元/元/元/元", "  元"];
    for text in texts {
        let chars = folded(text);
        for at in 0..=chars.len() {
            for found in [behind(&chars, at), before(&chars, at), per_before(&chars, at)].into_iter().flatten() {
                assert!(found.range.start <= found.text.start && found.text.end <= found.range.end, "{text} {at}");
                assert!(found.range.end <= chars.len() && !found.text.is_empty(), "{text} {at}");
            }
        }
    }
}

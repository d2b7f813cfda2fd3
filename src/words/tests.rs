//! Words of the user that jieba cannot see, tags, and dictionaries that are none.

use super::*;

const SMALL: &str = "长江 10 ns\n大桥 5 ns\n长江大桥 20 ns\n指数 30 n\n网络 8 n\nA股 3 n\n";

fn segmenter() -> Segmenter {
    Segmenter::new(pack_dictionary(SMALL.as_bytes()).unwrap()).unwrap()
}

fn tagged(segmenter: &Segmenter, text: &str) -> String {
    let tokens = segmenter.tag(text, false).into_iter();
    tokens.map(|t| format!("{}/{}", &text[t.bytes], t.tag)).collect::<Vec<_>>().join(" ")
}

fn cut(segmenter: &Segmenter, text: &str, mode: Mode) -> String {
    segmenter.cut(text, mode, false).into_iter().map(|range| &text[range]).collect::<Vec<_>>().join("|")
}

#[test]
fn words_with_signs_and_spaces_come_out_whole() {
    let mut segmenter = segmenter();
    segmenter.add_word("A股 指数", None, Some("nz"));
    segmenter.add_word("长三角·珠三角", None, None);
    assert_eq!(tagged(&segmenter, "看A股 指数"), "看/x A股 指数/nz");
    assert_eq!(tagged(&segmenter, "长三角·珠三角，长江"), "长三角·珠三角/x ，/x 长江/ns");
    assert_eq!(cut(&segmenter, "看A股 指数", Mode::Search), "看|A股|指数|A股 指数");
    assert_eq!(cut(&segmenter, "A股 指数", Mode::All), "A|指数|A股 指数");
}

#[test]
fn words_with_digits_come_out_whole_in_every_mode() {
    let mut segmenter = segmenter();
    segmenter.add_word("5G网络", None, Some("n"));
    assert_eq!(tagged(&segmenter, "建5G网络"), "建/x 5G网络/n");
    assert_eq!(cut(&segmenter, "建5G网络", Mode::Search), "建|网络|5G网络");
    assert_eq!(cut(&segmenter, "长江5G网络", Mode::All), "长江|5G|网络|5G网络");
}

#[test]
fn a_tag_of_the_user_replaces_that_of_the_dictionary() {
    let mut segmenter = segmenter();
    assert_eq!(tagged(&segmenter, "长江大桥"), "长江大桥/ns");
    segmenter.add_word("长江大桥", Some(20), Some("nr"));
    assert_eq!(tagged(&segmenter, "长江大桥，大桥"), "长江大桥/nr ，/x 大桥/ns");
    segmenter.add_word("长江大桥", Some(0), None);
    assert_eq!(tagged(&segmenter, "长江大桥"), "长江/ns 大桥/ns");
}

#[test]
fn a_segmenter_serves_many_threads() {
    let segmenter = segmenter();
    std::thread::scope(|scope| {
        for n in 0..8 {
            let segmenter = &segmenter;
            let text = ["长江大桥", "A股指数", "网络大桥"][n % 3];
            let expected = ["长江大桥/ns", "A股/n 指数/n", "网络/n 大桥/ns"][n % 3];
            scope.spawn(move || (0..200).for_each(|_| assert_eq!(tagged(segmenter, text), expected)));
        }
    });
}

#[test]
fn a_dictionary_can_have_any_characters() {
    let text = "𠮷野家 3 nz\n一\u{301}é 2 x\n野家𠮷 4 a\n";
    let segmenter = Segmenter::new(pack_dictionary(text.as_bytes()).unwrap()).unwrap();
    assert_eq!(tagged(&segmenter, "𠮷野家野家𠮷"), "𠮷野家/nz 野家𠮷/a");
}

#[test]
fn packing_is_reproducible_and_reads_as_jieba_does() {
    let twice = pack_dictionary("大桥 5 n\n大桥 7 v\n\n长江\t9\n".as_bytes()).unwrap();
    assert_eq!(twice, pack_dictionary("长江 9\r\n大桥 7 n".as_bytes()).unwrap());
}

fn error(dictionary: &[u8]) -> String {
    Segmenter::new(dictionary.to_vec()).err().map_or("no error".into(), |e| e.to_string())
}

#[test]
fn damage_is_named_with_its_remedy() {
    let packed = pack_dictionary(SMALL.as_bytes()).unwrap();
    for len in 8..packed.len() {
        assert!(error(&packed[..len]).contains("cut short"), "{len}: {}", error(&packed[..len]));
        assert!(error(&packed[..len]).contains("load it again"));
    }
    for at in packed::HEADER..packed.len() {
        let mut bytes = packed.clone();
        bytes[at] ^= 0x10;
        assert!(error(&bytes).contains("checksum"), "{at}: {}", error(&bytes));
    }
    let mut newer = packed.clone();
    newer[8] += 1;
    assert!(error(&newer).contains("from the same release"));
    assert!(error(&[&packed[..], b"\n"].concat()).contains("header says"));
}

#[test]
fn what_is_no_dictionary_is_told_so() {
    assert!(error(&[0x1f, 0x8b, 8, 0]).contains("inflate"));
    assert!(error(b"").contains("empty"));
    assert!(error(b" \n\n").contains("empty"));
    assert!(error(b"<!DOCTYPE html>\n<title>404</title>").contains("no dictionary"));
    assert!(error(&[0, 0x61, 0x73, 0x6d, 0xff]).contains("no dictionary"));
    assert!(error(b"TISHUDI").contains("no dictionary"));
    assert!(error("404\n".as_bytes()).contains("no dictionary"));
}

#[test]
fn a_file_with_a_right_checksum_and_wrong_sections_is_refused() {
    let packed = pack_dictionary(SMALL.as_bytes()).unwrap();
    for at in packed::HEADER..packed.len() {
        for value in [0x00, 0x0f, 0x10, 0xf0, 0xff] {
            let mut bytes = packed.clone();
            bytes[at] = value;
            let sum = packed::checksum(&bytes[packed::HEADER..]);
            bytes[16..24].copy_from_slice(&sum.to_le_bytes());
            // Other words, or an error; never a panic.
            if let Ok(segmenter) = Segmenter::new(bytes) {
                assert_eq!(cut(&segmenter, "长江大桥A股指数", Mode::Default).replace('|', ""), "长江大桥A股指数");
            }
        }
    }
}

#[test]
fn the_packer_names_what_it_has_no_room_for() {
    let error = |text: &str| pack_dictionary(text.as_bytes()).err().map_or("no error".into(), |e| e.to_string());
    assert!(error("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午 3 n").contains("line 1"));
    assert!(error("甲 3 n\n乙 many n").contains("line 2"));
    assert!(error("").contains("no words"));
}

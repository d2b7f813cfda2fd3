//! `boundaries` takes a road of its own, past tags and tokens: it must lead where `segment` does.

use tishu::{Analyzer, Mode, SegmentOptions, pack_dictionary};

const TEXT: &str =
    "𠮷野家😀说：“市民\r\n办事大厅WES-5.4.5共办结1.5万余件。”\n\n长江大桥 Café　ｘ\u{200d}\r中华人民共和国🇨🇳";

#[test]
fn boundaries_are_the_ends_of_the_words_of_segment() {
    let dictionary = include_bytes!("../data/dictionary/dict.txt");
    let mut analyzer = Analyzer::new(pack_dictionary(dictionary).unwrap()).unwrap();
    for added in [None, Some("市民\r\n办事大厅"), Some("😀说")] {
        if let Some(word) = added {
            analyzer.add_word(word, None, None);
        }
        let longer = TEXT.repeat(100);
        for text in [TEXT, "", "\n", "😀", &longer] {
            for mode in [Mode::Default, Mode::Search, Mode::All] {
                for (hmm, figures) in [(true, false), (false, false), (true, true)] {
                    let options = SegmentOptions { mode, hmm, figures };
                    let words = analyzer.segment(text, options);
                    let ends: Vec<u32> = words.iter().map(|word| word.end).collect();
                    assert_eq!(analyzer.boundaries(text, options), ends, "{options:?}");
                    let length = |text: &str| text.encode_utf16().count() as u32;
                    assert!(words.iter().all(|word| word.end - word.start == length(&word.text)), "{options:?}");
                    if mode == Mode::Default {
                        assert_eq!(words.into_iter().map(|word| word.text).collect::<String>(), text);
                    }
                }
            }
        }
    }
}

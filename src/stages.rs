//! The stages of an analysis one by one, each on what those before it made: what the benches measure.

use std::hint::black_box;
use std::ops::Range;

use crate::analyzer::{Analyzer, Options};
use crate::context::{self, BlockDraft};
use crate::figure::{self, Scene};
use crate::model::Analysis;
use crate::source::Source;
use crate::words::Line;
use crate::{check, page, present, time};

/// Hands every stage to `each`, with its name, as work that can be repeated.
#[doc(hidden)]
pub fn stages(analyzer: &Analyzer, text: &str, mut each: impl FnMut(&str, &mut dyn FnMut())) {
    let options = Options::default();
    let source = Source::new(text);
    let articles = page::rebuild(&source, &analyzer.segmenter, &options.corrections);
    let blocks: Vec<&page::Block> = articles.iter().flat_map(|article| &article.blocks).collect();
    each("source and page", &mut || {
        let source = Source::new(text);
        black_box(page::rebuild(&source, &analyzer.segmenter, &options.corrections));
    });
    each("words", &mut || {
        for block in &blocks {
            black_box(analyzer.segmenter.tag(block.reading.text(), true));
        }
    });
    each("times", &mut || {
        for block in &blocks {
            black_box(time::scan(block.reading.chars()));
        }
    });

    let scenes: Vec<(Line, Vec<Range<usize>>, &page::Block)> = (blocks.iter().copied())
        .filter(|block| block.role.states_figures())
        .map(|block| {
            let line = Line::new(&block.reading, analyzer.segmenter.tag(block.reading.text(), true));
            let times = time::scan(block.reading.chars()).into_iter().map(|time| time.range).collect();
            (line, times, block)
        })
        .collect();
    each("figures", &mut || {
        for (line, times, block) in &scenes {
            black_box(figure::scan(&Scene::new(&block.reading, line, times)));
        }
    });

    let drafts: Vec<Vec<BlockDraft>> =
        (articles.iter()).map(|article| article.blocks.iter().map(|block| analyzer.read(block).0).collect()).collect();
    each("context", &mut || {
        for drafts in &drafts {
            black_box(context::interpret(drafts));
        }
    });

    let meanings: Vec<_> = drafts.iter().map(|drafts| context::interpret(drafts)).collect();
    each("results and checks", &mut || {
        let mut analysis = Analysis::default();
        for (number, (drafts, meanings)) in drafts.iter().zip(&meanings).enumerate() {
            let item = present::Item { drafts, number, published: None };
            present::blocks(&mut analysis, item, meanings.clone(), vec![Vec::new(); drafts.len()]);
            black_box(check::article(&analysis, item, &options.checks));
        }
    });
}

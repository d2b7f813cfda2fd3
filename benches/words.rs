//! The core without JavaScript: opening the dictionary, the first page, steady speed beside plain jieba, and what each
//! stage of an analysis costs.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use jieba_rs::Jieba;
use tishu::{Analyzer, Options, SegmentOptions, pack_dictionary, stages};

const DICTIONARY: &[u8] = include_bytes!("../data/dictionary/dict.txt");
const PAGE: &str = include_str!("prose.txt");
const PLAIN: SegmentOptions = SegmentOptions { mode: tishu::Mode::Default, hmm: true, figures: false };

fn start(c: &mut Criterion) {
    let packed = pack_dictionary(DICTIONARY).unwrap();
    let open = || Analyzer::new(packed.clone()).unwrap();
    let mut group = c.benchmark_group("start");
    group.sample_size(20);
    group.bench_function("open the dictionary", |b| b.iter_with_large_drop(open));
    group.bench_function("the first page", |b| {
        b.iter_batched_ref(open, |analyzer| analyzer.boundaries(PAGE, PLAIN), BatchSize::LargeInput);
    });
    group.bench_function("plain jieba, the whole dictionary", |b| {
        b.iter_with_large_drop(|| Jieba::with_dict(&mut &*DICTIONARY).unwrap());
    });
    group.finish();
}

fn steady(c: &mut Criterion) {
    let analyzer = Analyzer::new(pack_dictionary(DICTIONARY).unwrap()).unwrap();
    let jieba = Jieba::with_dict(&mut &*DICTIONARY).unwrap();
    let text = PAGE.repeat(20);
    let mut group = c.benchmark_group("steady");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("plain jieba: cut", |b| b.iter(|| jieba.cut(black_box(&text), true)));
    group.bench_function("boundaries", |b| b.iter(|| analyzer.boundaries(black_box(&text), PLAIN)));
    group.bench_function("segment", |b| b.iter(|| analyzer.segment(black_box(&text), SegmentOptions::default())));
    group.bench_function("analyze", |b| b.iter(|| analyzer.analyze(black_box(&text), &Options::default())));
    group.finish();
}

fn stage(c: &mut Criterion) {
    let analyzer = Analyzer::new(pack_dictionary(DICTIONARY).unwrap()).unwrap();
    let text = PAGE.repeat(20);
    let mut group = c.benchmark_group("stage");
    group.throughput(Throughput::Bytes(text.len() as u64));
    stages(&analyzer, &text, |name, run| {
        group.bench_function(name, |b| b.iter(&mut *run));
    });
    group.finish();
}

criterion_group!(benches, start, steady, stage);
criterion_main!(benches);

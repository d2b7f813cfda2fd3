//! The facts of an article that may be told more than once.

use super::chars::Chars;
use super::story::{Passage, Story, common_end, common_start, item, same_head, unit};
use crate::model::{Figure, FigureKind, Role, Status};
use crate::sorting::sort_by_key;

/// A figure of the story and the role of its block.
pub struct Fact<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// The role of its block.
    pub role: Role,
    /// Its block, and its number there.
    place: (Passage<'a>, usize),
    /// The words right before and behind it.
    around: [&'a [char]; 2],
}

/// The facts of a story that can be told twice.
pub struct Facts<'a> {
    all: Vec<Fact<'a>>,
    /// Where they are filed, in order: unit, two characters of what is counted, number of the fact.
    places: Vec<(&'a str, [char; 2], usize)>,
}

impl<'a> Facts<'a> {
    /// Files the facts of a story by unit and by two characters of what is counted: the end of the item, the end of the
    /// words before the figure, the beginning of those behind it. A fact has several places here, since items are not
    /// always read in full.
    pub fn new(story: &Story<'a>) -> Self {
        let (mut all, mut places) = (Vec::new(), Vec::new());
        for passage in &story.passages {
            for (number, figure) in passage.figures.iter().enumerate() {
                let amounts = matches!(figure.kind, FigureKind::Count | FigureKind::Measure | FigureKind::Money);
                let plain = !figure.each && figure.share.is_none() && figure.change.is_none();
                if !amounts || !plain || figure.status != Status::Actual {
                    continue;
                }
                let around = [passage.left(number), passage.right(number)];
                let mut named = item(figure).unwrap_or_default().chars().rev();
                let named = named.next().and_then(|last| Some([named.next()?, last]));
                let keys = [named, around[0].last_chunk().copied(), around[1].first_chunk().copied()];
                for (at, key) in keys.iter().enumerate() {
                    if let Some(words) = key.filter(|_| !keys[..at].contains(key)) {
                        places.push((unit(figure), words, all.len()));
                    }
                }
                all.push(Fact { figure, role: passage.role(), place: (*passage, number), around });
            }
        }
        sort_by_key(&mut places, |place| *place);
        Facts { all, places }
    }

    /// Those filed in one place, where there are several.
    pub fn groups(&self) -> impl Iterator<Item = Vec<&Fact<'a>>> {
        let groups = self.places.chunk_by(|a, b| (a.1, a.0) == (b.1, b.0)).filter(|group| group.len() > 1);
        groups.map(|group| group.iter().map(|&(_, _, fact)| &self.all[fact]).collect())
    }
}

impl<'a> Fact<'a> {
    /// The words of its clause before it.
    fn lead(&self) -> &'a [char] {
        let (passage, number) = self.place;
        passage.before(number, 12).clause(&[',', ';', '、'])
    }
}

/// How many characters of what is counted two facts share; their items in full where they are the same.
fn shared(a: &Fact, b: &Fact) -> usize {
    let around = common_end(a.around[0], b.around[0]).max(common_start(a.around[1], b.around[1]));
    match (item(a.figure), item(b.figure)) {
        (Some(x), Some(y)) if x == y => around.max(x.chars().count()),
        (Some(x), Some(y)) if same_head(x, y) => around.max(2),
        _ => around,
    }
}

/// Whether two facts may be one: things of one name at no different time.
pub fn alike(a: &Fact, b: &Fact) -> bool {
    fn time(figure: &Figure) -> Option<&str> {
        figure.time.as_ref().map(|time| time.phrase.text.as_str())
    }
    let times = time(a.figure).zip(time(b.figure)).is_none_or(|(x, y)| x == y);
    a.figure.sentence != b.figure.sentence && times && shared(a, b) >= 2
}

/// Whether two facts are told of the same thing, subject and time in so many words.
pub fn identical(a: &Fact, b: &Fact) -> bool {
    const ANOTHER: [&str; 12] = ["另", "又", "再", "还", "其中", "余", "其他", "其它", "分别", "每", "首批", "第"];
    fn named(figure: &Figure) -> [Option<&str>; 2] {
        [
            figure.subject.as_ref().map(|subject| subject.phrase.text.as_str()),
            figure.speaker.as_ref().map(|speaker| speaker.text.as_str()),
        ]
    }
    // A thing of two characters tells enough beside a number of four digits.
    let long = |fact: &Fact| fact.figure.written.mantissa.bytes().filter(u8::is_ascii_digit).count() >= 4;
    let least = if long(a) && long(b) { 2 } else { 3 };
    alike(a, b)
        && shared(a, b) >= least
        && named(a.figure) == named(b.figure)
        && !a.lead().has_any(&ANOTHER)
        && !b.lead().has_any(&ANOTHER)
}

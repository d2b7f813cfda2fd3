//! Distribution in order: 甲、乙的产量分别为3吨和5吨 gives each figure its own of the names, or its own of the things.

use std::ops::Range;

use super::change::Change;
use super::item;
use super::tokens::{Class, Clause, Tokens};

/// How many tokens the list before 分别 may have.
const WITHIN: usize = 32;

/// What 分别 gives a figure, in tokens.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Part {
    /// Its own of the names.
    pub owner: Option<Range<usize>>,
    /// The thing.
    pub item: Option<Range<usize>>,
    /// The first figure of the series.
    pub first: Option<usize>,
}

/// The parts of all figures of a block.
pub fn of(tokens: &Tokens) -> Vec<Part> {
    let mut parts = vec![Part::default(); tokens.figures.len()];
    if parts.len() < 2 {
        return parts;
    }
    let mut ahead = tokens.figures.iter().peekable();
    for (number, clause) in tokens.clauses.iter().enumerate() {
        let clause = clause.tokens.clone();
        while ahead.next_if(|&&figure| figure < clause.start).is_some() {}
        // A series begins in its own clause or at the head of the next one.
        let next = tokens.clauses.get(number + 1).map_or(clause.end, |next| next.tokens.start);
        if ahead.peek().is_none_or(|&&figure| figure > next) {
            continue;
        }
        let cue = tokens.list[clause.clone()].iter().position(|token| token.text == "分别");
        let Some(cue) = cue.map(|cue| clause.start + cue) else { continue };
        let List { list, thing, own } = list(tokens, number, cue);
        let mut figures = series(tokens, cue, clause.end);
        // 分别增长3吨或2%，5吨或4%: the series goes on in the next clauses, while they begin with a number.
        for next in tokens.clauses[number + 1..].iter().take(list.len()) {
            let first = matches!(tokens.class(next.tokens.start), Class::Figure(_));
            if figures.len() >= list.len() || !first || next.sentence != tokens.clauses[number].sentence {
                break;
            }
            figures.extend(series(tokens, next.tokens.start, next.tokens.end));
        }
        if figures.len() < 2 {
            continue;
        }
        let matched = list.len() == figures.len();
        // 甲银行、乙银行分别实现利润3亿元和2亿元: the thing stands behind the word.
        let behind = figures[0].first().is_some_and(|&first| {
            let mut between = cue + 1..tokens.figures[first];
            // 分别占总人口的60%: what they are shares of.
            !tokens.text_at(cue + 1).starts_with('占') && between.any(|at| matches!(tokens.class(at), Class::Noun))
        });
        let own = own || behind;
        for (at, group) in figures.iter().enumerate() {
            for &figure in group {
                let one = matched.then(|| list[at].clone());
                let (owner, item) = if own { (one, thing.clone()) } else { (None, one) };
                parts[figure] = Part { owner, item, first: figures[0].first().copied() };
            }
        }
    }
    parts
}

/// Gives all figures of a series the change that the first has: 分别增长3吨或2%，5吨或4%.
pub fn share(parts: &[Part], changes: &mut [Option<Change>]) {
    for (number, part) in parts.iter().enumerate() {
        if let Some(first) = part.first.filter(|&first| first < number && changes[number].is_none()) {
            changes[number] = changes[first].clone().filter(|change| change.partner.is_none());
        }
    }
}

/// The figures behind 分别; those that 或 joins say the same thing in two ways.
fn series(tokens: &Tokens, cue: usize, end: usize) -> Vec<Vec<usize>> {
    let mut out: Vec<Vec<usize>> = Vec::new();
    let mut last = None;
    for at in cue..end {
        let Class::Figure(figure) = tokens.class(at) else { continue };
        let again = last.is_some_and(|last: usize| at == last + 2 && tokens.is(last + 1, "或"));
        match out.last_mut().filter(|_| again) {
            Some(group) => group.push(figure as usize),
            None => out.push(vec![figure as usize]),
        }
        last = Some(at);
    }
    out
}

/// What 分别 deals out.
#[derive(Default)]
struct List {
    /// The names or things, in order.
    list: Vec<Range<usize>>,
    /// The thing that all of them have.
    thing: Option<Range<usize>>,
    /// Whether they own what is counted, and are not counted themselves.
    own: bool,
}

/// The list before 分别 and the thing all of it has: 甲、乙的产量; or 产量 behind a clause that ends with the list.
fn list(tokens: &Tokens, clause: usize, cue: usize) -> List {
    let start = tokens.clauses[clause].tokens.start;
    let floor = start.max(cue.saturating_sub(WITHIN));
    let mut end = cue;
    while end > floor && matches!(tokens.class(end - 1), Class::Adverb | Class::Particle) {
        end -= 1;
    }
    let noun = |at: usize| tokens.class(at).names() || tokens.class(at).modifies();
    let head = (floor..end).rev().take_while(|&at| noun(at)).last();
    let before = clause.checked_sub(1).map(|before| &tokens.clauses[before]);
    let before = before.filter(|before| before.sentence == tokens.clauses[clause].sentence);
    // 收入和支出持续增长，分别达到…: the list ends before its verb.
    let last = |before: &Clause| {
        let verb = |at: &usize| matches!(tokens.class(*at), Class::Verb | Class::Adverb);
        let end = before.tokens.clone().find(verb).unwrap_or(before.tokens.end);
        match elements(tokens, before.tokens.start.max(before.tokens.end.saturating_sub(WITHIN)), before.tokens.end) {
            list if list.len() > 1 || end == before.tokens.start => list,
            _ => elements(tokens, before.tokens.start.max(end.saturating_sub(WITHIN)), end),
        }
    };
    let Some(head) = head else {
        // 最低的是甲市和乙市，分别为3吨和5吨
        let list = before.filter(|_| end == start).map(last).filter(|list| list.len() > 1);
        let list = list.unwrap_or_default();
        let own = !list.iter().all(|range| item::measured(tokens, range));
        return List { list, thing: None, own };
    };
    if head > floor && tokens.class(head - 1) == Class::De {
        return List { list: elements(tokens, floor, head - 1), thing: Some(head..end), own: true };
    }
    let mut own = elements(tokens, floor, end);
    if own.len() > 1 {
        let thing = shared(tokens, &mut own);
        return List { own: thing.is_some(), list: own, thing };
    }
    let list = before.filter(|_| head == start).map(last).unwrap_or_default();
    List { list, thing: Some(head..end), own: true }
}

/// 江城、海宁产量: the measure at the end of the last that the other places and bodies have as well, taken off it.
fn shared(tokens: &Tokens, list: &mut [Range<usize>]) -> Option<Range<usize>> {
    let names = |range: &Range<usize>| {
        matches!(tokens.class(range.end - 1), Class::Place | Class::Organisation | Class::Person)
    };
    let (last, others) = list.split_last_mut()?;
    if last.len() < 2 || !item::measured(tokens, last) || !others.iter().all(names) {
        return None;
    }
    let thing = last.end - 1..last.end;
    last.end = thing.start;
    Some(thing)
}

/// The nouns of a list that ends here, in order.
fn elements(tokens: &Tokens, floor: usize, end: usize) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut stop = end;
    let mut at = end;
    while at > floor {
        let class = tokens.class(at - 1);
        let joins = class == Class::Mark('、') || matches!(tokens.text(at - 1), "和" | "与" | "及" | "以及");
        if joins && at < stop {
            out.push(at..stop);
            stop = at - 1;
        } else if !(class.names()
            || class.modifies()
            || class == Class::Locative && tokens.text(at - 1).ends_with('部'))
        {
            break;
        }
        at -= 1;
    }
    if at < stop {
        out.push(at..stop);
    }
    out.reverse();
    out
}

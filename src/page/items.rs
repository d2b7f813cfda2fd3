//! Items of the page: which blocks are titles and headings, and where one article ends and the next begins.

use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

use crate::model::{ArticleKind, Join, Role};
use crate::page::cues::{Cues, Place};
use crate::page::joins::is_list_marker;
use crate::page::roles::{bare_names, byline, is_page_mark, names_in_lead, names_in_tail, role_of};
use crate::page::shape::{ends_sentence, is_han, may_be_heading};
use crate::page::{Article, Block};
use crate::reading::Reading;
use crate::sorting::sort_by_key;
use crate::words::Segmenter;

/// A block before its role is known.
pub struct Draft {
    /// Its text.
    pub reading: Reading,
    /// Layout breaks removed from it.
    pub joins: Vec<Join>,
    /// Empty lines before it.
    pub blanks: u32,
}

/// What a block may be, as far as it can be told alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// Known by its own words.
    Known(Role),
    /// Without the end of a sentence: a title, a heading, or a fragment.
    Head,
    /// Running text.
    Text,
}

/// Gives every block its role and its article. `asked` are the roles that the reader gave, by block.
pub fn arrange(drafts: Vec<Draft>, segmenter: &Segmenter, asked: FxHashMap<usize, Role>) -> Vec<Article> {
    let sort = |(at, draft): (usize, &Draft)| match asked.get(&at) {
        Some(Role::Paragraph) => Sort::Text,
        Some(&role) => Sort::Known(role),
        // One line is no page, and has no page number: 1 秒钟, 10 成.
        None if drafts.len() == 1 && is_page_mark(draft.reading.chars()) => Sort::Text,
        None => sort_of(draft.reading.chars()),
    };
    let sorts: Vec<Sort> = drafts.iter().enumerate().map(sort).collect();
    let mut page = Page { drafts: &drafts, sorts, segmenter, asked };
    let roles = page.roles();
    let starts = page.starts(&roles);
    build(drafts, &roles, &starts)
}

fn sort_of(chars: &[char]) -> Sort {
    match role_of(chars) {
        Some(role) => Sort::Known(role),
        None if may_be_heading(chars) && !is_speech(chars) => Sort::Head,
        None => Sort::Text,
    }
}

/// Somebody speaks: a question that is a paragraph, no heading.
fn is_speech(chars: &[char]) -> bool {
    ends_sentence(chars) && (chars[0] == '“' || chars.len() > 20 && chars.contains(&','))
}

struct Page<'a> {
    drafts: &'a [Draft],
    sorts: Vec<Sort>,
    segmenter: &'a Segmenter,
    asked: FxHashMap<usize, Role>,
}

/// Where an item begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    Article,
    Photo,
}

impl Page<'_> {
    fn chars(&self, at: usize) -> &[char] {
        self.drafts[at].reading.chars()
    }

    fn sort(&self, at: usize) -> Option<Sort> {
        self.sorts.get(at).copied()
    }

    /// Roles of all blocks. Titles are told from headings here, since only a title begins an article.
    fn roles(&mut self) -> Vec<Role> {
        let mut roles: Vec<Role> = self
            .sorts
            .iter()
            .map(|sort| match sort {
                Sort::Known(role) => *role,
                _ => Role::Paragraph,
            })
            .collect();
        let mut body = Body::default();
        let mut at = 0;
        while at < self.drafts.len() {
            if self.sorts[at] != Sort::Head {
                match self.sorts[at] {
                    Sort::Text => body.read(at, self.chars(at).len()),
                    Sort::Known(Role::Title) => body = Body::default(),
                    _ => {}
                }
                at += 1;
                continue;
            }
            let mut end = at + 1;
            while self.sort(end) == Some(Sort::Head) {
                end += 1;
            }
            at = self.run_of_heads(at, end, &mut roles, &mut body);
        }
        self.yield_to_asked(&mut roles);
        roles
    }

    fn is_asked_title(&self, at: usize) -> bool {
        self.asked.get(&at) == Some(&Role::Title)
    }

    /// Beside a title that the reader named, the other lines of the head are no titles.
    fn yield_to_asked(&self, roles: &mut [Role]) {
        if self.asked.is_empty() {
            return;
        }
        let mut from = 0;
        for head in roles.chunk_by_mut(|a, b| is_head(*a) && is_head(*b)) {
            let at = from;
            from += head.len();
            if (at..from).any(|block| self.is_asked_title(block)) {
                let others = head.iter_mut().enumerate().filter(|(block, _)| !self.asked.contains_key(&(at + block)));
                others.filter(|(_, role)| is_head(**role)).for_each(|(_, role)| *role = Role::Subtitle);
            }
        }
    }

    /// Settles blocks `from..end`, all of them heads, and a line of bare names behind a title. Returns where to go on.
    fn run_of_heads(&mut self, from: usize, end: usize, roles: &mut [Role], body: &mut Body) -> usize {
        const MOST_TITLES: usize = 4;
        let mut title_end = end;
        // Names and nothing else, right behind a title, are its byline.
        let names = (from + 1..end).find(|&at| at - from <= MOST_TITLES && self.is_bare_byline(at));
        if let Some(at) = names {
            title_end = at;
        }
        let signed = names.is_some() || self.signed(end);
        let followed = self.text_follows(title_end.max(from + 1));
        let begins =
            if signed || body.is_empty() { followed } else { followed && self.titleness(from, end, body) > 0.0 };
        let marked = self.is_marked(from);
        if begins && title_end - from <= MOST_TITLES && (!marked || body.is_empty()) {
            self.title(from, title_end, roles);
            *body = Body::default();
            if let Some(at) = names {
                roles[at] = Role::Byline;
                self.sorts[at] = Sort::Known(Role::Byline);
                return at + 1;
            }
            return end;
        }
        if begins && !marked && body.is_empty() {
            // A long run of short lines: the first is the title, the others are a list.
            roles[from] = Role::Title;
            *body = Body::default();
            return end;
        }
        let list = end - from >= 3 || (end - from == 2 && marked && self.is_marked(from + 1));
        if !list && followed && self.text_follows(end) {
            roles[from..end].fill(Role::Heading);
        }
        end
    }

    /// Lines of a title: the headline, and what stands above (引题) and below (副题).
    fn title(&self, from: usize, end: usize, roles: &mut [Role]) {
        let dashed = (from + 1..end).find(|&at| matches!(self.chars(at)[0], '—' | '-' | '–'));
        let main = match end - from {
            1 => from,
            2 if dashed.is_some() => from,
            2 => {
                let (first, second) = (self.chars(from).len(), self.chars(from + 1).len());
                if first * 2 >= second * 3 { from + 1 } else { from }
            }
            _ => match dashed {
                Some(at) => at - 1,
                None => from + 1,
            },
        };
        for (at, role) in roles.iter_mut().enumerate().take(end).skip(from) {
            *role = if at == main { Role::Title } else { Role::Subtitle };
        }
    }

    /// Begins with a list number or a sign.
    fn is_marked(&self, at: usize) -> bool {
        let chars = self.chars(at);
        let numbered = |c: char| "一二三四五六七八九十".contains(c);
        is_list_marker(chars)
            || Cues::get().begins(Place::Marker, chars).is_some()
            || (numbered(chars[0]) && chars.iter().take(4).any(|&c| c == '、'))
            || (chars[0] == '(' && chars.get(1).is_some_and(|&c| numbered(c) || c.is_ascii_digit()))
    }

    /// Names alone; hardly any of them is a word of the dictionary.
    fn is_bare_byline(&self, at: usize) -> bool {
        let chars = self.chars(at);
        let Some(found) = bare_names(chars) else { return false };
        let unknown = |range: &Range<usize>| {
            let text: String = chars[range.clone()].iter().collect();
            let tokens = self.segmenter.tag(&text, false);
            !matches!(&tokens[..], [word] if !word.tag.starts_with("nr"))
        };
        found.names.iter().filter(|name| unknown(name)).count() * 2 >= found.names.len()
    }

    /// A byline or dateline stands behind the block, page furniture apart.
    fn signed(&self, mut at: usize) -> bool {
        while self.sort(at) == Some(Sort::Known(Role::Footer)) {
            at += 1;
        }
        matches!(self.sort(at), Some(Sort::Known(Role::Byline | Role::Dateline))) && self.text_follows(at + 1)
    }

    /// Running text stands behind the block before anything but bylines, datelines, furniture and photos.
    fn text_follows(&self, from: usize) -> bool {
        const NEAR: usize = 12;
        for at in from..(from + NEAR).min(self.sorts.len()) {
            match self.sorts[at] {
                Sort::Text => return true,
                Sort::Head | Sort::Known(_) => {}
            }
        }
        false
    }

    /// Above zero when a head without a byline, in the midst of a page, begins a new article rather than a section.
    fn titleness(&self, from: usize, end: usize, body: &mut Body) -> f64 {
        let chars = self.chars(from);
        let length = chars.iter().filter(|&&c| is_han(c) || c.is_ascii_alphanumeric()).count() as f64;
        // Headings are shorter than titles.
        let mut score = ((length - 12.0) * 0.35).clamp(-2.0, 2.0);
        if halves(chars) {
            score += 1.0;
        }
        if chars.iter().any(char::is_ascii_digit) {
            score += 0.3;
        }
        if from > 0 && matches!(self.sorts[from - 1], Sort::Known(Role::Footer | Role::Credit | Role::Byline)) {
            score += 1.5;
        }
        let behind = self.drafts.get(end).map_or(0, |draft| draft.blanks);
        match self.drafts[from].blanks.saturating_sub(self.usual_blanks(from).max(behind)) {
            0 => {}
            1 => score += 0.6,
            _ => score += 1.5,
        }
        if end - from > 1 {
            score += 0.5;
        }
        let mut near = FxHashSet::default();
        let mut lead = false;
        for at in (end..self.sorts.len()).filter(|&at| self.sorts[at] != Sort::Known(Role::Footer)).take(3) {
            if self.sorts[at] == Sort::Text {
                lead |= near.is_empty() && Cues::get().begins(Place::Lead, self.chars(at)).is_some();
                near.extend(bigrams(self.chars(at)).take(200));
            }
        }
        if lead {
            score += 0.7;
        }
        let own: Vec<_> = bigrams(chars).collect();
        let share = |set: &FxHashSet<[char; 2]>, of: &[[char; 2]]| {
            of.iter().filter(|pair| set.contains(*pair)).count() as f64 / of.len().max(1) as f64
        };
        // A title says again what its article says.
        score += 0.8 * share(&near, &own) - 2.0 * share(body.pairs(self.drafts), &own);
        // A new article has another subject: it shares few words with what stands before. How many it would share
        // by chance grows with the length of that, and behind a line or two there is nothing yet to be shared.
        const TELLING: f64 = 150.0;
        let near: Vec<_> = near.into_iter().collect();
        let expected = (0.03 + body.len as f64 * 0.0001).min(0.11);
        let weight = (body.len as f64 / TELLING).min(1.0);
        score + weight * (2.0 * (expected - share(body.pairs(self.drafts), &near)) / expected).clamp(-1.8, 2.0)
    }

    /// Empty lines before the blocks around one.
    fn usual_blanks(&self, at: usize) -> u32 {
        let from = at.saturating_sub(4).max(1);
        let to = (at + 5).min(self.drafts.len());
        let mut blanks: Vec<u32> =
            (from..to).filter(|&other| other != at).map(|other| self.drafts[other].blanks).collect();
        sort_by_key(&mut blanks, |blanks| *blanks);
        blanks.get(blanks.len() / 2).copied().unwrap_or(0)
    }

    /// Where items begin.
    fn starts(&self, roles: &[Role]) -> Vec<Option<Start>> {
        let mut starts = vec![None; roles.len()];
        let mut at = 0;
        // Whether an article with running text is open, so that text behind a photo goes on in it.
        let mut open = false;
        while at < roles.len() {
            if let Some(end) = self.photo(roles, at) {
                let goes_on = roles.get(end).is_some_and(|role| matches!(role, Role::Paragraph | Role::Heading));
                let titled =
                    at > 0 && matches!(roles[at - 1], Role::Title | Role::Subtitle | Role::Byline | Role::Dateline);
                if !(goes_on && open || titled) {
                    starts[at] = Some(Start::Photo);
                    if goes_on {
                        starts[end] = Some(Start::Article);
                    }
                }
                at = end;
                continue;
            }
            let second = self.is_asked_title(at) && at > 0 && self.is_asked_title(at - 1);
            if is_head(roles[at]) && (at == 0 || !is_head(roles[at - 1]) || second) {
                starts[at] = Some(Start::Article);
                open = true;
            }
            open |= roles[at] == Role::Paragraph;
            at += 1;
        }
        starts
    }

    /// Where a photo item that begins here ends: caption and credit in either order, running text between a credit
    /// and its caption.
    fn photo(&self, roles: &[Role], at: usize) -> Option<usize> {
        const BETWEEN: usize = 3;
        let role = |at: usize| roles.get(at).copied();
        match roles[at] {
            Role::Caption => {
                let mut end = at + 1;
                while matches!(role(end), Some(Role::Caption | Role::Credit)) {
                    if role(end) == Some(Role::Credit) && self.photo_text(roles, end).is_some() {
                        break;
                    }
                    end += 1;
                }
                Some(end)
            }
            Role::Credit => {
                let mut end = self.photo_text(roles, at).unwrap_or(at);
                end = end.max(at + 1);
                let alone = end == at + 1 && role(end) != Some(Role::Caption);
                if alone {
                    // A credit alone belongs to its article, unless a report of pictures follows.
                    let report = Cues::get().ends(Place::CreditAny, self.chars(at)).is_some() || at == 0;
                    let text = (end..roles.len()).take(BETWEEN).take_while(|&at| roles[at] == Role::Paragraph).count();
                    let bounded = role(end + text) != Some(Role::Paragraph) && role(end + text) != Some(Role::Heading);
                    return (report && text > 0 && bounded).then_some(end + text);
                }
                while role(end) == Some(Role::Caption) {
                    end += 1;
                }
                Some(end)
            }
            _ => None,
        }
    }

    /// One behind the running text between a credit and its caption, if a caption follows it.
    fn photo_text(&self, roles: &[Role], credit: usize) -> Option<usize> {
        const BETWEEN: usize = 3;
        let text = roles[credit + 1..].iter().take(BETWEEN).take_while(|role| **role == Role::Paragraph).count();
        let end = credit + 1 + text;
        let together = || self.drafts[credit + 1].blanks <= self.drafts[end].blanks;
        (text > 0 && roles.get(end) == Some(&Role::Caption) && together()).then_some(end)
    }
}

fn is_head(role: Role) -> bool {
    matches!(role, Role::Title | Role::Subtitle)
}

/// Two halves with a space between: the usual form of a title that makes two statements.
fn halves(chars: &[char]) -> bool {
    chars.split(|&c| c == ' ').filter(|half| half.len() >= 4).count() == 2
}

fn bigrams(chars: &[char]) -> impl Iterator<Item = [char; 2]> + '_ {
    chars.windows(2).filter(|w| is_han(w[0]) && is_han(w[1])).map(|w| [w[0], w[1]])
}

/// The article so far.
#[derive(Default)]
struct Body {
    /// Pairs of characters, of all blocks but those in `unread`.
    pairs: FxHashSet<[char; 2]>,
    /// Blocks whose pairs nobody has asked for.
    unread: Vec<usize>,
    len: usize,
}

impl Body {
    fn is_empty(&self) -> bool {
        self.len == 0
    }

    fn read(&mut self, block: usize, length: usize) {
        self.len += length;
        self.unread.push(block);
    }

    /// What its subject is known by.
    fn pairs(&mut self, drafts: &[Draft]) -> &FxHashSet<[char; 2]> {
        const ENOUGH: usize = 4000;
        for block in self.unread.drain(..) {
            if self.pairs.len() < ENOUGH {
                self.pairs.extend(bigrams(drafts[block].reading.chars()).take(ENOUGH));
            }
        }
        &self.pairs
    }
}

fn build(drafts: Vec<Draft>, roles: &[Role], starts: &[Option<Start>]) -> Vec<Article> {
    let mut articles: Vec<Article> = Vec::new();
    let mut furniture = true;
    for ((draft, &role), &start) in drafts.into_iter().zip(roles).zip(starts) {
        // Page furniture at the top of the page belongs to the first item.
        let begins = articles.is_empty() || (start.is_some() && !furniture);
        if begins {
            articles.push(Article { kind: ArticleKind::Article, title: None, authors: Vec::new(), blocks: Vec::new() });
        }
        furniture = (furniture || begins && articles.len() == 1) && matches!(role, Role::Footer | Role::Dateline);
        let Some(article) = articles.last_mut() else { continue };
        if let Some(start) = start {
            article.kind = if start == Start::Photo { ArticleKind::Photo } else { ArticleKind::Article };
        }
        add(article, draft, role);
    }
    articles
}

fn add(article: &mut Article, draft: Draft, role: Role) {
    let at = article.blocks.len();
    let chars = draft.reading.chars();
    let names = match role {
        Role::Title if article.title.is_none() => {
            article.title = Some((at, 0..chars.len()));
            Vec::new()
        }
        Role::Byline => byline(chars).or_else(|| bare_names(chars)).map(|found| found.names).unwrap_or_default(),
        Role::Dateline => names_in_lead(chars),
        Role::Paragraph if article.kind == ArticleKind::Article => {
            let mut names = names_in_lead(chars);
            names.extend(names_in_tail(chars));
            names
        }
        _ => Vec::new(),
    };
    article.authors.extend(names.into_iter().map(|name| (at, name)));
    article.blocks.push(Block { role, reading: draft.reading, joins: draft.joins });
}

//! What an analysis says: the types that JavaScript sees as plain objects.
//!
//! All offsets are UTF-16 code units into the text as given, half-open, so that in JavaScript
//! `text.slice(start, end)` is what was read, layout breaks included. `pkg/index.d.ts` mirrors these types.

use std::borrow::Cow;
use std::ops::Deref;

use serde::{Deserialize, Serialize, Serializer};

/// A stretch of the text as given: UTF-16 offsets, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Span {
    /// Offset of the first code unit.
    pub start: u32,
    /// Offset behind the last code unit.
    pub end: u32,
}

/// A phrase of the text with its layout breaks removed, and the pieces it has in the text as given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Phrase {
    /// The phrase as a reader sees it.
    pub text: String,
    /// Offset of its first code unit.
    pub start: u32,
    /// Offset behind its last code unit.
    pub end: u32,
    /// Its pieces.
    pub spans: Spans,
}

/// The pieces of a phrase, a list like any other: there are several in every figure, and nearly all of one piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spans {
    /// The phrase is whole.
    One(Span),
    /// The layout breaks it.
    Several(Vec<Span>),
}

impl Deref for Spans {
    type Target = [Span];

    fn deref(&self) -> &[Span] {
        match self {
            Spans::One(span) => std::slice::from_ref(span),
            Spans::Several(spans) => spans,
        }
    }
}

impl Serialize for Spans {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

/// Everything [`crate::Analyzer::analyze`] finds in a text.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Analysis {
    /// Articles and photo items in reading order.
    pub articles: Vec<Article>,
    /// Sentences in reading order.
    pub sentences: Vec<Span>,
    /// Figures in reading order.
    pub figures: Vec<Figure>,
    /// Time expressions in reading order.
    pub times: Vec<Time>,
    /// What does not add up.
    pub findings: Vec<Finding>,
    /// What could be checked, and what agreed.
    pub coverage: Coverage,
    /// Numerals that are no figures; only on request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejected: Option<Vec<Rejected>>,
    /// Words; only on request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Vec<Word>>,
}

/// Whether an item of the page is an article or a photo with its caption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ArticleKind {
    /// Text with or without a title.
    Article,
    /// A photo item: caption and credit, no title.
    Photo,
}

/// One item of the page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Article {
    /// Article or photo.
    pub kind: ArticleKind,
    /// The title, where there is one.
    pub title: Option<Phrase>,
    /// Names of the byline.
    pub authors: Vec<Phrase>,
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
    /// Offset of the first code unit.
    pub start: u32,
    /// Offset behind the last code unit.
    pub end: u32,
}

/// What a block is to its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The headline.
    Title,
    /// A line above or under the headline (引题, 副题).
    Subtitle,
    /// Who wrote it.
    Byline,
    /// Where and when it was sent or published.
    Dateline,
    /// A heading inside the article.
    Heading,
    /// Running text.
    Paragraph,
    /// What a photo shows.
    Caption,
    /// Who took the photo.
    Credit,
    /// Page furniture: page numbers, editors, addresses.
    Footer,
}

impl Role {
    /// Whether its numerals are news: bylines, credits and page furniture state none.
    pub fn states_figures(self) -> bool {
        !matches!(self, Role::Byline | Role::Credit | Role::Footer)
    }
}

/// A block of the page, rejoined.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Block {
    /// What it is to its article.
    pub role: Role,
    /// The text as a reader should see it, layout breaks removed.
    pub text: String,
    /// Layout breaks that were removed.
    pub joins: Vec<Join>,
    /// Offset of the first code unit.
    pub start: u32,
    /// Offset behind the last code unit.
    pub end: u32,
}

/// A layout break that was removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Join {
    /// Offset of the first code unit of the break.
    pub at: u32,
    /// The rule that removed it.
    pub rule: &'static str,
}

/// What sort of figure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names say it; the README explains each
pub enum FigureKind {
    Count,
    Measure,
    Money,
    Percent,
    PercentagePoint,
    Ratio,
    Multiple,
    Duration,
    Ordinal,
    Number,
}

/// How the value relates to what is true: 近100 is `<`, 100余 is `>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum Bound {
    /// Exactly.
    #[serde(rename = "=")]
    Exact,
    /// About.
    #[serde(rename = "~")]
    About,
    /// Less than.
    #[serde(rename = "<")]
    Less,
    /// At most.
    #[serde(rename = "<=")]
    AtMost,
    /// More than.
    #[serde(rename = ">")]
    More,
    /// At least.
    #[serde(rename = ">=")]
    AtLeast,
    /// Some, several: no value is stated.
    #[serde(rename = "vague")]
    Vague,
}

/// The numeral as printed: 1.5万 is mantissa 1.5, scale 4, one decimal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Written {
    /// The digits before the scale word, as a plain decimal.
    pub mantissa: String,
    /// The power of ten of the scale word: 万 is 4, 亿 is 8.
    pub scale: u32,
    /// Printed digits behind the decimal point of the mantissa.
    pub decimals: u32,
}

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names say it
pub enum UnitClass {
    Classifier,
    Measure,
    Currency,
    Percent,
    PercentagePoint,
    Multiple,
    Time,
}

/// The unit or classifier of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unit {
    /// As written, without the scale word: 人次, 元, 元/平方米.
    pub text: Cow<'static, str>,
    /// One spelling for its variants: 公里 for 千米 and km.
    pub canonical: Cow<'static, str>,
    /// What it is.
    pub class: UnitClass,
    /// UCUM code of measures and times, ISO 4217 code of currencies.
    pub code: Option<Cow<'static, str>>,
    /// What it is per: 平方米 in 元/平方米.
    pub per: Option<String>,
}

/// Where a noun stands in respect of its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// 堡垒支部44个.
    Before,
    /// 446名干部.
    After,
}

/// What is counted or measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// The noun phrase.
    #[serde(flatten)]
    pub phrase: Phrase,
    /// Where it stands.
    pub order: Order,
}

/// How far from the figure a piece of its meaning was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names say it
pub enum Provenance {
    Clause,
    Sentence,
    Paragraph,
    Section,
    Article,
}

/// Whose figure it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Subject {
    /// The name as in the text.
    #[serde(flatten)]
    pub phrase: Phrase,
    /// Where it was found.
    pub from: Provenance,
}

/// When the figure holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimeRef {
    /// The expression.
    #[serde(flatten)]
    pub phrase: Phrase,
    /// The [`Time::id`] it refers to.
    pub id: String,
    /// Where it was found.
    pub from: Provenance,
}

/// Which end of a change a figure states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names say it
pub enum ChangeRole {
    By,
    To,
    From,
}

/// Up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names say it
pub enum Direction {
    Up,
    Down,
}

/// What a change is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BaseType {
    /// Year on year (同比).
    Yoy,
    /// Period on period (环比).
    Mom,
    /// Since a point in time.
    Since,
    /// Against something named (比上年, 较上年末).
    Versus,
}

/// The comparison of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Base {
    /// As written.
    pub text: String,
    /// What sort of comparison.
    #[serde(rename = "type")]
    pub kind: BaseType,
}

/// A change a figure states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// By, to or from.
    pub role: ChangeRole,
    /// Up or down.
    pub direction: Direction,
    /// The words that say so.
    pub cue: Phrase,
    /// What it is measured against.
    pub base: Option<Base>,
    /// The figure at the other end (5天 and 1天).
    pub partner: Option<String>,
}

/// What a share is a share of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Share {
    /// The whole.
    pub of: Phrase,
}

/// Whether a figure is stated as a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names say it
pub enum Status {
    #[default]
    Actual,
    Planned,
    Required,
    Negated,
    Hypothetical,
}

/// One figure of the text: a row of the table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// Stable within one analysis: "f12".
    pub id: String,
    /// What sort of figure.
    pub kind: FigureKind,
    /// With its approximators, layout breaks removed: 近100次.
    pub text: String,
    /// Offset of the first code unit.
    pub start: u32,
    /// Offset behind the last code unit.
    pub end: u32,
    /// The value; none for ranges and vague amounts.
    pub value: Option<f64>,
    /// The same value, exact, as a plain decimal; none where no finite decimal is exact (三分之一).
    pub decimal: Option<String>,
    /// Lower end of what the words allow.
    pub min: Option<f64>,
    /// Upper end of what the words allow.
    pub max: Option<f64>,
    /// Whether `min` itself is allowed.
    pub min_inclusive: bool,
    /// Whether `max` itself is allowed.
    pub max_inclusive: bool,
    /// How the value relates to what is true.
    pub bound: Bound,
    /// The numeral as printed.
    pub written: Written,
    /// Unit or classifier.
    pub unit: Option<Unit>,
    /// What is counted or measured.
    pub item: Option<Item>,
    /// Whose figure it is.
    pub subject: Option<Subject>,
    /// When it holds.
    pub time: Option<TimeRef>,
    /// How it changed.
    pub change: Option<Change>,
    /// What it is a share of.
    pub share: Option<Share>,
    /// 各, 每, 人均.
    pub each: bool,
    /// Fact, plan, rule, negation or condition.
    pub status: Status,
    /// Who says it, inside a quotation.
    pub speaker: Option<Phrase>,
    /// The same fact said again shares a group.
    pub group: Option<String>,
    /// Index into [`Analysis::articles`].
    pub article: u32,
    /// Index into [`Article::blocks`].
    pub block: u32,
    /// Index into [`Analysis::sentences`].
    pub sentence: u32,
    /// The rule that recognised it.
    pub rule: &'static str,
}

/// A time expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Time {
    /// Stable within one analysis: "t3".
    pub id: String,
    /// As a reader sees it.
    pub text: String,
    /// Offset of the first code unit.
    pub start: u32,
    /// Offset behind the last code unit.
    pub end: u32,
    /// EDTF (ISO 8601-2) of what the words themselves say.
    pub value: Option<String>,
    /// EDTF once the date of publication is known.
    pub resolved: Option<String>,
}

/// Something that does not add up, or is worth saying about how figures relate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// In words.
    pub message: Message,
    /// The calculation, in signs.
    pub arithmetic: Option<String>,
    /// The figures it is about.
    pub figures: Vec<String>,
    /// Where they stand.
    pub spans: Vec<Span>,
}

/// What the checks looked at: silence is worth something only where something was compared.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Coverage {
    /// How many figures took part in at least one comparison.
    pub figures: u32,
    /// One row for each rule that compared anything.
    pub rules: Vec<RuleCoverage>,
    /// What was compared and agrees.
    pub agreements: Vec<Agreement>,
}

/// How often a rule compared, and how often it found agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleCoverage {
    /// The rule.
    pub rule: &'static str,
    /// Comparisons made.
    pub checked: u32,
    /// Those that agree.
    pub agreed: u32,
}

/// Figures that were held against each other and agree.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Agreement {
    /// The rule that compared them.
    pub rule: &'static str,
    /// In words.
    pub message: Message,
    /// The calculation, in signs.
    pub arithmetic: Option<String>,
    /// The figures it is about.
    pub figures: Vec<String>,
    /// Where they stand.
    pub spans: Vec<Span>,
}

/// A claim held against its source.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// One for each figure of the claim, in order.
    pub matches: Vec<Match>,
    /// The analysis of the claim.
    pub claim: Analysis,
    /// The analysis of the source.
    pub source: Analysis,
}

/// What became of one figure of the claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Match {
    /// The figure of the claim.
    pub claim: String,
    /// The figure of the source it was held against; of a sum or difference, the first.
    pub source: Option<String>,
    /// All figures of the source the verdict rests on.
    pub sources: Vec<String>,
    /// The verdict.
    pub verdict: Verdict,
    /// In what the two differ.
    pub differences: Vec<Difference>,
    /// The verdict in words.
    pub note: Message,
}

/// Whether the source bears a figure out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The source says the same.
    Same,
    /// It follows from figures of the source.
    Derivable,
    /// The source states this fact otherwise.
    Different,
    /// The source does not speak of it.
    Unsupported,
}

/// In what a figure differs from its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names say it
pub enum Difference {
    Value,
    Unit,
    Bound,
    Item,
    Subject,
    Time,
    Change,
    Status,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names say it
pub enum Severity {
    Error,
    Warning,
    Style,
    Info,
}

/// A message in both languages of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Message {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// Why a numeral is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RejectionReason {
    /// Part of a name, slogan or title (“双30条”).
    Name,
    /// Part of a word (统一, 一系列).
    Lexical,
    /// 一 and classifier used like an article (一份承诺书).
    ArticleLike,
    /// 一张张, 一次次.
    Reduplicated,
    /// 这一次, 另一个.
    Demonstrative,
    /// A list marker (一是, （三）, 1.).
    Enumerator,
    /// Phone, document and model numbers.
    Identifier,
    /// 三心二意, 万众一心.
    Idiom,
}

/// A numeral that is no figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rejected {
    /// As a reader sees it.
    pub text: String,
    /// Offset of the first code unit.
    pub start: u32,
    /// Offset behind the last code unit.
    pub end: u32,
    /// Why.
    pub reason: RejectionReason,
}

/// A word of the segmentation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Word {
    /// The word as it stands in the text.
    pub text: String,
    /// Offset of the first code unit.
    pub start: u32,
    /// Offset behind the last code unit.
    pub end: u32,
    /// Part of speech in jieba's tag set; `m` for a figure, `t` for a time.
    pub tag: String,
}

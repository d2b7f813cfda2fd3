// CommonJS has import() for modules; require() is refused or not, as the version of Node has it.
import("tishu").then(async ({ load }) => {
  const text = "去年，全区新建厂房12座，满意率由85.6%提升至97%。";
  const tishu = await load();
  console.log(tishu.analyze(text).figures.map(({ start, end }) => text.slice(start, end)).join(" "));
});

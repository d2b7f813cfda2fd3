import { BULLETIN } from "./bulletin.ts";
import { INTERVIEW } from "./interview.ts";
import { NEWSPAPER } from "./newspaper.ts";

interface Sample {
  text: string;
  name: { zh: string; en: string };
  about: { zh: string; en: string };
}

/** Texts to try the page with; it opens with the first. All places, people and numbers in them are made up. */
export const SAMPLES: readonly [Sample, ...Sample[]] = [
  {
    text: NEWSPAPER,
    name: { zh: "一版报纸", en: "A newspaper page" },
    about: { zh: "两篇报道、一则图片稿，带复制时留下的断行", en: "two reports and a photo, with the line breaks that copying leaves" },
  },
  {
    text: BULLETIN,
    name: { zh: "统计公报", en: "A statistical bulletin" },
    about: { zh: "同比、占比、百分点", en: "changes, shares, percentage points" },
  },
  {
    text: INTERVIEW,
    name: { zh: "人物特写", en: "A portrait" },
    about: { zh: "汉字数目、概数、引语", en: "numbers in Chinese characters, vague amounts, quotations" },
  },
];

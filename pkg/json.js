import { TishuError } from "./lib/errors.js";
import { checkText } from "./lib/options.js";
import { misfit } from "./lib/schema.js";

// What the numbers promise: a document of one version may have fields that an older reader does not know, but none that
// it knows has gone or means something else. What breaks that raises the number.
const FORMAT = "tishu";
const VERSION = 1;
const OWN = ["format", "version", "text", "analysis"];

/** A text and its analysis as one JSON document; see json.d.ts. */
export function toJSON(text, analysis, { indent, fields = {} } = {}) {
  checkText(text);
  const taken = OWN.find((name) => Object.hasOwn(fields, name));
  if (taken) throw new TishuError("option", `The option fields must not hold "${taken}": toJSON() writes that itself.`);
  const wrong = misfit(text, analysis);
  if (wrong) throw new TishuError("option", `This is no analysis of this text: ${wrong}.`);
  return JSON.stringify({ format: FORMAT, version: VERSION, text, ...fields, analysis }, null, indent);
}

/** Reads what toJSON wrote; see json.d.ts. */
export function fromJSON(json) {
  let document = json;
  if (typeof json === "string") {
    try {
      document = JSON.parse(json);
    } catch (cause) {
      throw new TishuError("option", `This is no JSON: ${cause.message}.`, { cause });
    }
  }
  if (document?.format !== FORMAT || !Number.isInteger(document.version) || typeof document.text !== "string") {
    throw new TishuError("option", "This JSON is none that toJSON() wrote: it lacks format, version or text.");
  }
  const { version, text, analysis } = document;
  if (version < 1 || version > VERSION) {
    throw new TishuError("option", `This document is of version ${version}, this package reads 1 to ${VERSION}: update tishu.`);
  }
  const wrong = misfit(text, analysis);
  if (wrong) throw new TishuError("option", `This document is damaged: ${wrong}.`);
  return { text, analysis };
}

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import type { Plugin } from "vite";
import { partFiles } from "./parts.ts";
import { policyInside } from "./policy.ts";

const www = fileURLToPath(new URL("..", import.meta.url));
const wasm = fileURLToPath(new URL("../../pkg/wasm/", import.meta.url));

/** Everything the page would fetch; of the character maps, those that Chinese fonts name. */
const inside = [
  { name: "tishu_bg.wasm", file: join(wasm, "tishu_bg.wasm") },
  { name: "dictionary.bin", file: join(wasm, "dictionary.bin") },
  ...partFiles.filter(({ name }) => !name.startsWith("cmaps/") || /GB|CNS|B5|ETen|HKscs/.test(name)),
];

/** In the page in one file nothing has an address: what names one in the package gives way. */
const REPLACED: [file: string, code: RegExp, by: string][] = [
  ["pkg/index.js", /return new Worker\(new URL\([^;]*;/, 'throw new Error("the worker is inside the page");'],
  ["pkg/lib/assets.js", /new URL\("[^"]*", import\.meta\.url\)/g, "undefined"],
];

/**
 * Builds the page into one file that works from anywhere, file:// too: script and style inline, each part compressed in
 * a block of its own that is unpacked when it is needed.
 */
export function single(): Plugin {
  return {
    name: "single-file",
    enforce: "pre",
    resolveId(source, importer) {
      if (!importer) return null;
      for (const name of ["parts", "source", "offline"]) {
        if (source.endsWith(`/${name}.ts`)) return join(www, "src", `${name}-inside.ts`);
      }
      return null;
    },
    transform(code, id) {
      const rule = REPLACED.find(([file]) => id.endsWith(file));
      if (!rule) return null;
      const [file, pattern, by] = rule;
      const changed = code.replace(pattern, by);
      if (changed === code) throw new Error(`${file} has changed: ${pattern} is not in it. See www/build/single.ts.`);
      return changed;
    },
    generateBundle(_, bundle) {
      let script = "";
      let style = "";
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === "chunk") script += file.code;
        else if (name.endsWith(".css")) style += file.source;
        else throw new Error(`${name} would be a file beside the page in one file`);
        delete bundle[name];
      }
      // Inside a script element these would end it, or begin another.
      script = script.replace(/<(?=\/script|!--)/gi, "\\x3c");
      const icon = `data:image/svg+xml;base64,${readFileSync(join(www, "public", "icon.svg")).toString("base64")}`;
      const blocks = inside.map(({ name, file }) => `<script type="text/plain" data-part="${name}">${deflateRawSync(readFileSync(file), { level: 9 }).toString("base64")}</script>`);
      const page = readFileSync(join(www, "index.html"), "utf8")
        .replace('<meta charset="utf-8" />', (tag) => `${tag}\n    <meta http-equiv="Content-Security-Policy" content="${policyInside(script, style)}" />`)
        .replace(/<link rel="icon"[^>]*>/, () => `<link rel="icon" href="${icon}" />\n    <style>${style}</style>`)
        .replace(/\s*<link rel="apple-touch-icon"[^>]*>/, "")
        .replace(/\s*<script type="module"[^>]*><\/script>/, "")
        .replace("</body>", () => `  ${blocks.join("\n")}\n<script>${script}</script>\n  </body>`);
      mkdirSync(join(www, "dist"), { recursive: true });
      writeFileSync(join(www, "dist", "tishu.html"), page);
    },
  };
}

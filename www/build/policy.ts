import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** What the built page may do. `form-action` and `base-uri` do not fall back to `default-src`, so they are named. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "img-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** A meta tag holds the page to the policy on any server; workers obey only a header, which `_headers` asks hosts for. */
export function policy(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: POLICY }, injectTo: "head-prepend" },
    ],
    generateBundle() {
      const headers = [`Content-Security-Policy: ${POLICY}`, "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer"];
      this.emitFile({ type: "asset", fileName: "_headers", source: `/*\n${headers.map((h) => `  ${h}\n`).join("")}` });
    },
  };
}

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * What the page in one file may do: run the one script and the one style it holds, and what the script makes of its own
 * parts (blob:). It may connect to nothing at all.
 */
export function policyInside(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)} 'wasm-unsafe-eval' blob:`,
    `style-src ${hashOf(style)}`,
    "worker-src blob:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

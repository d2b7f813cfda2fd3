import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { parts } from "./build/parts.ts";

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
function policy(): Plugin {
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

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  resolve: { alias: { tishu: fileURLToPath(new URL("../pkg/index.js", import.meta.url)) } },
  server: { fs: { allow: [".."] } },
  worker: { format: "es" },
  // Nothing is inlined: the policy allows neither data: nor inline scripts and styles.
  build: { target: "es2023", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  plugins: [policy(), parts()],
});

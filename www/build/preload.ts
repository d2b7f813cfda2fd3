import type { Plugin } from "vite";

/** Lets the browser fetch engine and dictionary together with the script that will ask for them, not after it. */
export function preload(): Plugin {
  return {
    name: "preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => /\/(tishu_bg|dictionary)-[^/]*\.(wasm|bin)$/.test(name))
          .sort((a, b) => Number(a.endsWith(".bin")) - Number(b.endsWith(".bin"))) // the engine first: it is compiled while the rest arrives
          .map((name) => ({ tag: "link", attrs: { rel: "preload", as: "fetch", crossorigin: "anonymous", href: `./${name}` }, injectTo: "head" as const })),
    },
  };
}

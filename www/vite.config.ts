import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { offline } from "./build/offline.ts";
import { parts } from "./build/parts.ts";
import { policy } from "./build/policy.ts";
import { preload } from "./build/preload.ts";
import { single } from "./build/single.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The page as files for a server; with `--mode single`, as one file for everywhere else. */
export default defineConfig(({ mode }) => ({
  root: here("."),
  base: "./",
  resolve: { alias: { tishu: here("../pkg/index.js") } },
  server: { fs: { allow: [".."] } },
  ...(mode === "single"
    ? {
        worker: { format: "iife" as const },
        publicDir: false as const,
        build: {
          target: "es2023",
          emptyOutDir: false,
          cssCodeSplit: false,
          reportCompressedSize: false,
          modulePreload: false as const,
          rolldownOptions: {
            input: here("src/main.tsx"),
            output: { format: "iife" as const, codeSplitting: false },
            transform: { define: { "import.meta": "{}" } },
          },
        },
        plugins: [single()],
      }
    : {
        worker: { format: "es" as const },
        // Nothing is inlined: the policy allows neither data: nor inline scripts and styles.
        build: { target: "es2023", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
        plugins: [policy(), preload(), parts(), offline()],
      }),
}));

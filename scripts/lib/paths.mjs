import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Tools that set-up builds when PATH lacks the right version; they outlive a clean checkout only with target/. */
export const toolsDir = join(root, "target", "tools");
/** The built page. */
export const pageDir = join(root, "www", "dist");
/** Whether the repository has a page to build. */
export const hasPage = () => existsSync(join(root, "www", "package.json"));

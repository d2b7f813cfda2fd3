import { fileURLToPath } from "node:url";

// The tools of all consumers lie one folder up. Nothing in here is for the package.
export default { turbopack: { root: fileURLToPath(new URL("..", import.meta.url)) } };

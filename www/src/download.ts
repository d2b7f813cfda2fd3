import type { Analysis } from "tishu";

/** Everything, with the text that the offsets count in. */
export function toJson(text: string, analysis: Analysis): string {
  return JSON.stringify({ generator: "tishu", text, ...analysis }, null, 2);
}

/** Hands a file to the browser's downloads; nothing leaves the machine. */
export function download(name: string, type: string, content: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

import type { Words } from "./i18n.ts";

export interface Message {
  text: string;
  error: boolean;
}

/** What the page has to tell about a text that came in. */
export function Notice({ message, words, onDismiss }: { message: Message | null; words: Words; onDismiss(): void }) {
  if (!message) return null;
  return (
    <div class={`notice${message.error ? " error" : ""}`} role={message.error ? "alert" : "status"}>
      <span>{message.text}</span>
      <button type="button" onClick={onDismiss}>{words.dismiss}</button>
    </div>
  );
}

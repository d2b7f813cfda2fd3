import { useLayoutEffect } from "preact/hooks";
import type { Words } from "./i18n.ts";
import { readTransfer, type Intake } from "./intake.ts";

/**
 * Paste and drop anywhere replace the text; only in the edit box a paste that leaves room goes where the caret is.
 * @param room how many more characters the edit box can hold
 */
export function usePasteAndDrop(room: number, words: Words, take: (intake: Intake | null) => void): void {
  useLayoutEffect(() => {
    const { body } = document;
    const onPaste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      const field = (event.target as Element | null)?.closest?.("input, textarea");
      if (!data || (field && !field.matches(".editor"))) return;
      if (field && data.files.length === 0 && data.getData("text/plain").length <= room) return;
      event.preventDefault();
      void readTransfer(data, words).then(take);
    };
    const onDragOver = (event: DragEvent) => {
      event.preventDefault();
      body.classList.add("dropping");
    };
    const onDragLeave = (event: DragEvent) => {
      if (!event.relatedTarget) body.classList.remove("dropping");
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      body.classList.remove("dropping");
      if (event.dataTransfer) void readTransfer(event.dataTransfer, words).then(take);
    };
    addEventListener("paste", onPaste);
    addEventListener("dragover", onDragOver);
    addEventListener("dragleave", onDragLeave);
    addEventListener("drop", onDrop);
    return () => {
      removeEventListener("paste", onPaste);
      removeEventListener("dragover", onDragOver);
      removeEventListener("dragleave", onDragLeave);
      removeEventListener("drop", onDrop);
    };
  }, [room, words, take]);
}

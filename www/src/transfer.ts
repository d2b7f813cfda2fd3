import { useLayoutEffect } from "preact/hooks";
import { contents } from "./intake/index.ts";

/**
 * Text pasted or dropped anywhere replaces the text; only in the edit box a paste that leaves room goes where the caret
 * is. Files become pages.
 * @param room how many more characters the edit box can hold
 */
export function usePasteAndDrop(room: number, onText: (text: string) => void, onFiles: (files: File[]) => void): void {
  useLayoutEffect(() => {
    const { body } = document;
    const take = (data: DataTransfer | null) => {
      const brought = data && contents(data);
      if (brought && "files" in brought) onFiles(brought.files);
      else if (brought) onText(brought.text);
    };
    const onPaste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      const field = (event.target as Element | null)?.closest?.("input, textarea");
      if (!data || (field && !field.matches(".editor"))) return;
      if (field && data.files.length === 0 && data.getData("text/plain").length <= room) return;
      event.preventDefault();
      take(data);
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
      take(event.dataTransfer);
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
  }, [room, onText, onFiles]);
}

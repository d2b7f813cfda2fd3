import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

/** A button that opens a small panel; choosing in it, leaving it and Escape close it. */
export function Dropdown({ label, title, class: name, children }: { label: ComponentChildren; title?: string; class: string; children: ComponentChildren }) {
  const box = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (box.current) box.current.open = false;
  };
  return (
    <details
      ref={box} class={`dropdown ${name}`}
      onFocusOut={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !box.current?.open) return;
        event.stopPropagation();
        close();
        box.current.querySelector("summary")?.focus();
      }}
      onClick={(event) => {
        if ((event.target as Element).closest("button, a")) close();
      }}
    >
      <summary title={title}>{label}</summary>
      <div class="panel">{children}</div>
    </details>
  );
}

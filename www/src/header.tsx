import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { ACCEPT } from "./intake/index.ts";
import { Dropdown } from "./dropdown.tsx";
import { SAMPLES } from "./samples/index.ts";
import type { Words } from "./i18n.ts";
import type { Theme } from "./settings.ts";

interface Props {
  words: Words;
  theme: Theme;
  onHelp(): void;
  onTheme(): void;
  onLang(): void;
  onPaste(): void;
  onSample(text: string): void;
  onFiles(files: File[]): void;
  children?: ComponentChildren;
}

const SIGNS = { system: "◐", light: "☀︎", dark: "☾" } as const;

export function Header({ onHelp, words, theme, onTheme, onLang, onPaste, onSample, onFiles, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <header class="head">
      <h1>
        <Seal />
        <span class="brand">{words.name}</span>
        <span class="tagline">{words.tagline}</span>
      </h1>
      <div class="actions">
        <button type="button" class="primary" title={words.pasteHint} onClick={onPaste}>{words.paste}</button>
        <button type="button" title={words.openHint} onClick={() => input.current?.click()}>{words.open}</button>
        <input
          ref={input} type="file" hidden multiple accept={ACCEPT}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = "";
            if (files.length > 0) onFiles(files);
          }}
        />
        <Dropdown class="samples" label={words.sample}>
          {SAMPLES.map(({ text, name, about }) => (
            <button key={name.zh} type="button" onClick={() => onSample(text)}>
              <span>{name[words.key]}</span>
              <small>{about[words.key]}</small>
            </button>
          ))}
        </Dropdown>
        {children}
      </div>
      <div class="actions tools">
        <span class="rule" aria-hidden="true" />
        <button type="button" class="help" onClick={onHelp} aria-label={words.help} title={words.helpHint} aria-haspopup="dialog" aria-keyshortcuts="?">
          <span class="word">{words.help}</span>
          <span class="sign" aria-hidden="true">?</span>
        </button>
        <button type="button" class="icon" onClick={onTheme} aria-label={words.themeLabel(words.theme[theme])} title={words.themeLabel(words.theme[theme])}>
          <span aria-hidden="true">{SIGNS[theme]}</span>
        </button>
        <button type="button" class="lang" onClick={onLang} aria-label={words.switchLangLabel} lang={words.switchLang === "EN" ? "en" : "zh-CN"}>
          {words.switchLang}
        </button>
      </div>
    </header>
  );
}

/** The mark of the page, as in icon.svg. */
function Seal() {
  return (
    <svg class="seal" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect x="1" y="1" width="30" height="30" rx="6" />
      <path d="M8 9h6M8 16h6M8 23h6M19 23V9l-2.2 2M19 23h-2.6M19 23h2.6" />
      <path d="M25.5 9v14" opacity=".55" />
    </svg>
  );
}

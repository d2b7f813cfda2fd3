import { render } from "preact";
import { App } from "./app.tsx";
import { warm } from "./engine.ts";
import "./styles/tokens.css";
import "./styles/frame.css";
import "./styles/outline.css";
import "./styles/reader.css";
import "./styles/table.css";
import "./styles/checks.css";
import "./styles/pictures.css";
import "./styles/intake.css";
import "./styles/print.css";

// The engine is on its way while the page is drawn; whoever waits for it hears of a failure.
warm().catch(() => {});
render(<App />, document.getElementById("app")!);

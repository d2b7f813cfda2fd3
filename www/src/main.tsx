import { render } from "preact";
import { App } from "./app.tsx";
import "./styles/tokens.css";
import "./styles/frame.css";
import "./styles/outline.css";
import "./styles/reader.css";
import "./styles/table.css";
import "./styles/checks.css";
import "./styles/pictures.css";
import "./styles/intake.css";
import "./styles/print.css";

render(<App />, document.getElementById("app")!);

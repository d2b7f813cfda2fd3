import { load } from "tishu";
import Figures from "./figures.jsx";

// A server component: the import is harmless here.
export default function Page() {
  return (
    <main>
      <p id="server">{typeof load}</p>
      <Figures />
    </main>
  );
}

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./shell/fonts.css";
import "./shell/aksel";
import "./shell/shell.css";
import "./shell/room.css";
import "virtual:first-page.css";
import { startLanguage } from "./language/language";
import { registerServiceWorker } from "./notifications/registration";
import { goOn } from "./session/going";
import { forgetIntentionElsewhere } from "./session/intention";
import { App } from "./app/App";
import { tellNotStarted } from "./app/notStarted";
import { keepsFocus } from "./shell/keepsFocus";
import { upgrade } from "./shell/upgrade";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has lost its root");

async function start(into: HTMLElement): Promise<void> {
  goOn();
  forgetIntentionElsewhere();
  await startLanguage();
  createRoot(into).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

// Not awaited up here: a language's file imports what stands in this one, and would wait for it for ever.
start(root).catch(() => tellNotStarted(root));
registerServiceWorker();
upgrade.watch();
keepsFocus();

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "@fontsource-variable/source-sans-3/wght.css";
// One by one: the index would fetch fonts from another host.
import "@navikt/ds-css/dist/global/tokens.css";
import "@navikt/ds-css/dist/global/reset.css";
import "@navikt/ds-css/dist/global/baseline.css";
import "@navikt/ds-css/dist/global/print.css";
import "@navikt/ds-css/dist/components.css";
import "./shell/shell.css";
import { startLanguage } from "./language/language";
import { registerServiceWorker } from "./notifications/registration";
import { goOn } from "./session/going";
import { forgetIntentionElsewhere } from "./session/intention";
import { App } from "./app/App";
import { upgrade } from "./shell/upgrade";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has lost its root");

goOn();
forgetIntentionElsewhere();
await startLanguage();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
registerServiceWorker();
upgrade.watch();

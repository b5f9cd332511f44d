import "../shell/acts.css";
import "../shell/arranged.css";

/* What is needed to change a message or take it back, fetched when somebody does. */
export { CorrectionDialogue } from "./CorrectionDialogue";

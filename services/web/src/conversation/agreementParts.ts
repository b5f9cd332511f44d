import "../shell/acts.css";
import "../shell/arranged.css";

/* What is shown of agreements, fetched with the first of them: most rooms have none. */
export { AgreementCard } from "./AgreementCard";
export { AgreementDialogue } from "./AgreementDialogue";

import "../shell/acts.css";
import "../shell/arranged.css";

/*
 * What is shown of agreements, fetched with the first of them: most rooms have none. What changes a
 * message goes with it: alone it would part what rooms share into pieces that all of them fetch.
 */
export { AgreementCard } from "./AgreementCard";
export { AgreementDialogue } from "./AgreementDialogue";
export { CorrectionDialogue } from "./CorrectionDialogue";

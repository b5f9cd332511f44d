import "../shell/acts.css";
import "../shell/questions.css";

/* What is shown of questions, fetched with the first of them: most messages are none. */
export { AnswersQuestion, NoAnswerNow } from "./AnswersQuestion";
export { QuestionCard } from "./QuestionCard";
export { QuestionDialogue } from "./QuestionDialogue";
export { QuestionHistory } from "./QuestionHistory";

/** What is shown of questions outside the conversation: one part, fetched once something waits. */
export { Owed } from "./Owed";
export { Strip } from "./Strip";
export { WaitedFor } from "./WaitedFor";

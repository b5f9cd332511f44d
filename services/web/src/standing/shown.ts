/** What is shown of questions outside the conversation: one part, fetched once something waits. */
export { NotAll } from "./NotAll";
export { Owed } from "./Owed";
export { Strip } from "./Strip";
export { WaitedFor } from "./WaitedFor";

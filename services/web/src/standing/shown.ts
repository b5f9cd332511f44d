/** What is shown of what stands, outside the conversation: one part, fetched once something does. */
import "../shell/standing.css";

export { NextLine } from "./NextLine";
export { NotAll } from "./NotAll";
export { Owed } from "./Owed";
export { Strip } from "./Strip";
export { WaitedFor } from "./WaitedFor";

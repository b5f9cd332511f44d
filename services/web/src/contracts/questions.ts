import type { components } from "./generated/messaging-api";

/** What waits for somebody's answer in one of the person's rooms; never what is asked. */
export type StandingQuestion = components["schemas"]["StandingQuestion"];

/** Answer to `GET /api/conversations/questions` */
export type StandingQuestions = components["schemas"]["StandingQuestions"];

import { createContext, useContext, type RefCallback } from "react";
import type { Message } from "../contracts/conversation";
import type { Question } from "./questions";

/** What the page of a room does for the questions in it. */
export interface QuestionActs {
  /** Lets the person choose whom to ask about a message; where it is a question already, who else. */
  readonly ask: (message: Message, question?: Question) => void;
  /** Lets her say until when she answers. */
  readonly promise: (message: Message, question: Question) => void;
  /** Leads to another message. */
  readonly goTo: (seq: number) => void;
  /** Tells whether it has been on the screen. */
  readonly watch: RefCallback<HTMLElement>;
}

export const QuestionActsContext = createContext<QuestionActs>({
  ask: () => undefined,
  promise: () => undefined,
  goTo: () => undefined,
  watch: () => undefined,
});

export function useQuestionActs(): QuestionActs {
  return useContext(QuestionActsContext);
}

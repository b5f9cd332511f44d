import type { Asks } from "./amending";
import type { Question } from "./questions";
import { asItStands } from "./settled";

/* What is said of a question. Each says all of it anew, so that whoever was faster is not talked over. */

/** A message is made a question. */
export function asked(
  about: number,
  askedById: string,
  addresseeId: string,
  wantedBy?: string,
): Asks {
  const by = { askedById, addresseeId, ...(wantedBy !== undefined && { wantedBy }) };
  return { kind: "QUESTION", about, state: "OPEN", ...by };
}

export function forwarded(question: Question, addresseeId: string): Asks {
  return { ...asItStands(question), state: "OPEN", addresseeId };
}

export function promised(question: Question, promisedBy: string): Asks {
  return { ...asItStands(question), state: "PROMISED", promisedBy };
}

export function withdrawn(question: Question): Asks {
  return { ...asItStands(question), state: "WITHDRAWN" };
}

/** What a person may do with a question that waits for an answer, if she may write. */
export interface May {
  /** She is the one who is asked. */
  readonly answer: boolean;
  /** She is the one who asked, or wrote the message. */
  readonly withdraw: boolean;
}

/** The question that she sends on; whoever neither asked nor is asked asks anew, in her own name. */
export function sentOnBy(
  myId: string,
  question: Question | undefined,
  authorId: string | undefined,
): Question | undefined {
  const may = question && mayDo(question, myId, authorId);
  return may && (may.answer || may.withdraw) ? question : undefined;
}

export function mayDo(question: Question, myId: string, authorId: string | undefined): May {
  return {
    answer: question.addresseeId === myId,
    withdraw: question.askedById === myId || authorId === myId,
  };
}

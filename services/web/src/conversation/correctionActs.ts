import { createContext, useContext } from "react";
import type { Message } from "../contracts/conversation";

/** What the page of a room does for messages that are not to stand as they were sent. */
export interface CorrectionActs {
  /** Lets the person give a message of hers other words. */
  readonly edit: (message: Message) => void;
  /** Lets her take it back. */
  readonly retract: (message: Message) => void;
}

export const CorrectionActsContext = createContext<CorrectionActs>({
  edit: () => undefined,
  retract: () => undefined,
});

export function useCorrectionActs(): CorrectionActs {
  return useContext(CorrectionActsContext);
}

import { createContext, useContext } from "react";
import type { Message } from "../contracts/conversation";
import type { Agreement } from "./agreements";

/** What somebody puts in words: something new, perhaps from a message, or what stands or did, anew. */
export interface WhatToWord {
  readonly message?: Message | undefined;
  readonly stands?: Agreement | undefined;
}

/** What the page of a room does for the agreements in it. */
export interface AgreementActs {
  /** Lets the person put in words what is agreed on. */
  readonly word: (what?: WhatToWord) => void;
  /** Lets her say that it holds no more, or take back what she has proposed and does not hold. */
  readonly drop: (stands: Agreement, takesBack: boolean) => void;
}

export const AgreementActsContext = createContext<AgreementActs>({
  word: () => undefined,
  drop: () => undefined,
});

export function useAgreementActs(): AgreementActs {
  return useContext(AgreementActsContext);
}

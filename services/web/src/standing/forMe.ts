import type { OpenQuestion } from "./merged";

/** Those whose answer is hers to give. */
export function forMe(all: readonly OpenQuestion[], personId: string): readonly OpenQuestion[] {
  return all.filter(({ addresseeId }) => addresseeId === personId);
}

/** Those of them that another asks, and that she has not taken herself. */
export function askedOfMe(all: readonly OpenQuestion[], personId: string): readonly OpenQuestion[] {
  return forMe(all, personId).filter(({ askedById }) => askedById !== personId);
}

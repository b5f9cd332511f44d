import type { Standing } from "./merged";

/** Those whose answer is hers to give. */
export function forMe(all: readonly Standing[], personId: string): readonly Standing[] {
  return all.filter(({ addresseeId }) => addresseeId === personId);
}

/** Those of them that another asks, and that she has not taken herself. */
export function askedOfMe(all: readonly Standing[], personId: string): readonly Standing[] {
  return forMe(all, personId).filter(({ askedById }) => askedById !== personId);
}

import type { Standing } from "./merged";

/** Those whose answer is hers to give. */
export function forMe(all: readonly Standing[], personId: string): readonly Standing[] {
  return all.filter(({ addresseeId }) => addresseeId === personId);
}

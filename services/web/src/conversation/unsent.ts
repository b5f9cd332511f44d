import type { Unsent } from "./conversation";
import { newId } from "./ids";

/** What was written for a room that has closed. */
export interface Stranded {
  readonly roomId: string;
  readonly clientId: string;
  readonly body: string;
  /** It was a draft, which nobody had sent. */
  readonly half: boolean;
  /** What the room was called when it closed, where that was known: she may have it no more. */
  readonly room?: string | undefined;
}

/** What was under way when the page went away goes again under the same id; a repeat is harmless. */
export function backInTheQueue(item: Unsent): Unsent {
  return item.state.kind === "refused" ? item : { ...item, state: { kind: "waiting" } };
}

/** Reaches nobody, and is its writer's until she throws it away. */
export function asStranded(
  { clientId, body, composedAt }: Omit<Unsent, "state">,
  room?: string,
): Unsent {
  return { clientId, body, composedAt, state: { kind: "stranded", room } };
}

/** A draft whose room has closed. */
export function halfWritten(draft: string, room?: string): Unsent[] {
  const body = draft.trim();
  const composedAt = new Date(Date.now()).toISOString();
  if (body === "") return [];
  return [{ clientId: newId(), body, composedAt, state: { kind: "stranded", half: true, room } }];
}

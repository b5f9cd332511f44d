import type { Message } from "../contracts/conversation";

/** What is known of a room's entries, and from where on nothing is missing. */
export interface Known<T> {
  /** From here to the room's end nothing is missing. */
  readonly wholeFrom: number;
  /** By their place. */
  readonly at: ReadonlyMap<number, T>;
}

/**
 * The entries that are known: those here and those that the server has and the room does not show yet.
 *
 * @param lastSeq how far the room has come
 */
export function knownIn<T extends { readonly seq: number }>(
  messages: readonly Message[],
  lastSeq: number,
  accepted: readonly T[],
): Known<T | Message> {
  const at = new Map<number, T | Message>(accepted.map((it) => [it.seq, it]));
  for (const message of messages) at.set(message.seq, message);
  let wholeFrom = lastSeq + 1;
  while (at.has(wholeFrom - 1)) wholeFrom--;
  return { wholeFrom, at };
}

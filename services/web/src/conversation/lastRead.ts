import type { Message } from "../contracts/conversation";
import type { Marks } from "./conversation";
import { correctedOf, hasReadBefore } from "./corrected";
import type { Entry } from "./entries";
import { furthest, has, NONE } from "./ranges";

/**
 * Who has read a message and nothing of others' further down, by the message's number: her face
 * stands there. One's own face stands nowhere.
 */
export function lastReadOf(
  entries: readonly Entry[],
  read: Marks,
  myId: string,
): ReadonlyMap<number, readonly string[]> {
  const rows = entries.flatMap((it) => (it.kind === "message" ? [it.message] : []));
  const faces = new Map<number, string[]>();
  for (const personId of read.keys()) {
    if (personId === myId) continue;
    const last = lastReadBy(personId, rows, read);
    if (last) faces.set(last.seq, [...(faces.get(last.seq) ?? []), personId]);
  }
  return faces;
}

/** Whether her face does not stand there, though she has marked it. */
function readOtherwise(personId: string, row: Message): boolean {
  const corrected = correctedOf(row);
  if (!corrected) return false;
  // Who had not read it has seen that it was taken back.
  if (corrected.state === "retracted") return !corrected.readBy.includes(personId);
  return hasReadBefore(corrected, personId);
}

function lastReadBy(personId: string, rows: readonly Message[], read: Marks): Message | undefined {
  const ranges = read.get(personId) ?? NONE;
  if (furthest(ranges) < (rows[0]?.seq ?? 0)) return undefined;
  return rows.findLast(
    (row) => row.senderId !== personId && has(ranges, row.seq) && !readOtherwise(personId, row),
  );
}

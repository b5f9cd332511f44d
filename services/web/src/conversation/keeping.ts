import type { Unsent } from "./conversation";

/*
 * What a person has written and the server does not have yet survives a reload, in this tab only,
 * under this person's own key. Sign-out wipes it, and so does another person signing in.
 */
const PREFIX = "samsnakk.unsent.";

export interface Kept {
  draft: string;
  outbox: readonly Unsent[];
}

const NOTHING: Kept = { draft: "", outbox: [] };

export function readKept(personId: string, roomId: string): Kept {
  const raw = sessionStorage.getItem(keyOf(personId, roomId));
  if (!raw) return NOTHING;
  try {
    const kept = JSON.parse(raw) as Kept;
    return { draft: kept.draft, outbox: kept.outbox.map(backInTheQueue) };
  } catch {
    return NOTHING;
  }
}

export function keep(personId: string, roomId: string, change: Partial<Kept>): void {
  const kept = { ...readKept(personId, roomId), ...change };
  const key = keyOf(personId, roomId);
  if (kept.draft === "" && kept.outbox.length === 0) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify(kept));
}

/** Wipes everybody's, or everybody's but one's. */
export function wipeKept(exceptPersonId?: string): void {
  for (const key of Object.keys(sessionStorage)) {
    const spared = exceptPersonId !== undefined && key.startsWith(`${PREFIX}${exceptPersonId}.`);
    if (key.startsWith(PREFIX) && !spared) sessionStorage.removeItem(key);
  }
}

function keyOf(personId: string, roomId: string): string {
  return `${PREFIX}${personId}.${roomId}`;
}

/** What was under way when the page went away goes again under the same id; a repeat is harmless. */
function backInTheQueue(item: Unsent): Unsent {
  return item.state.kind === "refused" ? item : { ...item, state: { kind: "waiting" } };
}

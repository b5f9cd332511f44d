import type { Action, LogEntry } from "../contracts/access-log";

/** Having looked, without having done anything. */
const VIEWS = new Set<Action>(["ROOM_VIEWED", "MESSAGES_VIEWED", "LOG_VIEWED"]);

/** One line of the patient's view: an entry, or all of one person's views of a day. */
export type Line = readonly [LogEntry, ...LogEntry[]];

/**
 * The lines of one day, the newest first. What a person did is a line each; how often she looked is
 * one that opens, so that others stand out from the patient himself and nothing is hidden (R8).
 */
export function fold(ofDay: readonly LogEntry[]): Line[] {
  const lines: [LogEntry, ...LogEntry[]][] = [];
  const views = new Map<string, LogEntry[]>();
  for (const entry of ofDay) {
    const known = isView(entry) ? views.get(viewerOf(entry)) : undefined;
    if (known) {
      known.push(entry);
      continue;
    }
    const line: [LogEntry, ...LogEntry[]] = [entry];
    lines.push(line);
    if (isView(entry)) views.set(viewerOf(entry), line);
  }
  return lines;
}

/** How many different messages these views brought. */
export function messagesIn(views: readonly LogEntry[]): number {
  const seqs = new Set<number>();
  for (const { details } of views) {
    if (details.fromSeq == null || details.toSeq == null) continue;
    for (let seq = details.fromSeq; seq <= details.toSeq; seq++) seqs.add(seq);
  }
  return seqs.size;
}

/** How often she was there: opening the room and reading in it are two entries of one visit. */
export function visitsIn(views: readonly LogEntry[]): number {
  const times = new Map<Action, number>();
  for (const { action } of views) times.set(action, (times.get(action) ?? 0) + 1);
  return Math.max(...times.values());
}

function isView({ action, outcome }: LogEntry): boolean {
  return outcome === "SUCCESS" && VIEWS.has(action);
}

/** A person, as somebody of one organisation. */
function viewerOf({ agent }: LogEntry): string {
  return `${agent.personId} ${agent.organisation?.organisationId ?? ""}`;
}

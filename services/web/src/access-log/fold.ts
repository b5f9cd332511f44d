import type { Action, LogDay, LogEntry, Sum } from "../contracts/access-log";

/** Having looked, without having done anything. */
const VIEWS = new Set<Action>(["ROOM_VIEWED", "ROOM_REFRESHED", "MESSAGES_VIEWED", "LOG_VIEWED"]);

/** Having said something, each counted by itself: a short answer is no message. */
const SAID = new Set<Action>(["MESSAGE_SENT", "MESSAGE_ACKNOWLEDGED"]);

/**
 * One line of the patient's view: an entry, all of one person's views, refusals or searches of a
 * day, or what she wrote, or answered shortly, with no other line between.
 */
export type Line = readonly [LogEntry, ...LogEntry[]];

/**
 * The lines of one day, the newest first. What a person did is a line each; how often she looked,
 * was refused the same thing or searched for the same reason, is one that opens, and so is what she
 * wrote in a row, or answered shortly: so others stand out from the patient himself, nobody buries what others did, and
 * nothing is hidden (R8). What is told in a line further up does not part a row.
 */
export function fold(ofDay: readonly LogEntry[]): Line[] {
  const lines: [LogEntry, ...LogEntry[]][] = [];
  const folded = new Map<string, LogEntry[]>();
  for (const entry of ofDay) {
    const key = keyOf(entry);
    const known = key === undefined ? inARow(lines.at(-1), entry) : folded.get(key);
    if (known) {
      known.push(entry);
      continue;
    }
    const line: [LogEntry, ...LogEntry[]] = [entry];
    lines.push(line);
    if (key !== undefined) folded.set(key, line);
  }
  return lines;
}

/** Has written something, or answered it shortly. */
export function isSaid({ action, outcome }: LogEntry): boolean {
  return SAID.has(action) && outcome === "SUCCESS";
}

function inARow(line: LogEntry[] | undefined, entry: LogEntry): LogEntry[] | undefined {
  const [latest] = line ?? [];
  if (!latest || !isSaid(latest) || !isSaid(entry)) return undefined;
  if (latest.action !== entry.action) return undefined;
  return whoOf(latest) === whoOf(entry) ? line : undefined;
}

function whoOf({ agent }: LogEntry): string {
  return `${agent.personId} ${agent.organisation?.organisationId ?? ""}`;
}

/** For how many refusals or looks an entry stands. */
export function timesOf({ details }: LogEntry): number {
  return details.count ?? 1;
}

/** Messages are still being brought to her: the entry that ends the view is not there yet. */
export function isUnderWay({ action, outcome, until }: LogEntry): boolean {
  return action === "MESSAGES_VIEWED" && outcome === "SUCCESS" && until == null;
}

/** What the server says of all that a line is about, in all of that day. */
export function sumOf(line: Line, { sums }: LogDay): Sum | undefined {
  const key = keyOf(line[0]);
  return key === undefined ? undefined : sums.find((sum) => keyOfSum(sum) === key);
}

/** How many messages a view brought; short answers to them are none. */
export function messagesIn({ details }: LogEntry): number {
  return details.messages ?? Math.max(0, (details.toSeq ?? 0) - (details.fromSeq ?? 1) + 1);
}

/** What is one line with what has the same; undefined for what stands for itself. */
function keyOf(entry: LogEntry): string | undefined {
  const { action, outcome, details } = entry;
  const who = whoOf(entry);
  if (action === "REFUSED") return `REFUSED ${details.code ?? ""} ${who}`;
  if (action === "LOG_SEARCHED") return `SEARCHED ${details.reason ?? ""} ${who}`;
  return outcome === "SUCCESS" && VIEWS.has(action) ? `VIEWS  ${who}` : undefined;
}

function keyOfSum({ kind, code, reason, personId, organisationId }: Sum): string {
  return `${kind} ${code ?? reason ?? ""} ${personId} ${organisationId ?? ""}`;
}

import type { Action, LogEntry } from "../contracts/access-log";

/** Having looked, without having done anything. */
const VIEWS = new Set<Action>(["ROOM_VIEWED", "MESSAGES_VIEWED", "LOG_VIEWED"]);

/** One line of the patient's view: an entry, or all of one person's views or refusals of a day. */
export type Line = readonly [LogEntry, ...LogEntry[]];

/**
 * The lines of one day, the newest first. What a person did is a line each; how often she looked,
 * or was refused the same thing, is one that opens: so others stand out from the patient himself,
 * nobody buries what others did, and nothing is hidden (R8).
 */
export function fold(ofDay: readonly LogEntry[]): Line[] {
  const lines: [LogEntry, ...LogEntry[]][] = [];
  const folded = new Map<string, LogEntry[]>();
  for (const entry of ofDay) {
    const key = keyOf(entry);
    const known = key === undefined ? undefined : folded.get(key);
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

/** How often somebody was refused or looked: an entry may stand for many. */
export function timesIn(entries: readonly LogEntry[]): number {
  return entries.reduce((sum, { details }) => sum + (details.count ?? 1), 0);
}

/** From the first to the last of what these entries say, in whichever order they were written. */
export function periodOf(line: Line): { from: string; until: string } {
  const [latest] = line;
  let from = latest.at;
  let until = latest.until ?? latest.at;
  for (const entry of line) {
    const end = entry.until ?? entry.at;
    if (Date.parse(entry.at) < Date.parse(from)) from = entry.at;
    if (Date.parse(end) > Date.parse(until)) until = end;
  }
  return { from, until };
}

/** How many different messages these views brought. */
export function messagesIn(views: readonly LogEntry[]): number {
  const ranges = views
    .map(({ details }) => ({ from: details.fromSeq ?? 1, to: details.toSeq ?? 0 }))
    .sort((one, other) => one.from - other.from);
  let counted = 0;
  let last = 0;
  for (const { from, to } of ranges) {
    counted += Math.max(0, to - Math.max(from - 1, last));
    last = Math.max(last, to);
  }
  return counted;
}

/** How often she was there: opening the room and reading in it are two entries of one visit. */
export function visitsIn(views: readonly LogEntry[]): number {
  const times = new Map<Action, number>();
  for (const view of views) {
    times.set(view.action, (times.get(view.action) ?? 0) + timesIn([view]));
  }
  return Math.max(...times.values());
}

/** What is one line with what has the same; undefined for what stands for itself. */
function keyOf({ action, outcome, agent, details }: LogEntry): string | undefined {
  const who = `${agent.personId} ${agent.organisation?.organisationId ?? ""}`;
  if (action === "REFUSED") return `refused ${details.code ?? ""} ${who}`;
  return outcome === "SUCCESS" && VIEWS.has(action) ? `views ${who}` : undefined;
}

import type { Action, LogEntry } from "../contracts/access-log";

/** Having looked, without having done anything. */
const VIEWS = new Set<Action>(["ROOM_VIEWED", "ROOM_REFRESHED", "MESSAGES_VIEWED", "LOG_VIEWED"]);

/**
 * One line of the patient's view: an entry, or all of one person's views, refusals or searches of a
 * day.
 */
export type Line = readonly [LogEntry, ...LogEntry[]];

/**
 * The lines of one day, the newest first. What a person did is a line each; how often she looked,
 * was refused the same thing or searched for the same reason, is one that opens: so others stand out from the patient himself,
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

/** Messages are still being brought to her: the entry that ends the view is not there yet. */
export function isUnderWay({ action, outcome, until }: LogEntry): boolean {
  return action === "MESSAGES_VIEWED" && outcome === "SUCCESS" && until == null;
}

/**
 * From the first to the last of what these entries say, in whichever order they were written. What
 * a browser fetched by itself makes no visit longer.
 */
export function periodOf(line: Line): { from: string; until: string } {
  const hers = line.filter(({ action }) => action !== "ROOM_REFRESHED");
  const told = hers.length === 0 ? line : hers;
  const [latest] = line;
  let from = told[0]?.at ?? latest.at;
  let until = told[0]?.until ?? from;
  for (const entry of told) {
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

/** How often one of these was done. */
export function timesOf(action: Action, views: readonly LogEntry[]): number {
  return timesIn(views.filter((view) => view.action === action));
}

/**
 * How often something was fetched without a visit that it could belong to: before she opened the
 * room, or though she never did.
 */
export function refreshesAlone(views: readonly LogEntry[]): number {
  const openings = views.filter(({ action }) => action === "ROOM_VIEWED");
  const first = Math.min(...openings.map(({ at }) => Date.parse(at)));
  return timesOf(
    "ROOM_REFRESHED",
    views.filter(({ at }) => Date.parse(at) < first),
  );
}

/** What is one line with what has the same; undefined for what stands for itself. */
function keyOf({ action, outcome, agent, details }: LogEntry): string | undefined {
  const who = `${agent.personId} ${agent.organisation?.organisationId ?? ""}`;
  if (action === "REFUSED") return `refused ${details.code ?? ""} ${who}`;
  if (action === "LOG_SEARCHED") return `searched ${details.reason ?? ""} ${who}`;
  return outcome === "SUCCESS" && VIEWS.has(action) ? `views ${who}` : undefined;
}

import type { LogEntry } from "../contracts/access-log";

/** One line of the patient's view: an entry, and how many like it follow one another. */
export interface Line {
  entry: LogEntry;
  times: number;
}

/** Looking into the same room twice in one minute is one line; how often is told, so nothing is hidden (R8). */
export function collapse(entries: readonly LogEntry[]): Line[] {
  const lines: Line[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (last && alike(last.entry, entry)) last.times += 1;
    else lines.push({ entry, times: 1 });
  }
  return lines;
}

function alike(a: LogEntry, b: LogEntry): boolean {
  return (
    a.action === "ROOM_VIEWED" &&
    b.action === "ROOM_VIEWED" &&
    a.agent.personId === b.agent.personId &&
    a.outcome === b.outcome &&
    a.at.slice(0, 16) === b.at.slice(0, 16)
  );
}

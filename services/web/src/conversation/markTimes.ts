import type { Mark } from "../contracts/conversation";
import type { Range } from "./ranges";

/** When somebody read some messages, or got them: at `at`, or where it is not `exact`, then or before. */
export interface MarkTime {
  readonly range: Range;
  readonly at: string;
  readonly exact: boolean;
}

/** By person. */
export type MarkTimes = ReadonlyMap<string, readonly MarkTime[]>;

/** The same times where nothing is new. */
export function withMarkTime(times: MarkTimes, mark: Mark): MarkTimes {
  const { personId, fromSeq, seq, at, exact = false } = mark;
  const before = times.get(personId) ?? [];
  const known = before.some(
    (it) => it.range[0] === fromSeq && it.range[1] === seq && it.at === at && it.exact === exact,
  );
  if (known) return times;
  const time: MarkTime = { range: [fromSeq, seq], at, exact };
  return new Map(times).set(personId, [...before, time]);
}

/** When it was so of a message first, as well as it is known; undefined where nothing is. */
export function whenMarked(times: readonly MarkTime[], seq: number): MarkTime | undefined {
  return times
    .filter(({ range: [from, to] }) => from <= seq && seq <= to)
    .sort((a, b) => Number(b.exact) - Number(a.exact) || (a.at < b.at ? -1 : 1))[0];
}

import type { Mark } from "../contracts/conversation";
import type { Range } from "./ranges";

/** When somebody read some messages: at `at`, or where it is not `exact`, then or before. */
export interface Reading {
  readonly range: Range;
  readonly at: string;
  readonly exact: boolean;
}

/** By person. */
export type Readings = ReadonlyMap<string, readonly Reading[]>;

/** The same readings where nothing is new. */
export function withReading(readings: Readings, mark: Mark): Readings {
  const { personId, fromSeq, seq, at, exact = false } = mark;
  const before = readings.get(personId) ?? [];
  const known = before.some(
    (it) => it.range[0] === fromSeq && it.range[1] === seq && it.at === at && it.exact === exact,
  );
  if (known) return readings;
  const reading: Reading = { range: [fromSeq, seq], at, exact };
  return new Map(readings).set(personId, [...before, reading]);
}

/** When a message was read first, as well as it is known; undefined where nothing is. */
export function whenRead(readings: readonly Reading[], seq: number): Reading | undefined {
  return readings
    .filter(({ range: [from, to] }) => from <= seq && seq <= to)
    .sort((a, b) => Number(b.exact) - Number(a.exact) || (a.at < b.at ? -1 : 1))[0];
}

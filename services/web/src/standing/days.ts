import type { OpenQuestion } from "./merged";

/** The day until which an answer is promised; where none is, until which one is wished for. */
export function dayOf({ promisedBy, wantedBy }: OpenQuestion): string | undefined {
  return promisedBy ?? wantedBy;
}

/** Those whose day is nearest, or has passed, first; then those that have waited longest. */
export function inTurn(all: readonly OpenQuestion[]): readonly OpenQuestion[] {
  const turn = (it: OpenQuestion) => dayOf(it) ?? "9999";
  return [...all].sort(
    (a, b) => turn(a).localeCompare(turn(b)) || Date.parse(a.since) - Date.parse(b.since),
  );
}

/*
 *            start                    welcome
 *   idle ───────────▶ connecting ───────────────▶ open
 *                      │      ▲                    │ lost, silent too long,
 *              failed  │      │ time is up, or     │ or the network is gone
 *                      ▼      │ the network is back│
 *                    waiting-to-retry ◀────────────┘
 *
 *   any ──the session is over──▶ ended        any ──stop──▶ idle
 */
export type SocketState =
  | { kind: "idle" }
  /** `crowded`: the server has let in as many windows of this person as it lets in. */
  | { kind: "connecting"; attempt: number; crowded: boolean }
  | { kind: "open" }
  | { kind: "waiting-to-retry"; attempt: number; retryAt: number; crowded: boolean }
  | { kind: "ended" };

/** Milliseconds until one asks again whether another window has been closed. */
export const CROWDED_RETRY = 30_000;

/** First retry almost at once, then slower, never more than 5 s apart; spread so that not all come at once. */
export function retryDelay(attempt: number, random: () => number): number {
  const longest = Math.min(5_000, 400 * 2 ** attempt);
  return Math.round(longest * (0.3 + 0.7 * random()));
}

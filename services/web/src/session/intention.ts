import { keepGoing } from "./going";
import { loginAddress } from "./session";

/*
 * Some acts ask for a fresh sign-in. What the person was about to do waits in this tab (never in an
 * address) and is done when they come back to the same place, having really signed in again:
 * a newer `signedInAt` is the proof. Going anywhere else, or taking too long, drops it.
 */
const KEY = "samsnakk.intention";
const HOLDS = 10 * 60_000;

interface Kept {
  kind: string;
  payload: unknown;
  path: string;
  signedInAt: string;
  keptAt: number;
}

export function signInAgainFor(
  kind: string,
  payload: unknown,
  signedInAt: string,
  path = window.location.pathname,
): void {
  const kept: Kept = { kind, payload, path, signedInAt, keptAt: Date.now() };
  sessionStorage.setItem(KEY, JSON.stringify(kept));
  keepGoing(path);
  leads = true;
  window.location.assign(loginAddress(path, true));
}

/** Until this page is there again, by the browser's way back. */
let leads = false;
window.addEventListener("pageshow", () => (leads = false));

/** Whether this page is just leading its person to the sign-in, as she has asked for. */
export function leadsToSignIn(): boolean {
  return leads;
}

/** Whether this waits here for its person to come back. */
export function isIntended(kind: string): boolean {
  const raw = sessionStorage.getItem(KEY);
  return raw !== null && (JSON.parse(raw) as Kept).kind === kind;
}

/** Hands the intention out once, and only where it belongs. */
export function takeIntention(kind: string, signedInAt: string): unknown {
  const raw = sessionStorage.getItem(KEY);
  if (!raw) return undefined;
  const kept = JSON.parse(raw) as Kept;
  if (kept.kind !== kind || kept.path !== window.location.pathname) return undefined;
  forgetIntention();
  const fresh = kept.signedInAt !== signedInAt && Date.now() - kept.keptAt < HOLDS;
  return fresh ? kept.payload : undefined;
}

export function forgetIntention(): void {
  sessionStorage.removeItem(KEY);
}

/** At start: somebody who came back to another place has changed their mind. */
export function forgetIntentionElsewhere(): void {
  const raw = sessionStorage.getItem(KEY);
  if (raw && (JSON.parse(raw) as Kept).path !== window.location.pathname) forgetIntention();
}

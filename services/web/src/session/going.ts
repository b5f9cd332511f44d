/*
 * Where somebody was going when she went to sign in, in this tab. The gateway leads her there itself
 * where it knows the login that ended. It knows nothing of an answer that comes back a second time
 * (the back button, another tab that was faster) or much too late: then it leads to the start page.
 */
export const GOING = "samsnakk.going";
/** That somebody went to sign in, and when: for the tab in which she comes back, which may be another. */
const BEGUN = "samsnakk.signing-in";
/** So long she may take for it, in milliseconds. */
const TAKES = 15 * 60_000;
const OUTCOME = "signin";
/** The outcome of an answer that came to one who was signed in already: nothing to tell. */
const ALREADY = "already";

export function keepGoing(path: string): void {
  // Two slashes at the beginning would be another host's address.
  sessionStorage.setItem(GOING, path.replace(/^\/+/, "/"));
  localStorage.setItem(BEGUN, `${Date.now()}`);
}

export function forgetGoing(): void {
  sessionStorage.removeItem(GOING);
  forgetBegun();
}

/** Nobody is signed in, as the server says: who begins later says so anew. */
export function forgetBegun(): void {
  localStorage.removeItem(BEGUN);
}

/** Whether somebody has gone to sign in: in this tab, or in another a short while ago. */
export function isGoing(): boolean {
  const begun = Number(localStorage.getItem(BEGUN) ?? -Infinity);
  const sinceBegun = Date.now() - begun;
  return sessionStorage.getItem(GOING) !== null || (sinceBegun >= 0 && sinceBegun < TAKES);
}

/** At start: goes on from the start page to where she was going, and takes what is to be told along. */
export function goOn(): void {
  const here = new URL(window.location.href);
  const outcome = here.searchParams.get(OUTCOME);
  if (outcome === null || here.pathname !== "/") return;
  const path = sessionStorage.getItem(GOING) ?? "/";
  const told = outcome === ALREADY ? "" : `?${OUTCOME}=${encodeURIComponent(outcome)}`;
  window.history.replaceState(null, "", path + told);
}

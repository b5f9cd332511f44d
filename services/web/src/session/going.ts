/*
 * Where somebody was going when she went to sign in, in this tab. The gateway leads her there itself
 * where it knows the login that ended. It knows nothing of an answer that comes back a second time
 * (the back button, another tab that was faster) or much too late: then it leads to the start page.
 */
export const GOING = "samsnakk.going";
const OUTCOME = "signin";
/** The outcome of an answer that came to one who was signed in already: nothing to tell. */
const ALREADY = "already";

export function keepGoing(path: string): void {
  // Two slashes at the beginning would be another host's address.
  sessionStorage.setItem(GOING, path.replace(/^\/+/, "/"));
}

export function forgetGoing(): void {
  sessionStorage.removeItem(GOING);
}

/** Whether somebody has gone to sign in, in this tab. */
export function isGoing(): boolean {
  return sessionStorage.getItem(GOING) !== null;
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

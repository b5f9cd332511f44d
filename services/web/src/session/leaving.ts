const KEY = "samsnakk.leaving";

/**
 * Whose sign-out has begun on this device and is not heard of by the server yet: known by when that
 * session was signed in to, so that no other is ended for it.
 */
export function rememberLeaving(signedInAt: string): void {
  localStorage.setItem(KEY, signedInAt);
}

export function forgetLeaving(): void {
  localStorage.removeItem(KEY);
}

export function isLeaving(): boolean {
  return localStorage.getItem(KEY) !== null;
}

export function hasLeft(signedInAt: string): boolean {
  return localStorage.getItem(KEY) === signedInAt;
}

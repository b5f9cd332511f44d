import type { Me } from "../contracts/people";
import { isAfter, newestSignIn } from "./lastHere";

const KEY = "samsnakk.leaving";

type Who = Pick<Me, "personId" | "signedInAt">;

/**
 * Whose sign-out has begun on this device and is not heard of by the server yet. It is for the
 * sessions that she had then: nobody else's is ended for it, nor one that she begins later.
 */
export function rememberLeaving(who: Who): void {
  const left: Who = { personId: who.personId, signedInAt: newestSignIn(who) };
  localStorage.setItem(KEY, JSON.stringify(left));
}

export function forgetLeaving(): void {
  localStorage.removeItem(KEY);
}

export function isLeaving(): boolean {
  return localStorage.getItem(KEY) !== null;
}

export function hasLeft({ personId, signedInAt }: Who): boolean {
  try {
    const left = JSON.parse(localStorage.getItem(KEY) ?? "") as Who;
    return left.personId === personId && !isAfter(signedInAt, left.signedInAt);
  } catch {
    return false;
  }
}

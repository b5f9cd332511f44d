import type { Me } from "../contracts/people";

const KEY = "samsnakk.last-here";

interface LastHere {
  personId: string;
  /** When she signed in last, as far as this browser has heard. */
  signedInAt: string;
  /** When her session ends if she does nothing more, in milliseconds by this device's clock. */
  endsAt: number;
}

type Who = Pick<Me, "personId" | "signedInAt">;

/** Whose session was the last that this browser heard of, in whichever window. */
export function rememberHere(who: Who, endsAt: number): void {
  const { personId } = who;
  const here: LastHere = { personId, signedInAt: newestSignIn(who), endsAt };
  localStorage.setItem(KEY, JSON.stringify(here));
}

export function forgetHere(): void {
  localStorage.removeItem(KEY);
}

/** Whether this browser remembers anybody's session, over or not. */
export function wasHere(): boolean {
  return localStorage.getItem(KEY) !== null;
}

/** Whose session would still last, for all that can be known without a network. */
export function stillHere(): string | undefined {
  const last = read();
  return last && Date.now() < last.endsAt ? last.personId : undefined;
}

/** When she signed in last, in any window: one of them may have had her prove herself anew. */
export function newestSignIn({ personId, signedInAt }: Who): string {
  const last = read();
  const elsewhere = last?.personId === personId ? last.signedInAt : "";
  return isAfter(elsewhere, signedInAt) ? elsewhere : signedInAt;
}

/** Of two instants as the server writes them, with as many decimals as it takes. */
export function isAfter(one: string, other: string): boolean {
  return Date.parse(one) > Date.parse(other);
}

function read(): LastHere | undefined {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "") as LastHere;
  } catch {
    return undefined;
  }
}

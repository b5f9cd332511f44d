/*
 * What people have said on this device, and for whom it is subscribed: their opaque ids, nothing
 * else. It outlasts signing out, so that nobody has to say it twice.
 */
const CHOICE = "samsnakk.push.";
const OWNER = "samsnakk.push-of";

export type Choice = "yes" | "no";

/** Nothing, for who has not been asked here. */
export function choiceOf(personId: string): Choice | undefined {
  const said = localStorage.getItem(CHOICE + personId);
  return said === "yes" || said === "no" ? said : undefined;
}

export function choose(personId: string, choice: Choice): void {
  localStorage.setItem(CHOICE + personId, choice);
}

/** Whose notices come to this browser. */
export function owner(): string | undefined {
  return localStorage.getItem(OWNER) ?? undefined;
}

export function setOwner(personId: string | undefined): void {
  if (personId === undefined) localStorage.removeItem(OWNER);
  else localStorage.setItem(OWNER, personId);
}

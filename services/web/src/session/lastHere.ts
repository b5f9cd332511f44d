const KEY = "samsnakk.last-here";

interface LastHere {
  personId: string;
  /** When her session ends if she does nothing more, in milliseconds by this device's clock. */
  endsAt: number;
}

/** Whose session was the last that this browser heard of. */
export function rememberHere(personId: string, endsAt: number): void {
  const here: LastHere = { personId, endsAt };
  localStorage.setItem(KEY, JSON.stringify(here));
}

export function forgetHere(): void {
  localStorage.removeItem(KEY);
}

/** Whose session would still last, for all that can be known without a network. */
export function stillHere(): string | undefined {
  try {
    const { personId, endsAt } = JSON.parse(localStorage.getItem(KEY) ?? "") as LastHere;
    return Date.now() < endsAt ? personId : undefined;
  } catch {
    return undefined;
  }
}

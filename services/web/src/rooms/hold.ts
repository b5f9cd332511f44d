/** How long a page that is just going away may take to let go, in milliseconds. */
const LETS_GO_WITHIN = 300;

const lockOf = (roomId: string) => `samsnakk.proposal ${roomId}`;

/** What this window has before it, and how it lets go of it. */
const held = new Map<string, () => void>();

/**
 * Holds a proposal, so that no other window takes it up: until it is let go, or the page is gone.
 *
 * @returns whether it is this window's; always where a browser cannot tell its windows apart
 */
export async function hold(roomId: string): Promise<boolean> {
  // Missing where a page is not served securely.
  const { locks } = globalThis.navigator as { locks?: LockManager };
  if (held.has(roomId) || !locks) return true;
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(LETS_GO_WITHIN);
    const holding = () =>
      new Promise<void>((letGo) => {
        held.set(roomId, letGo);
        resolve(true);
      });
    locks.request(lockOf(roomId), { signal }, holding).catch(() => resolve(false));
  });
}

export function letGo(roomId: string): void {
  held.get(roomId)?.();
  held.delete(roomId);
}

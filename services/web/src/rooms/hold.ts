/** How long a page that is just going away may take to let go, in milliseconds. */
const LETS_GO_WITHIN = 300;

const lockOf = (roomId: string) => `samsnakk.proposal ${roomId}`;

/** What this window has before it: how often it was taken up, and how the lock is let go. */
const held = new Map<string, { times: number; release: () => void }>();

/**
 * Holds a proposal, so that no other window takes it up: until it is let go as often as it was held,
 * or the page is gone.
 *
 * @returns whether it is this window's; always where a browser cannot tell its windows apart
 */
export async function hold(roomId: string): Promise<boolean> {
  const before = held.get(roomId);
  if (before) {
    before.times += 1;
    return true;
  }
  // Missing where a page is not served securely.
  const { locks } = globalThis.navigator as { locks?: LockManager };
  if (!locks) return true;
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(LETS_GO_WITHIN);
    const holding = () =>
      new Promise<void>((release) => {
        held.set(roomId, { times: 1, release });
        resolve(true);
      });
    locks.request(lockOf(roomId), { signal }, holding).catch(() => resolve(false));
  });
}

export function letGo(roomId: string): void {
  const here = held.get(roomId);
  if (!here) return;
  here.times -= 1;
  if (here.times > 0) return;
  held.delete(roomId);
  here.release();
}

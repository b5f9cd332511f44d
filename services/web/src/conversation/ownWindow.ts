import { newId } from "./ids";

/** How long a page that is just going away may take to let go, in milliseconds. */
const LETS_GO_WITHIN = 300;

/** How long a window waits for another one to have taken in what it does, in milliseconds. */
const WAITS_FOR = 2_000;

/** Held by the window that takes in what others have left behind. */
const TAKING_IN = "samsnakk.taking-in";

const lockOf = (windowId: string) => `samsnakk.window ${windowId}`;

/**
 * Which of a browser's windows this is. It is held for as long as the page lives, so that the others
 * know what is still somebody's own and what has been left behind.
 */
export class OwnWindow {
  readonly id = newId();

  constructor(private readonly locks: LockManager | undefined) {
    void locks?.request(lockOf(this.id), () => new Promise(() => undefined));
  }

  /** Whether no page lives any more that this was. Where a browser cannot tell, none does. */
  async isGone(windowId: string): Promise<boolean> {
    if (windowId === this.id || !this.locks) return true;
    const signal = AbortSignal.timeout(LETS_GO_WITHIN);
    return this.locks.request(lockOf(windowId), { signal }, () => true).catch(() => false);
  }

  /**
   * Does this while no other window does it: what has been left behind is taken in once. Not at all
   * where another one hangs in it: then it waits for the next opening.
   */
  async alone(takeIn: () => Promise<void>): Promise<void> {
    if (!this.locks) return takeIn();
    const signal = AbortSignal.timeout(WAITS_FOR);
    await this.locks.request(TAKING_IN, { signal }, takeIn).catch(() => undefined);
  }

  /** Of these, those whose page is gone. */
  async gone(windowIds: Iterable<string>): Promise<Set<string>> {
    const all = [...new Set(windowIds)];
    const are = await Promise.all(all.map((it) => this.isGone(it)));
    return new Set(all.filter((_, index) => are[index]));
  }
}

/** Missing where a page is not served securely. */
const locks = (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks;
export const ownWindow = new OwnWindow(locks);

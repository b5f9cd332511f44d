/** For tests: the locks of a browser, and a window that can go away. */
export class FakeLocks {
  /** For each name what is held, and settles once it is let go. */
  private readonly held = new Map<string, Promise<unknown>>();

  /** As a window sees them. What it holds is held until it lets go, or is gone. */
  ofWindow(): { locks: LockManager; goesAway: () => void } {
    let leave: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (leave = resolve));
    const request = async (name: string, ...more: unknown[]): Promise<unknown> => {
      const then = more.at(-1) as () => unknown;
      const { signal } = more.length > 1 ? (more[0] as LockOptions) : {};
      while (this.held.has(name)) await Promise.race([this.held.get(name), aborted(signal)]);
      const answer = Promise.resolve(then());
      const holding = Promise.race([answer, gone]).catch(() => undefined);
      this.held.set(name, holding);
      void holding.then(() => {
        if (this.held.get(name) === holding) this.held.delete(name);
      });
      return answer;
    };
    return { locks: { request } as unknown as LockManager, goesAway: leave };
  }
}

/** Fails once it is not waited for any more. */
function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(new DOMException("not waited for", "AbortError"));
    if (signal?.aborted) fail();
    signal?.addEventListener("abort", fail);
  });
}

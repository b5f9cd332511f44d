/** For tests: the locks of a browser, and a window that can go away. */
export class FakeLocks {
  private readonly held = new Set<string>();
  private readonly queues = new Map<string, Promise<unknown>>();

  /** As a window sees them. What it holds is held until it lets go, or is gone. */
  ofWindow(): { locks: LockManager; goesAway: () => void } {
    const mine: string[] = [];
    const request = (name: string, ...more: unknown[]) => {
      const then = more.at(-1) as () => unknown;
      if (name === "samsnakk.taking-in") {
        const answer = (this.queues.get(name) ?? Promise.resolve()).then(then);
        this.queues.set(name, answer);
        return answer;
      }
      if (this.held.has(name)) return Promise.reject(new Error("held"));
      const answer = then();
      if (!(answer instanceof Promise)) return Promise.resolve(answer);
      this.held.add(name);
      mine.push(name);
      return answer.finally(() => this.held.delete(name));
    };
    const goesAway = () => mine.forEach((name) => this.held.delete(name));
    return { locks: { request } as unknown as LockManager, goesAway };
  }
}

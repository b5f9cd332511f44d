import { useSyncExternalStore } from "react";

/** How often an open window asks whether there is a newer version, in milliseconds. */
const ASK_EVERY = 60 * 60_000;

type ServiceWorkers = Pick<
  ServiceWorkerContainer,
  "controller" | "addEventListener" | "getRegistration"
>;

/** Knows whether a newer version has taken over the app's files while this window runs another. */
export class Upgrade {
  private newer = false;
  private readonly listeners = new Set<() => void>();

  /** Looks out for newer versions for as long as the window is open. */
  watch(workers: ServiceWorkers | undefined = navigator.serviceWorker): void {
    if (!workers) return;
    // The first one to take over is this window's own.
    let before = workers.controller !== null;
    workers.addEventListener("controllerchange", () => {
      if (before) this.isNewer();
      before = true;
    });
    const ask = () => {
      if (document.visibilityState !== "visible") return;
      void workers
        .getRegistration()
        .then((registration) => registration?.update())
        .catch(() => undefined);
    };
    setInterval(ask, ASK_EVERY);
    document.addEventListener("visibilitychange", ask);
  }

  /**
   * Looks whether the server still has the script that this window began with. Where it does not,
   * another version has taken its place. A service worker passes on what asks for the head alone.
   *
   * @returns whether the server still has it
   */
  async look(): Promise<boolean> {
    const asked = fetch(ownScript(), { method: "HEAD", cache: "no-store" });
    const answer = await asked.catch(() => undefined);
    if (answer?.status === 404) this.isNewer();
    return answer?.ok === true;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  isThere = (): boolean => this.newer;

  private isNewer(): void {
    this.newer = true;
    for (const listener of this.listeners) listener();
  }
}

/** It names all others, so each version has another one. */
function ownScript(): string {
  const scripts = document.querySelectorAll<HTMLScriptElement>("script[type=module]");
  return [...scripts].at(-1)?.src ?? import.meta.url;
}

export const upgrade = new Upgrade();

/** Whether the window runs an older version than the server has. */
export function useIsOld(of: Upgrade): boolean {
  return useSyncExternalStore(of.subscribe, of.isThere, of.isThere);
}

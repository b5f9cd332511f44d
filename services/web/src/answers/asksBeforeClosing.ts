import { leadsToSignIn } from "../session/intention";

/**
 * While anything waits, the browser asks before the page goes; until the answer is called. Not on her own
 * way to the sign-in: she comes back from there, and what waits lies on the device until then.
 */
export function asksBeforeClosing(waits: () => boolean): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (waits() && !leadsToSignIn()) event.preventDefault();
  };
  window.addEventListener("beforeunload", ask);
  return () => window.removeEventListener("beforeunload", ask);
}

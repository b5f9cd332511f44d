/** Milliseconds after a page has loaded in which what it shows first is still on its way. */
const FIRST = 4_000;

/**
 * The service worker keeps the app's own files and shows notifications; never an answer from an API.
 * It fetches all of the app, so it begins when the first screen has what it needs.
 */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const register = () =>
    setTimeout(() => {
      // Without it everything still works, but for notifications and opening without a network.
      navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
    }, FIRST);
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register, { once: true });
}

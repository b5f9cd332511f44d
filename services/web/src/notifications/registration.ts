/** The service worker keeps the app's own files and shows notifications; never an answer from an API. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  // Without it everything still works, but for notifications and opening without a network.
  navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
}

/// <reference lib="webworker" />
import { isDeepAddress, pageFor } from "./deep-address";
import { NEWS_WANTED, noticeSaying } from "./notice";
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from "workbox-precaching";

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

/*
 * Static files only. Answers from /api and /auth are never touched: there is no route for them, and
 * a navigation is only ever answered with the app's own empty page: a deep address, where the server
 * does not answer.
 */
precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: false });
cleanupOutdatedCaches();

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (!isDeepAddress(request)) return;
  event.respondWith(
    pageFor(
      () => fetch(request),
      () => matchPrecache("/index.html"),
    ),
  );
});

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

/** No content, no name, no room: whoever sees the phone learns only that there is something (R9). */
const TEXTS: Record<string, string> = {
  nb: "Du har noe nytt i Samsnakk",
  nn: "Du har noko nytt i Samsnakk",
  en: "You have something new in Samsnakk",
};

self.addEventListener("push", (event) => {
  const language = self.navigator.language.split("-")[0] ?? "nb";
  event.waitUntil(
    self.registration.showNotification("Samsnakk", noticeSaying(TEXTS[language] ?? TEXTS["nb"])),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(showApp());
});

async function showApp(): Promise<void> {
  const windows = await self.clients.matchAll({ type: "window" });
  const open = windows[0];
  if (!open) {
    await self.clients.openWindow("/news");
    return;
  }
  const hidden = open.visibilityState === "hidden";
  const shown = await open.focus();
  if (hidden) shown.postMessage(NEWS_WANTED);
}

/** `lib.webworker` does not know `renotify`. */
type Notice = NotificationOptions & { renotify: boolean };

/** What a window is told where somebody has tapped a notice while she did not look at it. */
export const NEWS_WANTED = "samsnakk.news-wanted";

/** One at a time, for ten messages are one thing to look at; but each is heard. */
export function noticeSaying(body: string | undefined): Notice {
  return {
    body: body ?? "",
    icon: "/icon-192.png",
    badge: "/icon-192.png",
    tag: "samsnakk",
    renotify: true,
  };
}

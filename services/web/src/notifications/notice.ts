/** `lib.webworker` does not know `renotify`. */
type Notice = NotificationOptions & { renotify: boolean };

/** One at a time, for ten messages are one thing to look at; but each is heard. */
export function noticeSaying(body: string | undefined): Notice {
  return {
    body: body ?? "",
    icon: "/icon-192.png",
    badge: "/icon-192.png",
    tag: "samsnakk",
    renotify: true,
    data: "/",
  };
}

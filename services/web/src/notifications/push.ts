import type { WebPushKey } from "../contracts/notifications";
import { request } from "../gateway/request";

const KEY = "samsnakk.push-declined";

/** Whether this browser could show notifications and has not been asked yet. */
export function mayOffer(): boolean {
  return (
    "serviceWorker" in navigator &&
    "PushManager" in window &&
    "Notification" in window &&
    Notification.permission === "default" &&
    localStorage.getItem(KEY) === null
  );
}

/** Not now, on this device; the browser's own settings still say yes or no later. */
export function declineOffer(): void {
  localStorage.setItem(KEY, "true");
}

/** Asks the person, then subscribes. Answers whether notifications will come. */
export async function subscribe(): Promise<boolean> {
  if ((await Notification.requestPermission()) !== "granted") return false;
  const { publicKey } = await request<WebPushKey>("GET", "/api/notifications/web-push-key");
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(publicKey),
  });
  const { endpoint, keys } = subscription.toJSON();
  await request("PUT", "/api/notifications/subscription", { endpoint, keys });
  return true;
}

/** At sign-out: this device says no more about this person. */
export async function unsubscribe(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager?.getSubscription();
  if (!subscription) return;
  const { endpoint } = subscription;
  await request("DELETE", "/api/notifications/subscription", { endpoint });
  await subscription.unsubscribe();
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const base64 = base64url.replace(/-/g, "+").replace(/_/g, "/");
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

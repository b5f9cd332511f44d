import { useSyncExternalStore } from "react";
import type { WebPushKey } from "../contracts/notifications";
import { request } from "../gateway/request";
import { needsHomeScreen } from "./iphone";
import { choiceOf, choose, owner, setOwner } from "./choice";

/**
 * Whether notices come to this browser for who is signed in here. `blocked`: the browser has been
 * told to show none. `unknown`: it could not be found out yet.
 */
export type Push = "unknown" | "unsupported" | "blocked" | "off" | "on";

/** Nobody stays signed in for a push service that does not answer, in milliseconds. */
const SIGN_OUT_WAITS = 5_000;

const SUBSCRIPTION = "/api/notifications/subscription";

let state: Push = "unknown";
/** What the server has answered for since this window was opened. */
let confirmed: string | undefined;
/** Somebody signs out here; what was under way for her must not come to anything. */
let leaving = false;
const listeners = new Set<() => void>();

export function usePush(): Push {
  return useSyncExternalStore(follow, () => state);
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function say(next: Push): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Whether this person may be asked whether they want notices here: once on each device. */
export function mayOffer(personId: string): boolean {
  const possible = isSupported() ? Notification.permission !== "denied" : needsHomeScreen();
  return possible && choiceOf(personId) === undefined;
}

/** Not now, on this device; the menu still says yes later. */
export function declineOffer(personId: string): void {
  choose(personId, "no");
}

/**
 * Makes what this browser does fit who is signed in, or that nobody is: another person's notices
 * stop, and one's own come back where one has said yes before. Asks nobody anything.
 */
export function settle(personId: string | undefined): Promise<void> {
  leaving = false;
  return alone(async () => {
    if (!isSupported()) return say("unsupported");
    try {
      say(await settled(personId));
    } catch {
      say("unknown");
    }
  });
}

async function settled(personId: string | undefined): Promise<Push> {
  // Whose session ended by itself still hears here, until somebody else signs in.
  const stays = owner() !== undefined && (personId === undefined || owner() === personId);
  if (!stays) await forget();
  if (personId === undefined) return "unknown";
  if (Notification.permission === "denied") return "blocked";
  if (Notification.permission !== "granted" || choiceOf(personId) !== "yes") return "off";
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration) return "off";
  await subscribe(registration, personId);
  return "on";
}

/** Asks the person, then subscribes. Answers whether notices will come, and else why not. */
export async function turnOn(personId: string): Promise<Push> {
  const permission = await Notification.requestPermission();
  if (permission !== "granted") {
    const without = permission === "denied" ? "blocked" : "off";
    say(without);
    return without;
  }
  await alone(async () => {
    if (owner() !== personId) await forget();
    try {
      await subscribe(await navigator.serviceWorker.ready, personId);
    } catch (failure) {
      await drop().catch(() => undefined);
      say("off");
      throw failure;
    }
    choose(personId, "yes");
    say("on");
  });
  return "on";
}

export function turnOff(personId: string): Promise<void> {
  return alone(async () => {
    choose(personId, "no");
    try {
      await drop();
      say("off");
    } catch (failure) {
      say("unknown");
      throw failure;
    }
  });
}

/** At sign-out: this device says no more about this person, and nothing of it stays to be seen. */
export async function leave(): Promise<void> {
  if (!isSupported()) return;
  leaving = true;
  const patience = new Promise((enough) => setTimeout(enough, SIGN_OUT_WAITS));
  await Promise.race([Promise.allSettled([closeNotices(), drop()]), patience]);
  say("unknown");
}

/** Takes away the notices that are there to be seen. */
export async function closeNotices(): Promise<void> {
  if (!isSupported()) return;
  const registration = await navigator.serviceWorker.getRegistration();
  for (const notice of (await registration?.getNotifications?.()) ?? []) notice.close();
}

async function subscribe(registration: ServiceWorkerRegistration, personId: string): Promise<void> {
  const before = await registration.pushManager.getSubscription();
  if (before && before.endpoint === confirmed && owner() === personId) return;
  const { publicKey } = await request<WebPushKey>("GET", "/api/notifications/web-push-key");
  const applicationServerKey = bytesOf(publicKey);
  if (before && !isFor(applicationServerKey, before)) await before.unsubscribe();
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey,
  });
  if (leaving) {
    await subscription.unsubscribe();
    throw new Error("signing out");
  }
  setOwner(personId);
  const { endpoint, keys } = subscription.toJSON();
  await request("PUT", SUBSCRIPTION, { endpoint, keys });
  confirmed = endpoint;
}

/** What comes to somebody who is not signed in here: the server hears of it from the push service. */
async function forget(): Promise<void> {
  setOwner(undefined);
  confirmed = undefined;
  const [subscription] = await Promise.all([here(), closeNotices()]);
  await subscription?.unsubscribe();
}

/** Either end is enough for nothing to come; so the one is not waited for with the other. */
async function drop(): Promise<void> {
  setOwner(undefined);
  confirmed = undefined;
  const subscription = await here();
  if (!subscription) return;
  const { endpoint } = subscription;
  const ends = await Promise.allSettled([
    request("DELETE", SUBSCRIPTION, { endpoint }),
    subscription.unsubscribe(),
  ]);
  if (ends.every(({ status }) => status === "rejected")) throw new Error("still subscribed");
}

async function here(): Promise<PushSubscription | null | undefined> {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.pushManager.getSubscription();
}

function isSupported(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

/** One after the other, in all windows of this browser: they share one subscription. */
async function alone(work: () => Promise<void>): Promise<void> {
  await ("locks" in navigator ? navigator.locks.request("samsnakk.push", work) : work());
}

/** The server's key may be another by now; nothing comes under the one before. */
function isFor(key: Uint8Array, { options }: PushSubscription): boolean {
  const its = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return its.length === key.length && its.every((byte, at) => byte === key[at]);
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const base64 = base64url.replace(/-/g, "+").replace(/_/g, "/");
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

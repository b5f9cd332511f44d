import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { serverAnswers, type Asked } from "../shell/test-room";
import { FakeBrowser } from "./fake-browser";

let browser: FakeBrowser;
let asked: Asked[];
/** Whose each endpoint is, as the server knows it. */
let known: Map<string, string>;
let signedIn: string;

beforeEach(() => {
  browser = new FakeBrowser();
  known = new Map();
  asked = serverAnswers(({ method, path, body }) => {
    if (browser.offline) throw new TypeError("no network");
    const { endpoint } = (body ?? {}) as { endpoint: string };
    if (path.endsWith("key")) return { publicKey: "AQID" };
    if (method === "PUT") known.set(endpoint, signedIn);
    if (method === "DELETE") known.delete(endpoint);
    return {};
  });
});

afterEach(() => {
  browser.remove();
  vi.unstubAllGlobals();
});

/** The app, loaded anew. */
async function loaded(personId: string | undefined) {
  vi.resetModules();
  signedIn = personId ?? "nobody";
  const push = await import("./push");
  await push.settle(personId);
  return push;
}

const listener = () => (browser.endpoint === undefined ? undefined : known.get(browser.endpoint));

test("notices come back when one has signed out and in again on the same device", async () => {
  const push = await loaded("are");
  expect(await push.turnOn("are")).toBe("on");
  expect(listener()).toBe("are");
  await push.leave();
  expect(browser.endpoint).toBeUndefined();
  expect(known.size).toBe(0);

  await loaded("are");

  expect(listener()).toBe("are");
  expect(browser.asked).toBe(1);
});

test("after a sign-out that did not reach the server nothing comes here", async () => {
  const push = await loaded("are");
  await push.turnOn("are");
  browser.offline = true;

  await push.leave();

  expect(browser.endpoint).toBeUndefined();
});

test("what a sign-out could not end is ended when the app is opened next, by whomever", async () => {
  const push = await loaded("are");
  await push.turnOn("are");
  const { endpoint } = browser;
  await push.leave();
  browser.endpoint = endpoint;

  await loaded(undefined);

  expect(browser.endpoint).toBeUndefined();
});

test("whose session ended by itself still hears here, and not when another has signed in", async () => {
  await (await loaded("are")).turnOn("are");
  browser.notices = 1;
  await loaded(undefined);
  expect(listener()).toBe("are");
  expect(browser.notices).toBe(1);

  const push = await loaded("vera");

  expect(browser.endpoint).toBeUndefined();
  expect(browser.notices).toBe(0);
  expect(push.mayOffer("vera")).toBe(true);
});

test("another's yes is nobody else's: each has an address of their own", async () => {
  await (await loaded("are")).turnOn("are");
  const ares = browser.endpoint;
  await (await loaded("vera")).turnOn("vera");
  expect(listener()).toBe("vera");
  expect(browser.endpoint).not.toBe(ares);

  await loaded("are");

  expect(listener()).toBe("are");
});

test("a no lasts on this device, and can be taken back", async () => {
  let push = await loaded("are");
  expect(push.mayOffer("are")).toBe(true);
  push.declineOffer("are");
  push = await loaded("are");
  expect(push.mayOffer("are")).toBe(false);
  expect(push.mayOffer("vera")).toBe(true);

  expect(await push.turnOn("are")).toBe("on");

  expect(listener()).toBe("are");
});

test("who has turned them off is not turned on by signing in", async () => {
  const push = await loaded("are");
  await push.turnOn("are");
  await push.turnOff("are");
  expect(known.size).toBe(0);

  await loaded("are");

  expect(browser.endpoint).toBeUndefined();
});

test("a yes that the server has not heard is none", async () => {
  const push = await loaded("are");
  browser.offline = true;
  await expect(push.turnOn("are")).rejects.toThrow();
  expect(browser.endpoint).toBeUndefined();
  expect(push.mayOffer("are")).toBe(true);
});

test("what the server knows already is not told again in the same window", async () => {
  const push = await loaded("are");
  await push.turnOn("are");
  const before = asked.length;

  await push.settle("are");

  expect(asked).toHaveLength(before);
});

test("under another key of the server's this browser subscribes anew", async () => {
  const push = await loaded("are");
  await push.turnOn("are");
  const before = browser.endpoint;
  browser.key = [9, 9, 9];

  await loaded("are");

  expect(browser.endpoint).not.toBe(before);
  expect(listener()).toBe("are");
});

test("what was under way when she signed out comes to nothing", async () => {
  const push = await loaded("are");
  const answering = fetch;
  let answer: () => void = () => undefined;
  const held = new Promise<void>((go) => (answer = go));
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (path.endsWith("key")) await held;
    return answering(path, init);
  });
  const turningOn = push.turnOn("are");
  await vi.waitFor(() => expect(browser.asked).toBe(1));

  await push.leave();
  answer();

  await expect(turningOn).rejects.toThrow();
  expect(browser.endpoint).toBeUndefined();
  expect(known.size).toBe(0);
});

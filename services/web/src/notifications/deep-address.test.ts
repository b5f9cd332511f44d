import { afterEach, expect, test, vi } from "vitest";
import { isDeepAddress, pageFor } from "./deep-address";

afterEach(() => vi.useRealTimers());

const opens = (path: string, mode: RequestMode = "navigate") =>
  isDeepAddress({ mode, url: `https://samsnakk.example${path}` });
const page = (text: string) => Promise.resolve(new Response(text));
const never = () => new Promise<Response>(() => undefined);

test("only addresses within the app are the app's page", () => {
  expect(opens("/rooms/1")).toBe(true);
  expect(opens("/rooms/1?x=/auth/")).toBe(true);
  expect(
    ["/auth/login", "/auth/callback?code=1", "/api/rooms", "/auth"].some((it) => opens(it)),
  ).toBe(false);
  expect(opens("/rooms/1", "cors")).toBe(false);
  expect(opens("/")).toBe(false);
});

test("the server's page where it answers, the device's where there is no network", async () => {
  const answered = await pageFor(
    () => page("server"),
    () => page("device"),
  );
  expect(await answered.text()).toBe("server");
  const offline = await pageFor(
    () => Promise.reject(new TypeError("no network")),
    () => page("device"),
  );
  expect(await offline.text()).toBe("device");
});

test("nobody waits long for a server that does not answer", async () => {
  vi.useFakeTimers();
  const shown = pageFor(never, () => page("device"));
  await vi.advanceTimersByTimeAsync(4_000);
  expect(await (await shown).text()).toBe("device");
});

test("what is nowhere is an error, as without a service worker", async () => {
  const nowhere = pageFor(
    () => Promise.reject(new TypeError("no network")),
    () => Promise.resolve(undefined),
  );
  await expect(nowhere).rejects.toThrow("no network");
});

import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newQueryClient } from "../gateway/queries";
import { startLanguage } from "../language/language";
import { KeepsWritten } from "../shell/keepsWritten";
import { ARE, serverAnswers, type Asked } from "../shell/test-room";
import { useSession } from "./session";
import { SessionProvider } from "./SessionProvider";
import { Staying } from "./Staying";
import { AGAIN_AFTER, TOLD_EVERY } from "./staying";

const IDLE = 3600;
/** The server's side: when it ends the session. */
let endsAt: number;
let life: number;
let asked: Asked[];

function lasting() {
  const until = Math.min(endsAt, life);
  return { secondsLeft: Math.floor((until - Date.now()) / 1000), mayStay: endsAt < life };
}

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse("2026-11-26T10:00:00Z") });
  await startLanguage();
  endsAt = Date.now() + IDLE * 1000;
  life = Date.now() + 36_000_000;
  asked = serverAnswers(({ path }) => {
    if (Math.min(endsAt, life) <= Date.now()) return { signedIn: false };
    if (path === "/auth/activity") endsAt = Date.now() + IDLE * 1000;
    return path === "/auth/activity"
      ? lasting()
      : { signedIn: true, csrfToken: "token", me: ARE, ...lasting() };
  });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Window() {
  const { session } = useSession();
  return (
    <>
      <p>{session.kind}</p>
      <textarea aria-label="draft" />
      {session.kind === "signed-in" && <Staying initial={session.lasts} />}
    </>
  );
}

async function open(kept = true) {
  render(
    <QueryClientProvider client={newQueryClient()}>
      <SessionProvider>
        <KeepsWritten value={kept}>
          <Window />
        </KeepsWritten>
      </SessionProvider>
    </QueryClientProvider>,
  );
  await pass(0);
  screen.getByText("signed-in");
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const told = () => asked.filter(({ path }) => path === "/auth/activity").length;
const MINUTE = 60_000;

/** As the browser fires them for a person. */
async function does(act: "keyDown" | "pointerUp" | "wheel" | "touchMove") {
  fireEvent[act](screen.getByLabelText("draft"));
  await pass(0);
}

test("who does nothing is told two minutes before the end, and signed out at it", async () => {
  await open();
  await pass(57 * MINUTE);
  expect(screen.queryByRole("button")).toBeNull();
  await pass(1 * MINUTE + 1000);
  screen.getByRole("button", { name: "I am still here" });
  screen.getByText("signed-in");
  await pass(2 * MINUTE + 2000);
  screen.getByText("signed-out");
  expect(told()).toBe(0);
});

test("the notice stays under the finger until it is lifted: nobody taps what lies below it", async () => {
  await open();
  await pass(58 * MINUTE + 1000);
  fireEvent.pointerDown(screen.getByRole("button", { name: "I am still here" }));
  await pass(500);
  const button = screen.getByRole("button", { name: "I am still here" });
  fireEvent.pointerUp(button);
  fireEvent.click(button);
  await pass(0);
  expect(screen.queryByRole("button")).toBeNull();
});

test("who says that she is here stays, with what she has written", async () => {
  await open();
  fireEvent.change(screen.getByLabelText("draft"), { target: { value: "Hei" } });
  await pass(58 * MINUTE + 1000);
  fireEvent.click(screen.getByRole("button", { name: "I am still here" }));
  await pass(0);
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByLabelText<HTMLTextAreaElement>("draft").value).toBe("Hei");
  await pass(50 * MINUTE);
  screen.getByText("signed-in");
});

test.each(["keyDown", "pointerUp", "wheel", "touchMove"] as const)(
  "who goes on (%s) is not even told",
  async (act) => {
    await open();
    for (let minutes = 0; minutes < 180; minutes += 20) {
      await does(act);
      await pass(20 * MINUTE);
      expect(screen.queryByRole("button")).toBeNull();
    }
    screen.getByText("signed-in");
  },
);

test("a page that scrolls and focuses by itself is not the person", async () => {
  await open();
  for (let minutes = 0; minutes < 62; minutes += 1) {
    fireEvent.scroll(window);
    fireEvent.focus(screen.getByLabelText("draft"));
    fireEvent.mouseMove(window);
    await pass(MINUTE);
  }
  screen.getByText("signed-out");
  expect(told()).toBe(0);
});

test("a busy person is told of once a minute", async () => {
  await open();
  for (let strokes = 0; strokes < 100; strokes += 1) await does("keyDown");
  expect(told()).toBe(1);
  await pass(TOLD_EVERY);
  await does("keyDown");
  expect(told()).toBe(2);
});

test("what was not heard is said again with an act a little later, not with each", async () => {
  await open();
  const answering = fetch;
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
  await does("keyDown");
  vi.stubGlobal("fetch", answering);
  await does("keyDown");
  expect(told()).toBe(0);
  await pass(AGAIN_AFTER);
  await does("keyDown");
  expect(told()).toBe(1);
});

test("the end of the whole life is told too, and that nothing is lost", async () => {
  life = Date.now() + 10 * MINUTE;
  await open();
  await pass(9 * MINUTE);
  await does("keyDown");
  screen.getByText(/will be here when you sign in again/);
  fireEvent.click(screen.getByRole("button", { name: "All right" }));
  expect(screen.queryByRole("button")).toBeNull();
  await pass(MINUTE + 2000);
  screen.getByText("signed-out");
});

test("where the browser keeps nothing it is not said that what is written will be here", async () => {
  await open(false);
  await pass(58 * MINUTE);
  screen.getByText(/this browser cannot keep it/);
  expect(document.body.textContent).not.toMatch(/will be here/);
});

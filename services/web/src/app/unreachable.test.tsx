import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Fragment, type ComponentType, type ReactNode } from "react";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fromDevice, intentionOf, type Answer } from "../answers/answer";
import { shelfOf } from "../answers/shelf";
import { Keeping } from "../conversation/keeping";
import { KeepingProvider } from "../conversation/KeepingProvider";
import { OwnWindow } from "../conversation/ownWindow";
import { isAnswer, Vault } from "../conversation/vault";
import { newQueryClient } from "../gateway/queries";
import { startLanguage } from "../language/language";
import { forgetHere, rememberHere } from "../session/lastHere";
import { isIntended, signInAgainFor } from "../session/intention";
import { SessionContext, type Session } from "../session/session";
import { ARE, aresRoom, serverAnswers } from "../shell/test-room";
import { Shell } from "./Shell";
import { Unreachable } from "./Unreachable";

const look = vi.fn(() => Promise.resolve());
const SESSION = {
  session: { kind: "unreachable" as const },
  retry: vi.fn(),
  look,
  signOut: () => Promise.resolve(),
  lost: () => undefined,
};

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  await startLanguage();
  const keeping = await Keeping.of("are");
  keeping.keepDraft("room", "Halvferdig");
  keeping.keepOutbox("room", [
    { clientId: "1", body: "Skrevet på bussen", composedAt: "", state: { kind: "waiting" } },
  ]);
  vi.spyOn(Keeping, "of").mockResolvedValue(keeping);
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  look.mockClear();
});

function opened(Around: ComponentType<{ children: ReactNode }> = Fragment) {
  render(
    <QueryClientProvider client={newQueryClient()}>
      <SessionContext value={SESSION}>
        <MemoryRouter>
          <Around>
            <Unreachable />
          </Around>
        </MemoryRouter>
      </SessionContext>
    </QueryClientProvider>,
  );
}

test("what was written is there, the message and the draft", async () => {
  rememberHere(ARE, Date.now() + 60_000);
  opened();
  expect(await screen.findByText("Skrevet på bussen")).toBeTruthy();
  expect(screen.getByText("Halvferdig")).toBeTruthy();
});

test("where the device keeps nothing it is what the page has, and said to be no longer than it", async () => {
  vi.mocked(Keeping.of).mockRestore();
  vi.stubGlobal("indexedDB", {
    open() {
      throw new Error("keeps nothing");
    },
  });
  const keeping = await Keeping.of("are");
  keeping.keepDraft("room", "Halvferdig");
  vi.spyOn(Keeping, "of").mockResolvedValueOnce(await Keeping.of("are"));
  vi.spyOn(Keeping, "of").mockResolvedValue(keeping);
  rememberHere(ARE, Date.now() + 60_000);
  opened(({ children }) => <KeepingProvider personId="are">{children}</KeepingProvider>);
  await screen.findByText("Halvferdig");
  screen.getByText(/så lenge dette vinduet er åpent|as long as this window is open/);
  expect(document.body.textContent).not.toMatch(/tatt vare på|ikke borte|is kept|not lost/);
  cleanup();
  vi.unstubAllGlobals();
});

test.each([
  ["goes once there is a network", Date.now() + 60_000, true],
  ["does not go by itself", 0, false],
])("R4: so is a withdrawal that is not known to be in force: it %s", async (_, goesUntil, goes) => {
  rememberHere(ARE, Date.now() + 60_000);
  const withdrawal = { kind: "withdrawal", roomId: "room" } as const;
  vi.spyOn(Keeping.prototype, "everything").mockResolvedValue([
    { key: "withdrawal", kind: "answer", answer: withdrawal, heardUntil: 1, goesUntil },
  ]);
  opened();
  const told = await screen.findByText(/whether your consent is withdrawn/);
  expect(/It goes by itself/.test(told.textContent)).toBe(goes);
});

describe("an answer that a closed page has left", () => {
  const ROOM = { roomId: "room", called: "Samordne hjelpen" };
  const APPROVAL = { kind: "approval", ...ROOM, seatId: "frida", name: "Frida" } as const;
  const YES = { ...APPROVAL, decision: "APPROVED" } as const;
  const WITHDRAWAL = { kind: "withdrawal", ...ROOM, seen: { accessEpoch: 1 } } as const;

  beforeEach(() => rememberHere(ARE, Date.now() + 60_000));

  const left = (answer: Answer, ...until: number[]) =>
    shelfOf("are", new OwnWindow(undefined)).put(answer, ...until);

  async function liesThere() {
    const vault = await Vault.open();
    const answers = (await vault.all("are")).filter(({ place }) => isAnswer(place));
    const lying = answers.map(({ text }) => fromDevice(text));
    vault.close();
    return lying;
  }

  function shell(session: Session) {
    return (
      <QueryClientProvider client={queries}>
        <SessionContext value={{ ...SESSION, session }}>
          <MemoryRouter initialEntries={["/rooms/room"]}>
            <Shell />
          </MemoryRouter>
        </SessionContext>
      </QueryClientProvider>
    );
  }
  let queries = newQueryClient();
  const unreachable = () => {
    queries = newQueryClient();
    return render(shell({ kind: "unreachable" }));
  };

  test("that needs its person: nothing says that he need do nothing, and its room is named", async () => {
    await left(YES, 0);
    unreachable();
    const told = await screen.findByText(/Frida is not approved/);
    expect(told.textContent).toMatch(/The room in question: Samordne hjelpen/);
    await screen.findByText(/may have to do something again once we get through/);
    expect(document.body.textContent).not.toMatch(/nothing you need to do/);
  });

  test("where there is none he need do nothing, which is said once that is known", async () => {
    unreachable();
    expect(document.body.textContent).not.toMatch(/nothing you need to do/);
    await screen.findByText(/nothing you need to do/);
  });

  test("R5: that would go by itself can be called off there, and is called off for good", async () => {
    await left(WITHDRAWAL, 0, Date.now() + 60_000);
    unreachable();
    await screen.findByText(/Your consent is not withdrawn.*It goes by itself/);
    await userEvent.click(await screen.findByRole("button", { name: "Do not do it after all" }));
    expect(screen.queryByText(/Your consent is not withdrawn/)).toBeNull();
    await waitFor(async () => expect(await liesThere()).toEqual([]));
    // What is read of the device later brings it back no more.
    await Promise.resolve();
    expect(screen.queryByText(/Your consent is not withdrawn/)).toBeNull();
  });

  test("R4: that may have been heard can be called off, and is looked after still", async () => {
    await left(WITHDRAWAL, Date.now() + 60_000, Date.now() + 60_000);
    unreachable();
    await screen.findByText(/do not know whether your consent is withdrawn/);
    await userEvent.click(await screen.findByRole("button", { name: "Do not try again" }));
    await screen.findByText(/do not know whether your consent is withdrawn.*We look again/);
    await waitFor(async () => expect((await liesThere())[0]?.goesUntil).toBe(0));
  });

  test("whose person is on the way to a sign-in can be called off, and is not given on the way back", async () => {
    await left(YES, 0);
    vi.stubGlobal("location", { pathname: "/rooms/room/approvals", assign: vi.fn() });
    signInAgainFor(intentionOf(YES), YES, ARE.signedInAt);
    vi.unstubAllGlobals();
    expect(isIntended(intentionOf(YES))).toBe(true);
    unreachable();
    await screen.findByText(/Frida is not approved/);
    await userEvent.click(await screen.findByRole("button", { name: "Do not do it after all" }));
    expect(isIntended(intentionOf(YES))).toBe(false);
    await waitFor(async () => expect(await liesThere()).toEqual([]));
  });

  test("R4: sends nothing while there is no server, and goes on from there once she is signed in", async () => {
    const log = serverAnswers(({ method }) =>
      aresRoom({ status: method === "GET" ? "ACTIVE" : "WITHDRAWN" }),
    );
    await left(WITHDRAWAL, 0, Date.now() + 60_000);
    const { rerender } = unreachable();
    await screen.findByText(/Your consent is not withdrawn/);
    await new Promise((done) => setTimeout(done, 100));
    expect(log).toEqual([]);
    rerender(shell({ kind: "signed-in", me: ARE, lasts: { endsAt: Infinity, mayStay: true } }));
    await waitFor(() =>
      expect(log.map(({ method, path }) => `${method} ${path}`)).toContain(
        "POST /api/rooms/room/withdrawal",
      ),
    );
    vi.unstubAllGlobals();
  });
});

test.each([
  ["whose session would be over by now", () => rememberHere(ARE, Date.now() - 1)],
  ["who has signed out", forgetHere],
])("of one %s nothing is shown", async (_, before) => {
  before();
  opened();
  await Promise.resolve();
  expect(screen.queryByText("Skrevet på bussen")).toBeNull();
});

test("it goes on by itself, ever more seldom", async () => {
  vi.useFakeTimers();
  opened();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(look).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(look).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(600_000);
  const often = look.mock.calls.length;
  expect(often).toBeLessThan(20);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(look.mock.calls.length).toBe(often + 1);
});

test("it goes on at once when the network is back, and when she comes back to the window", () => {
  vi.useFakeTimers();
  opened();
  window.dispatchEvent(new Event("online"));
  expect(look).toHaveBeenCalledTimes(1);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(look).toHaveBeenCalledTimes(2);
});

test("it goes on although a network swallows what is asked, and ends when the page is left", async () => {
  vi.useFakeTimers();
  look.mockReturnValue(new Promise(() => undefined));
  opened();
  await vi.advanceTimersByTimeAsync(3_000 + 10_000 + 6_000);
  expect(look).toHaveBeenCalledTimes(2);
  cleanup();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(look).toHaveBeenCalledTimes(2);
  look.mockReset();
});

test("it is a page with a heading, a title and whom to ring, and says what came of an attempt", async () => {
  opened();
  const heading = screen.getByRole("heading", { level: 1, name: "We cannot get through" });
  expect(document.activeElement).toBe(heading);
  expect(document.title).toBe("We cannot get through – Samsnakk");
  const numbers = screen.getAllByRole("link").map((link) => link.getAttribute("href"));
  expect(numbers).toEqual(["tel:113", "tel:116117"]);

  const again = screen.getByRole("button", { name: "Try again" });
  await userEvent.click(again);
  expect(document.activeElement).toBe(again);
  expect(look).toHaveBeenCalledTimes(1);
  const told = screen.getByRole("status");
  await waitFor(() => expect(told.textContent).toMatch(/Still no answer/));
});

test("who was on it when it gives way is where the page begins, and is told why", async () => {
  const shell = (session: Session) => (
    <QueryClientProvider client={newQueryClient()}>
      <SessionContext value={{ ...SESSION, session }}>
        <MemoryRouter>
          <Shell />
        </MemoryRouter>
      </SessionContext>
    </QueryClientProvider>
  );
  const { rerender } = render(shell({ kind: "unreachable" }));
  expect(screen.queryByText(/answers again/)).toBeNull();
  rerender(shell({ kind: "signed-out" }));
  await screen.findByText("Samsnakk answers again.");
  expect(document.activeElement).toBe(screen.getByRole("main"));
});

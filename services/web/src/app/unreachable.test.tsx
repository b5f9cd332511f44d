import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { Fragment, type ComponentType, type ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Keeping } from "../conversation/keeping";
import { KeepingProvider } from "../conversation/KeepingProvider";
import { newQueryClient } from "../gateway/queries";
import { startLanguage } from "../language/language";
import { forgetHere, rememberHere } from "../session/lastHere";
import { SessionContext } from "../session/session";
import { ARE } from "../shell/test-room";
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
        <Around>
          <Unreachable />
        </Around>
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

test("R4: so is a withdrawal that is not known to be in force", async () => {
  rememberHere(ARE, Date.now() + 60_000);
  const withdrawal = { kind: "withdrawal", roomId: "room" } as const;
  vi.spyOn(Keeping.prototype, "everything").mockResolvedValue([
    { key: "withdrawal", kind: "answer", answer: withdrawal, heardUntil: 1 },
  ]);
  opened();
  await screen.findByText(/vet ikke om samtykket er trukket|whether your consent is withdrawn/);
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

test("it goes on by itself, and at once when the network is back", () => {
  vi.useFakeTimers();
  opened();
  vi.advanceTimersByTime(10_000);
  expect(look).toHaveBeenCalledTimes(2);
  window.dispatchEvent(new Event("online"));
  expect(look).toHaveBeenCalledTimes(3);
});

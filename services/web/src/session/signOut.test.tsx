import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode } from "react";
import { MemoryRouter, Route, Routes } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Keeping } from "../conversation/keeping";
import { startLanguage } from "../language/language";
import { ARE } from "../shell/test-room";
import { SessionContext } from "./session";
import { SIGN_OUT, SignOutScreen } from "./SignOutScreen";

let keeping: Keeping;
const signOut = vi.fn(() => Promise.resolve());

vi.mock("../conversation/ConversationsProvider", () => ({
  useConversations: () => ({ keeping }),
}));

beforeEach(async () => {
  await startLanguage();
  keeping = await Keeping.of("are");
});

afterEach(() => {
  cleanup();
  signOut.mockClear();
});

function arrives(state: unknown = SIGN_OUT.state) {
  const session = { kind: "signed-in" as const, me: ARE, lasts: { endsAt: 0, mayStay: true } };
  const nothing = () => undefined;
  const actions = {
    session,
    signOut,
    retry: nothing,
    lost: nothing,
    look: () => Promise.resolve(),
  };
  render(
    <StrictMode>
      <SessionContext value={actions}>
        <MemoryRouter initialEntries={[{ pathname: SIGN_OUT.to, state }]}>
          <Routes>
            <Route path={SIGN_OUT.to} element={<SignOutScreen />} />
            <Route path="*" element={<p>another screen</p>} />
          </Routes>
        </MemoryRouter>
      </SessionContext>
    </StrictMode>,
  );
}

const tap = async (name: RegExp) => userEvent.click(await screen.findByRole("button", { name }));

test("who has nothing unsent is signed out at once", async () => {
  arrives();
  await waitFor(() => expect(signOut).toHaveBeenCalled());
});

test.each([
  ["a draft", () => keeping.keepDraft("room", "Halvferdig")],
  ["a message", () => keeping.keepOutbox("room", [unsent("Halvferdig")])],
  ["what a closed room did not take", () => strand("Halvferdig")],
])("%s that would be lost is shown first, and one is asked", async (_, write) => {
  write();
  arrives();
  await screen.findByText("Halvferdig");
  expect(signOut).not.toHaveBeenCalled();
  expect(document.body.textContent).not.toMatch(/når du har nett|when you have a network/);
  await tap(/Logg ut likevel|Sign out all the same/);
  expect(signOut).toHaveBeenCalledOnce();
});

test("a device that does not say what lies on it keeps nobody signed in", async () => {
  vi.spyOn(keeping, "everything").mockReturnValue(new Promise(() => undefined));
  vi.useFakeTimers({ shouldAdvanceTime: true });
  arrives();
  await vi.advanceTimersByTimeAsync(2_900);
  expect(signOut).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  vi.useRealTimers();
  await waitFor(() => expect(signOut).toHaveBeenCalledOnce());
});

test("who stays loses nothing", async () => {
  keeping.keepDraft("room", "Halvferdig");
  arrives();
  await tap(/Ikke logg ut|Do not sign out/);
  screen.getByText("another screen");
  expect(signOut).not.toHaveBeenCalled();
  expect(keeping.draft("room")).toBe("Halvferdig");
});

test("an address alone signs nobody out", async () => {
  arrives(null);
  await screen.findByRole("button", { name: /^(Logg ut|Sign out)$/ });
  expect(signOut).not.toHaveBeenCalled();
});

function unsent(body: string) {
  return { clientId: "1", body, composedAt: "", state: { kind: "waiting" as const } };
}

function strand(body: string) {
  keeping.keepDraft("room", body);
  keeping.strand("room");
}

import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newQueryClient } from "../gateway/queries";
import { chooseLanguage, startLanguage } from "../language/language";
import { rememberHere } from "../session/lastHere";
import { SessionContext, type Session } from "../session/session";
import { Unbroken } from "../shell/Unbroken";
import { ARE } from "../shell/test-room";
import { firstPage } from "./firstPage";
import { Shell } from "./Shell";

beforeEach(async () => {
  await startLanguage();
  await chooseLanguage("nb");
});

afterEach(cleanup);

function shown(session: Session) {
  const actions = {
    session,
    retry: () => undefined,
    look: () => Promise.resolve(),
    signOut: () => Promise.resolve(),
    lost: () => undefined,
  };
  return render(
    <QueryClientProvider client={newQueryClient()}>
      <SessionContext value={actions}>
        <MemoryRouter>
          <Shell />
        </MemoryRouter>
      </SessionContext>
    </QueryClientProvider>,
  );
}

const welcome = () => screen.queryByRole("link", { name: "Logg inn med BankID" });

test("who comes for the first time has the welcome before the server has answered", () => {
  shown({ kind: "loading" });
  expect(welcome()).not.toBeNull();
});

test("who was signed in here does not see it, and waits", () => {
  rememberHere(ARE, Date.now() + 60_000);
  shown({ kind: "loading" });
  expect(welcome()).toBeNull();
  expect(screen.getByRole("status")).toBeTruthy();
});

test.each(["nb", "nn", "en"] as const)(
  "in %s the page says before the app has started what it says after",
  async (language) => {
    await chooseLanguage(language);
    const { container } = shown({ kind: "loading" });
    const before = document.createElement("div");
    before.innerHTML = await firstPage(language);
    const drawn = before.querySelector(".first__frame")?.textContent;
    expect(drawn).toBe(container.textContent);
    expect(drawn?.length).toBeGreaterThan(300);
  },
);

test("a room takes its places before anybody knows more of it, and the app's line never stands there", async () => {
  rememberHere(ARE, Date.now() + 60_000);
  window.history.replaceState(null, "", "/rooms/0199");
  const { container } = shown({ kind: "loading" });
  expect(container.querySelector(".main > .room .room__line")).not.toBeNull();
  screen.getByRole("link", { name: /116 117/ });

  const before = document.createElement("div");
  before.innerHTML = await firstPage("nb");
  const room = before.querySelector(".first__room");
  expect(room?.textContent).toBe(container.textContent);
  expect(room?.querySelector(".main > .room .room__line")).not.toBeNull();
  window.history.replaceState(null, "", "/");
});

test("a fault while drawing is told, with a way on", () => {
  vi.spyOn(console, "error").mockReturnValue(undefined);
  const Faulty = () => {
    throw new Error("a fault of our own");
  };
  render(
    <Unbroken>
      <Faulty />
    </Unbroken>,
  );
  expect(screen.getByRole("heading", { name: "Noe gikk galt på denne siden." })).toBeTruthy();
});

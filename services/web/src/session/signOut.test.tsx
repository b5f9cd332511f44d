import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { StrictMode, useSyncExternalStore } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { Link, MemoryRouter, Route, Routes } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isQuick } from "../answers/given";
import { AnswersProvider, useAnswers } from "../answers/AnswersProvider";
import { shelfOf } from "../answers/shelf";
import { FakeLocks } from "../conversation/fake-locks";
import { OwnWindow } from "../conversation/ownWindow";
import { Vault } from "../conversation/vault";
import { newQueryClient } from "../gateway/queries";
import { Keeping } from "../conversation/keeping";
import { startLanguage } from "../language/language";
import { keepBegun, type Filled } from "../rooms/begun";
import { ARE, aresRoom, serverAnswers } from "../shell/test-room";
import { SessionContext } from "./session";
import { SIGN_OUT } from "./signOut";
import { SignOutScreen } from "./SignOutScreen";

const WITHDRAWAL = { kind: "withdrawal", roomId: "room", seen: { accessEpoch: 1 } } as const;
const NOT_YET = /ikke trukket ennå|not withdrawn yet/;
const NOT = /Samtykket er ikke trukket\.|Your consent is not withdrawn\./;
const UNSURE = /vet ikke om samtykket er trukket|do not know whether your consent is withdrawn/;
const DONE = /Samtykket er trukket\.|Your consent is withdrawn\./;
const LOST = /Logger du ut, slettes det du har svart|what you have answered is deleted/;

let keeping: Keeping;
const signOut = vi.fn(() => Promise.resolve());

vi.mock("../conversation/ConversationsProvider", () => ({
  useConversations: () => ({ keeping }),
}));

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  await startLanguage();
  keeping = await Keeping.of("are");
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  signOut.mockClear();
});

function arrives(state: unknown = SIGN_OUT.state, at: string = SIGN_OUT.to) {
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
        <QueryClientProvider client={newQueryClient()}>
          <AnswersProvider personId={ARE.personId} signedIn>
            <MemoryRouter initialEntries={[{ pathname: at, state }]}>
              <Routes>
                <Route path={SIGN_OUT.to} element={<SignOutScreen />} />
                <Route path="/consent" element={<Withdraws />} />
                <Route path="*" element={<p>another screen</p>} />
              </Routes>
            </MemoryRouter>
          </AnswersProvider>
        </QueryClientProvider>
      </SessionContext>
    </StrictMode>,
  );
}

function Withdraws() {
  const answers = useAnswers();
  const given = useSyncExternalStore(answers.subscribe, () => answers.to("withdrawal room"));
  return (
    <>
      <p>{isQuick(given) ? "under way" : "settled"}</p>
      <button onClick={() => answers.give(WITHDRAWAL)}>withdraw</button>
      <Link {...SIGN_OUT}>sign out</Link>
    </>
  );
}

const FIELDS = { roleId: "role", name: "", email: "", purpose: "" };

async function begins(email: string, sent: Filled[] = []): Promise<void> {
  const at = new Date().toISOString();
  const fields = { ...FIELDS, email };
  await keepBegun(ARE.personId, { roomId: "new", fields, invited: [], sent, at });
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

test("what she has begun to propose is shown first too, whatever of it is filled in", async () => {
  await begins("per@example.com");
  arrives();
  await screen.findByText("per@example.com");
  screen.getByText(/^(Forslag til rom, ikke foreslått|A room to propose, not proposed)$/);
  expect(signOut).not.toHaveBeenCalled();
});

test("of one that was sent it is not said that it has not come through", async () => {
  await begins("per@example.com", [{ fields: FIELDS, invited: [] }]);
  arrives();
  await screen.findByText(/Det kan ha kommet fram|It may have come through/);
});

test("what another window has sent since does not stand here as not sent, and nobody is signed out unasked", async () => {
  const other = await Keeping.of("are");
  other.keepOutbox("room", [unsent("Halvferdig")]);
  await other.settled();
  await keeping.fetchOthers();
  expect(keeping.outbox("room")).toHaveLength(1);
  arrives();
  await screen.findByText("Halvferdig");
  other.keepOutbox("room", []);
  await screen.findByText(/ingenting usendt|nothing unsent/i, {}, { timeout: 5_000 });
  expect(screen.queryByText("Halvferdig")).toBeNull();
  expect(signOut).not.toHaveBeenCalled();
});

test("what another window writes as she taps is shown first", async () => {
  arrives(null);
  const button = await screen.findByRole("button", { name: /^(Logg ut|Sign out)$/ });
  const other = await Keeping.of("are");
  other.keepOutbox("room", [unsent("I siste liten")]);
  await other.settled();
  await userEvent.click(button);
  await screen.findByText("I siste liten");
  expect(signOut).not.toHaveBeenCalled();
});

test("what another window has written since is told before it is lost", async () => {
  keeping.keepDraft("room", "Halvferdig");
  arrives();
  await screen.findByText("Halvferdig");
  const other = await Keeping.of("are");
  other.keepOutbox("room", [unsent("Skrevet nå")]);
  await screen.findByText("Skrevet nå", {}, { timeout: 5_000 });
});

test("a device that does not say what lies on it keeps nobody signed in", async () => {
  vi.spyOn(keeping, "everything").mockReturnValue(new Promise(() => undefined));
  vi.useFakeTimers();
  arrives();
  await vi.advanceTimersByTimeAsync(2_900);
  expect(signOut).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  vi.useRealTimers();
  await waitFor(() => expect(signOut).toHaveBeenCalledOnce());
});

test("what this window has itself is asked about, also where the device does not answer", async () => {
  keeping.keepDraft("room", "Halvferdig");
  await keeping.settled();
  await begins("per@example.com");
  let answer: () => void = () => undefined;
  const late = new Promise<never[]>((resolve) => (answer = () => resolve([])));
  vi.spyOn(Vault.prototype, "all").mockReturnValue(late);
  vi.useFakeTimers();
  arrives();
  await vi.advanceTimersByTimeAsync(3_100);
  vi.useRealTimers();
  await screen.findByText("Halvferdig");
  screen.getByText("per@example.com");
  expect(signOut).not.toHaveBeenCalled();
  answer();
});

test("neither is what it cannot read taken for nothing", async () => {
  await begins("per@example.com");
  vi.spyOn(Vault.prototype, "all").mockRejectedValue(new Error("cannot be read"));
  arrives();
  await screen.findByText("per@example.com");
  expect(signOut).not.toHaveBeenCalled();
});

test("a device that is slow to answer is asked one look after the other", async () => {
  const never = new Promise<never>(() => undefined);
  const asked = vi.spyOn(keeping, "everything").mockReturnValue(never);
  vi.useFakeTimers();
  arrives();
  const atFirst = asked.mock.calls.length;
  await vi.advanceTimersByTimeAsync(2_900);
  vi.useRealTimers();
  expect(asked).toHaveBeenCalledTimes(atFirst);
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

let online: boolean;
let refused: boolean;

/** She has withdrawn, and goes from there to sign out. */
async function withdrawsAndSignsOut() {
  vi.spyOn(navigator, "onLine", "get").mockImplementation(() => online);
  serverAnswers(({ method }) => {
    if (method === "GET") return aresRoom({ status: "ACTIVE" });
    return refused ? new Response("", { status: 500 }) : aresRoom({ status: "WITHDRAWN" });
  });
  arrives(null, "/consent");
  await tap(/withdraw/);
  await screen.findByText("settled");
  await userEvent.click(screen.getByRole("link", { name: "sign out" }));
}

test("R4: an answer that waits is said to wait, also where the device keeps nothing, and what signing out does to it", async () => {
  const open = () => {
    throw new Error("keeps nothing");
  };
  vi.stubGlobal("indexedDB", { open });
  keeping = await Keeping.of("are");
  online = false;
  await withdrawsAndSignsOut();
  await screen.findByText(NOT_YET);
  screen.getByText(LOST);
  expect(screen.queryByText(UNSURE)).toBeNull();
  expect(signOut).not.toHaveBeenCalled();
});

test("R4: one that is refused is said not to be so, once", async () => {
  [online, refused] = [true, true];
  await withdrawsAndSignsOut();
  expect(await screen.findAllByText(NOT)).toHaveLength(1);
  screen.getByText(LOST);
  expect(screen.queryByText(UNSURE)).toBeNull();
});

test("one that gets through while she reads of it is told, and signs nobody out unasked", async () => {
  [online, refused] = [false, false];
  await withdrawsAndSignsOut();
  await screen.findByText(NOT_YET);
  online = true;
  window.dispatchEvent(new Event("online"));
  await screen.findByText(DONE);
  expect(signOut).not.toHaveBeenCalled();
});

test("one that is known to be so asks nobody", async () => {
  [online, refused] = [true, false];
  await withdrawsAndSignsOut();
  await waitFor(() => expect(signOut).toHaveBeenCalled());
});

test("loaded anew, the page says which of two rooms an answer was for, and asks for the list once", async () => {
  const rooms = ["Samordne hjelpen", "Noe annet"].map((purpose, nr) =>
    aresRoom({ roomId: nr === 0 ? "room" : "other", status: "ACTIVE", purpose }),
  );
  const asked = serverAnswers(({ path }) => (path === "/api/rooms" ? { items: rooms } : rooms[0]));
  await shelfOf("are", new OwnWindow(undefined)).put(WITHDRAWAL, 0);
  arrives(null);
  await screen.findAllByText(NOT);
  await screen.findAllByText("Samordne hjelpen");
  expect(asked.filter(({ path }) => path === "/api/rooms")).toHaveLength(1);
});

test.each([
  ["was never sent", 0, NOT],
  ["may be heard", Date.now() + 60_000, UNSURE],
])("of one in another window that %s no more is said", async (_, heardUntil, told) => {
  serverAnswers(() => aresRoom({ status: "ACTIVE" }));
  const browser = new FakeLocks();
  vi.spyOn(OwnWindow.prototype, "gone").mockResolvedValue(new Set());
  await shelfOf("are", new OwnWindow(browser.ofWindow().locks)).put(WITHDRAWAL, heardUntil);
  arrives();
  await screen.findByText(told);
  screen.getByText(LOST);
  expect(signOut).not.toHaveBeenCalled();
});

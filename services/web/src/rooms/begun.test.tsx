import { useQueryClient } from "@tanstack/react-query";
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { Route, Routes } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RoomSummary } from "../contracts/rooms";
import { FakeLocks } from "../conversation/fake-locks";
import { wipeKept } from "../conversation/keeping";
import { Vault } from "../conversation/vault";
import {
  aresRoom,
  renderFor,
  serverAnswers,
  VERA,
  VERAS_ROLE,
  type Asked,
} from "../shell/test-room";
import { allBegun, isOnlyHere, keepBegun, renameBegun, type Begun, type Filled } from "./begun";
import { ProposeForm } from "./ProposeForm";
import { anyRoomMayHaveChanged } from "./rooms";

const NAME = /Pasientens navn|The patient's name/;
const NUMBER = /fødselsnummer|identity number/;
const PURPOSE = /Hva skal rommet|What is the room/;
const FROM_BEFORE = /Skriv fødselsnummeret på nytt|Write the identity number again/;
const AS_FIRST_WRITTEN = /slik du skrev det først|as you first wrote it/;
const START_OVER = /Begynn på nytt|Start over/;

beforeEach(() => {
  listAnswers = undefined;
  globalThis.indexedDB = new IDBFactory();
});

afterEach(async () => {
  cleanup();
  // What is still being written belongs to this test.
  await allBegun("vera");
  Reflect.deleteProperty(navigator, "locks");
  vi.unstubAllGlobals();
});

/** Where the list does not answer at once. */
let listAnswers: (() => Promise<unknown>) | undefined;

async function veraProposes(list: RoomSummary[] = [], put?: (asked: Asked) => unknown) {
  const asked = serverAnswers((request) =>
    request.method === "PUT" ? put?.(request) : (listAnswers?.() ?? { items: list }),
  );
  await renderFor(
    VERA,
    <Routes>
      <Route
        path="/"
        element={
          <>
            <h1 tabIndex={-1}>Propose</h1>
            <ProposeForm roles={[VERAS_ROLE]} />
            <Hears />
          </>
        }
      />
      <Route path="rooms/:roomId" element={<p>the room</p>} />
    </Routes>,
  );
  return asked;
}

/** The list is asked for again, as when the socket says that something has changed. */
async function comesAnew(): Promise<void> {
  await userEvent.click(screen.getByText("hear"));
}

function Hears() {
  const queries = useQueryClient();
  return <button onClick={() => anyRoomMayHaveChanged(queries)}>hear</button>;
}

async function fills(): Promise<void> {
  await userEvent.type(await screen.findByLabelText(NUMBER), "11858910082");
  await userEvent.type(screen.getByLabelText(NAME), "Are Nordmann");
  await userEvent.type(screen.getByLabelText(PURPOSE), "Bytte av time");
}

/** What lies on the device, once that has been written. */
async function kept(isSo: (begun: Begun | undefined) => boolean): Promise<Begun | undefined> {
  return vi.waitFor(async () => {
    const [begun] = await allBegun("vera");
    expect(isSo(begun)).toBe(true);
    return begun;
  });
}

const isWhole = (begun?: Begun) => begun?.fields.purpose === "Bytte av time";
const isNothing = (begun?: Begun) => begun === undefined;

const FILLED: Filled = {
  fields: { roleId: "role", name: "Are Nordmann", email: "", purpose: "Bytte av time" },
  invited: [],
};

async function lies(begun: Partial<Begun>): Promise<void> {
  const at = new Date().toISOString();
  await keepBegun("vera", { roomId: "before", ...FILLED, sent: [], at, ...begun });
}

const propose = async () =>
  userEvent.click(screen.getByRole("button", { name: /Foreslå rommet|Propose the room/ }));
const roomIdOf = ({ path }: Asked) => path.split("/").at(-1) ?? "";
const room = (asked: Asked) => aresRoom({ roomId: roomIdOf(asked), status: "PROPOSED" });
const refusal = (code: string) =>
  Response.json(
    { code, status: 409 },
    { status: 409, headers: { "content-type": "application/problem+json" } },
  );
const puts = (asked: Asked[]) => asked.filter(({ method }) => method === "PUT").map(roomIdOf);

test("what she has filled in is there when she comes back, but not the identity number", async () => {
  await veraProposes();
  await fills();
  const begun = await kept(isWhole);
  expect(JSON.stringify(begun)).not.toContain("11858910082");
  cleanup();

  await veraProposes();

  expect(await screen.findByDisplayValue("Are Nordmann")).toBeTruthy();
  expect(screen.getByDisplayValue("Bytte av time")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(NUMBER).value).toBe("");
  expect(screen.getByText(FROM_BEFORE)).toBeTruthy();
});

test("who begins for the first time is told of nothing from before", async () => {
  await veraProposes();
  await fills();
  expect(screen.queryByText(FROM_BEFORE)).toBeNull();
});

test("who starts over has an empty form, and nothing of it is left", async () => {
  await lies({});
  await veraProposes();
  await userEvent.click(await screen.findByText(START_OVER));

  expect((await screen.findByLabelText<HTMLInputElement>(NAME)).value).toBe("");
  expect(screen.queryByText(FROM_BEFORE)).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
  await kept(isNothing);
});

test("what is emptied again is not kept", async () => {
  await lies({ fields: { roleId: "role", name: "Are", email: "", purpose: "" } });
  await veraProposes();
  await userEvent.clear(await screen.findByDisplayValue("Are"));

  await kept(isNothing);
});

test("what has been proposed is not kept", async () => {
  await veraProposes([], room);
  await fills();
  await propose();

  expect(await screen.findByText("the room")).toBeTruthy();
  await kept(isNothing);
});

test("neither is it where she has left before the answer came", async () => {
  let answer: (room: unknown) => void = () => undefined;
  const asked = await veraProposes([], () => new Promise((resolve) => (answer = resolve)));
  await fills();
  await propose();
  await kept((it) => it?.sent.length === 1);
  cleanup();
  answer(aresRoom({ roomId: puts(asked)[0] ?? "" }));

  await kept(isNothing);
});

test("a proposal whose answer was lost is proposed again under the same id", async () => {
  const asked = await veraProposes([], () => {
    throw new TypeError("the network is gone");
  });
  await fills();
  await propose();
  await kept((it) => it?.sent.length === 1);
  cleanup();

  const again = await veraProposes([], room);
  await userEvent.type(await screen.findByLabelText(NUMBER), "11858910082");
  await propose();
  expect(await screen.findByText("the room")).toBeTruthy();
  expect(puts(again)).toEqual(puts(asked));
});

test("one that came through though its answer was lost is not begun any more", async () => {
  await lies({ roomId: "hers", sent: [FILLED] });
  await veraProposes([aresRoom({ roomId: "hers", status: "PROPOSED" })]);

  await screen.findByLabelText(NAME);
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(NAME).value).toBe(""));
  expect(screen.queryByText("the room")).toBeNull();
  await kept(isNothing);
});

test("one that comes through while its form is open leads to its room, as it is", async () => {
  const list: RoomSummary[] = [];
  await veraProposes(list, (asked) => {
    list.push(room(asked));
    throw new TypeError("the answer is lost");
  });
  await fills();
  await propose();
  await kept((it) => it?.sent.length === 1);
  await comesAnew();

  expect(await screen.findByText("the room")).toBeTruthy();
  await kept(isNothing);
});

test("what she writes on after it was sent is not thrown away", async () => {
  await lies({ roomId: "hers", sent: [FILLED] });
  const list: RoomSummary[] = [];
  await veraProposes(list);
  await userEvent.type(await screen.findByDisplayValue("Bytte av time"), " og sted");
  list.push(aresRoom({ roomId: "hers", status: "PROPOSED" }));
  await comesAnew();

  await kept((it) => it?.fields.purpose === "Bytte av time og sted");
  expect(screen.getByDisplayValue("Bytte av time og sted")).toBeTruthy();
  await screen.findByText(AS_FIRST_WRITTEN);
  cleanup();

  // Nor when she comes back, from the room say.
  await veraProposes(list);
  expect(await screen.findByDisplayValue("Bytte av time og sted")).toBeTruthy();
  await screen.findByText(AS_FIRST_WRITTEN);
  cleanup();

  // She has taken it back, and then it is another one.
  const asked = await veraProposes([], (it) =>
    roomIdOf(it) === "hers" ? refusal("room-unknown") : room(it),
  );
  await userEvent.type(await screen.findByLabelText(NUMBER), "11858910082");
  await propose();
  expect(await screen.findByText("the room")).toBeTruthy();
  expect(puts(asked)).toHaveLength(2);
});

test("an answer that comes late takes away only what was sent", async () => {
  let answer: (room: unknown) => void = () => undefined;
  const asked = await veraProposes([], () => new Promise((resolve) => (answer = resolve)));
  await fills();
  await propose();
  const begun = await kept((it) => it?.sent.length === 1);
  cleanup();
  const roomId = puts(asked)[0] ?? "";
  const fields = { ...FILLED.fields, purpose: "Bytte av time og sted" };
  await lies({ ...begun, roomId, fields });

  answer(aresRoom({ roomId }));
  await new Promise((resolve) => setTimeout(resolve, 50));

  await kept((it) => it?.fields.purpose === "Bytte av time og sted");
});

test("what the device does not take is not lost, and known to lie only here", async () => {
  vi.spyOn(Vault.prototype, "put").mockRejectedValue(new Error("full"));
  await lies({ roomId: "full" });
  expect(isOnlyHere("vera", "full")).toBe(true);
  expect((await allBegun("vera")).map((it) => it.roomId)).toContain("full");
  vi.restoreAllMocks();

  await lies({ roomId: "full" });
  expect(isOnlyHere("vera", "full")).toBe(false);
});

test("where the list does not answer, no second room is proposed", async () => {
  await lies({ roomId: "hers", sent: [FILLED] });
  const asked = await veraProposes([], () => {
    listAnswers = () => Promise.resolve(refusal("temporarily-unavailable"));
    return refusal("room-exists-differently");
  });
  await userEvent.type(await screen.findByLabelText(NUMBER), "11858910082");
  await propose();

  await screen.findByText(/allerede foreslått|already been proposed/);
  expect(puts(asked)).toEqual(["hers"]);
  expect(screen.getByDisplayValue("Bytte av time")).toBeTruthy();
});

test.each(["room-exists-differently", "room-unknown"])(
  "%s of one that she has taken back since: it is another proposal",
  async (code) => {
    await lies({ roomId: "retracted", sent: [FILLED] });
    const asked = await veraProposes([], (it) =>
      roomIdOf(it) === "retracted" ? refusal(code) : room(it),
    );
    await userEvent.type(await screen.findByLabelText(NUMBER), "11858910082");
    await propose();

    expect(await screen.findByText("the room")).toBeTruthy();
    expect(puts(asked)).toHaveLength(2);
    await kept(isNothing);
  },
);

test("while it is looked for, she can neither send it again nor reads that it is there", async () => {
  await lies({ roomId: "retracted", sent: [FILLED] });
  let hear: () => void = () => undefined;
  const asked = await veraProposes([], (it) => {
    if (roomIdOf(it) !== "retracted") return room(it);
    listAnswers = () => new Promise((resolve) => (hear = () => resolve({ items: [] })));
    return refusal("room-exists-differently");
  });
  await userEvent.type(await screen.findByLabelText(NUMBER), "11858910082");
  await propose();
  await propose();
  expect(screen.queryByText(/allerede foreslått|already been proposed/)).toBeNull();
  hear();

  expect(await screen.findByText("the room")).toBeTruthy();
  expect(puts(asked)).toHaveLength(2);
});

test("what she has changed after a lost answer is not in her room, and she is told so", async () => {
  const first = { ...FILLED, fields: { ...FILLED.fields, purpose: "Bytte" } };
  await lies({ roomId: "hers", sent: [first] });
  const list: RoomSummary[] = [];
  const asked = await veraProposes(list, () => {
    list.push(aresRoom({ roomId: "hers", status: "PROPOSED" }));
    return refusal("room-exists-differently");
  });
  await userEvent.type(await screen.findByLabelText(NUMBER), "11858910082");
  await propose();

  const told = await screen.findByRole("alert");
  expect(told.textContent).toMatch(AS_FIRST_WRITTEN);
  expect(puts(asked)).toEqual(["hers"]);
  const toRoom = screen.getByRole("link", { name: /Gå til rommet|Go to the room/ });
  expect(toRoom.getAttribute("href")).toBe("/rooms/hers");
  // What she has written lies there until she has made up her mind.
  expect(await allBegun("vera")).toHaveLength(1);
  await userEvent.click(screen.getAllByText(START_OVER).at(-1) ?? told);
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(NAME).value).toBe(""));
  await kept(isNothing);
});

test("where two answers were lost, the server says which of them made her room", async () => {
  const first = { ...FILLED, fields: { ...FILLED.fields, purpose: "Bytte" } };
  await lies({ roomId: "hers", sent: [first, FILLED] });
  await veraProposes([aresRoom({ roomId: "hers", status: "PROPOSED" })], room);
  await userEvent.type(await screen.findByLabelText(NUMBER), "11858910082");
  expect(screen.queryByText(AS_FIRST_WRITTEN)).toBeNull();
  await propose();
  expect(await screen.findByText("the room")).toBeTruthy();
});

test("of a room that the patient has answered it is not said that it can be taken back", async () => {
  await lies({ roomId: "hers", sent: [] });
  await veraProposes([aresRoom({ roomId: "hers", status: "ACTIVE" })]);
  const told = await screen.findByRole("alert");
  expect(told.textContent).toMatch(AS_FIRST_WRITTEN);
  expect(told.textContent).not.toMatch(/tilbake|take the proposal back/);
});

test("once it is sent nothing can be written into it until the answer comes", async () => {
  let answer: (response: Response) => void = () => undefined;
  await veraProposes([], () => new Promise((resolve) => (answer = resolve)));
  await fills();
  await propose();
  await userEvent.type(screen.getByLabelText(PURPOSE), " og sted");
  expect(screen.getByDisplayValue("Bytte av time")).toBeTruthy();

  answer(refusal("identity-number-invalid"));
  await screen.findAllByText(/ikke et gyldig fødselsnummer|not a valid/);
  await userEvent.type(screen.getByLabelText(PURPOSE), " og sted");
  expect(screen.getByDisplayValue("Bytte av time og sted")).toBeTruthy();
});

test("what another window has before it is not taken up here, until it is gone or has let go", async () => {
  const browser = new FakeLocks();
  const other = browser.ofWindow();
  const { locks } = browser.ofWindow();
  Object.defineProperty(navigator, "locks", { value: locks, configurable: true });
  await lies({ roomId: "there" });
  void other.locks.request(LOCK, () => new Promise<void>(() => undefined));
  await veraProposes();
  expect((await screen.findByLabelText<HTMLInputElement>(NAME)).value).toBe("");
  cleanup();

  other.goesAway();
  await veraProposes();
  expect(await screen.findByDisplayValue("Are Nordmann")).toBeTruthy();
  const taken = () => {
    const signal = AbortSignal.timeout(100);
    return browser.ofWindow().locks.request(LOCK, { signal }, () => true);
  };
  await expect(taken()).rejects.toThrow();
  cleanup();

  await vi.waitFor(async () => expect(await taken()).toBe(true));

  // Nor does one keep it who has left before its form came.
  const form = veraProposes();
  cleanup();
  await form;
  cleanup();
  await vi.waitFor(async () => expect(await taken()).toBe(true));
});

const LOCK = "samsnakk.proposal there";

test("a new id is kept before the old one is forgotten", async () => {
  await lies({ roomId: "old" });
  vi.spyOn(Vault.prototype, "remove").mockRejectedValueOnce(new Error("the page is gone"));
  await renameBegun("vera", "old", "new");
  expect((await allBegun("vera")).map(({ roomId }) => roomId)).toContain("new");

  await renameBegun("vera", "new", "newer");
  expect((await allBegun("vera")).map(({ roomId }) => roomId)).not.toContain("new");
});

test("another window that is still empty takes nothing away", async () => {
  await veraProposes();
  await screen.findByLabelText(NUMBER);
  await lies({});
  await userEvent.type(screen.getByLabelText(NUMBER), "1185");

  expect(isWhole((await allBegun("vera"))[0])).toBe(true);
});

test("a role that has ended is not what she proposes as", async () => {
  await lies({ fields: { roleId: "ended", name: "Are Nordmann", email: "", purpose: "" } });
  await veraProposes();
  await userEvent.type(await screen.findByLabelText(PURPOSE), "Bytte");

  await kept((it) => it?.fields.roleId === "role");
});

test("what was left for two weeks is gone", async () => {
  await lies({ at: new Date(Date.now() - 15 * 24 * 3_600_000).toISOString() });
  await veraProposes();

  expect((await screen.findByLabelText<HTMLInputElement>(NAME)).value).toBe("");
  await kept(isNothing);
});

test("R9: it is nobody else's, and goes with the session", async () => {
  await lies({});
  expect(await allBegun("kari")).toEqual([]);
  expect(await allBegun("vera")).toHaveLength(1);

  await wipeKept("kari");
  expect(await allBegun("vera")).toEqual([]);
});

import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { Route, Routes } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RoomSummary } from "../contracts/rooms";
import { wipeKept } from "../conversation/keeping";
import { ARE, aresRoom, renderFor, serverAnswers, type Asked } from "../shell/test-room";
import { BegunShelf, begunText, type Begun } from "./begun";
import { ProposeForm } from "./ProposeForm";

const VERA = { ...ARE, personId: "vera", name: "Vera Veileder" };
const ROLE = {
  roleId: "role",
  kind: "PROFESSIONAL" as const,
  title: "Veileder",
  organisation: { organisationId: "nav", name: "NAV Askøy" },
};
const NAME = /Pasientens navn|The patient's name/;
const NUMBER = /fødselsnummer|identity number/;
const PURPOSE = /Hva skal rommet|What is the room/;
const FROM_BEFORE = /Skriv fødselsnummeret på nytt|Write the identity number again/;
const START_OVER = /Begynn på nytt|Start over/;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function veraProposes(list: RoomSummary[] = [], put?: (asked: Asked) => unknown) {
  const asked = serverAnswers((request) =>
    request.method === "PUT" ? put?.(request) : { items: list, nextAfter: null },
  );
  await renderFor(
    VERA,
    <Routes>
      <Route path="/" element={<ProposeForm roles={[ROLE]} />} />
      <Route path="rooms/:roomId" element={<p>the room</p>} />
    </Routes>,
  );
  return asked;
}

async function fills(): Promise<void> {
  await userEvent.type(await screen.findByLabelText(NUMBER), "11858910082");
  await userEvent.type(screen.getByLabelText(NAME), "Are Nordmann");
  await userEvent.type(screen.getByLabelText(PURPOSE), "Bytte av time");
}

/** What lies on the device, once that has been written. */
async function kept(isSo: (begun: Begun | undefined) => boolean): Promise<Begun | undefined> {
  return vi.waitFor(async () => {
    const shelf = new BegunShelf("vera");
    const begun = await shelf.read();
    shelf.close();
    expect(isSo(begun)).toBe(true);
    return begun;
  });
}

const isWhole = (begun?: Begun) => begun?.fields.purpose === "Bytte av time";
const isNothing = (begun?: Begun) => begun === undefined;

async function lies(begun: Partial<Begun>): Promise<void> {
  const fields = { roleId: "role", name: "Are Nordmann", email: "", purpose: "Bytte av time" };
  const shelf = new BegunShelf("vera");
  await shelf.put({ fields, invited: [], at: new Date().toISOString(), ...begun });
  shelf.close();
}

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
  await kept(isNothing);
});

test("what is emptied again is not kept", async () => {
  await lies({ fields: { roleId: "role", name: "Are", email: "", purpose: "" } });
  await veraProposes();
  await userEvent.clear(await screen.findByDisplayValue("Are"));

  await kept(isNothing);
});

test("what has been proposed is not kept", async () => {
  await veraProposes([], ({ path }) => aresRoom({ roomId: path.split("/").at(-1) ?? "" }));
  await fills();
  await userEvent.click(screen.getByRole("button", { name: /Foreslå rommet|Propose the room/ }));

  expect(await screen.findByText("the room")).toBeTruthy();
  await kept(isNothing);
});

test("a proposal whose answer was lost with the page is proposed under the same id", async () => {
  const asked = await veraProposes([], () => {
    throw new TypeError("the network is gone");
  });
  await fills();
  await userEvent.click(screen.getByRole("button", { name: /Foreslå rommet|Propose the room/ }));
  const begun = await kept((it) => it?.roomId !== undefined);
  expect(asked.find(({ method }) => method === "PUT")?.path).toContain(begun?.roomId);
  cleanup();

  const again = await veraProposes([], ({ path }) =>
    aresRoom({ roomId: path.split("/").at(-1) ?? "" }),
  );
  await userEvent.type(await screen.findByLabelText(NUMBER), "11858910082");
  await userEvent.click(screen.getByRole("button", { name: /Foreslå rommet|Propose the room/ }));
  expect(await screen.findByText("the room")).toBeTruthy();
  expect(again.find(({ method }) => method === "PUT")?.path).toContain(begun?.roomId);
});

test("one that came through though its answer was lost leads to its room", async () => {
  await lies({ roomId: "hers" });
  await veraProposes([aresRoom({ roomId: "hers", status: "PROPOSED" })]);

  expect(await screen.findByText("the room")).toBeTruthy();
  await kept(isNothing);
});

test("a role that has ended is not what she proposes as", async () => {
  await lies({ fields: { roleId: "ended", name: "Are Nordmann", email: "", purpose: "" } });
  await veraProposes([], ({ path }) => aresRoom({ roomId: path.split("/").at(-1) ?? "" }));
  await screen.findByDisplayValue("Are Nordmann");
  await userEvent.type(screen.getByLabelText(NUMBER), "11858910082");
  await userEvent.type(screen.getByLabelText(PURPOSE), "Bytte");

  await waitFor(async () => expect((await kept(() => true))?.fields.roleId).toBe("role"));
});

test("what was left for two weeks is gone", async () => {
  await lies({ at: new Date(Date.now() - 15 * 24 * 3_600_000).toISOString() });
  await veraProposes();

  expect((await screen.findByLabelText<HTMLInputElement>(NAME)).value).toBe("");
  await kept(isNothing);
});

test("R9: it is nobody else's, and goes with the session", async () => {
  await lies({});
  expect(await begunText("kari")).toBe("");
  expect(await begunText("vera")).toBe("Are Nordmann\nBytte av time");

  await wipeKept("kari");
  expect(await begunText("vera")).toBe("");
});

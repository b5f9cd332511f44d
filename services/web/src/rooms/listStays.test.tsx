import { useQueryClient } from "@tanstack/react-query";
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { Route, Routes } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aresRoom, renderFor, serverAnswers, VERA } from "../shell/test-room";
import { ListBeside } from "./ListBeside";
import { RoomScreen } from "./RoomScreen";
import { anyRoomMayHaveChanged, useRooms } from "./rooms";

vi.mock("../conversation/ConversationsProvider", () => ({
  useConversations: () => ({
    closedElsewhere: () => undefined,
    connectionState: () => OPEN,
    endOf: () => undefined,
    subscribe: () => () => undefined,
    keeping: { subscribe: () => () => undefined, draft: () => "", outbox: () => [] },
    unread: { count: () => 0, position: () => ({}) },
  }),
}));
vi.mock("../conversation/ConversationView", () => ({ ConversationView: () => "the conversation" }));
vi.mock("../conversation/pieces", () => ({ piecesIn: () => [] }));
vi.mock("./useRoomId", () => ({ useRoomId: () => "room" }));

const OPEN = { kind: "open" };
const ROOM = aresRoom({
  status: "ACTIVE",
  me: { seatId: "seat", part: "HELPER", status: "ACTIVE" },
});
const OTHERS = Array.from({ length: 8 }, (_, it) => ({ ...ROOM, roomId: `another ${it}` }));

let isHers = true;
let wide = true;
let epoch = ROOM.accessEpoch;
const heardOfWidth = new Set<() => void>();
let changed: () => void = () => undefined;

beforeEach(() => {
  isHers = true;
  epoch = ROOM.accessEpoch;
  vi.stubGlobal("matchMedia", () => ({
    matches: wide,
    addEventListener: (_: string, listener: () => void) => heardOfWidth.add(listener),
    removeEventListener: (_: string, listener: () => void) => heardOfWidth.delete(listener),
  }));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Changes() {
  const queries = useQueryClient();
  changed = () => anyRoomMayHaveChanged(queries);
  return null;
}

async function veraIsThere() {
  serverAnswers(({ path }) => {
    const room = { ...ROOM, accessEpoch: epoch };
    if (path === "/api/rooms") return { items: isHers ? [room, ...OTHERS] : OTHERS };
    // Whatever is asked for first: what is not hers she does not get.
    return isHers ? room : Response.json({ code: "room-unknown" }, { status: 404 });
  });
  await renderFor(
    VERA,
    <>
      <Changes />
      <Routes>
        <Route path="*" element={<RoomScreen />} />
      </Routes>
    </>,
  );
  await screen.findByText("the conversation");
}

test("at a desk the list stays beside a room that was closed to her, as it was", async () => {
  wide = true;
  await veraIsThere();
  const list = screen.getByRole("navigation", { name: "My rooms" });
  const search = await screen.findByRole("searchbox");
  fireEvent.change(search, { target: { value: "samordne" } });

  isHers = false;
  act(() => changed());
  await screen.findByText(/closed to you/);

  expect(screen.getByRole("navigation", { name: "My rooms" })).toBe(list);
  expect(screen.getByRole("searchbox")).toBe(search);
  expect((search as HTMLInputElement).value).toBe("samordne");
  // It is told once, where the room was.
  expect(screen.queryByText(/left the list/)).toBeNull();
});

test("a list that comes a moment before its order has its search all the same", async () => {
  let ordered: () => void = () => undefined;
  function List() {
    const { data } = useRooms();
    const [isOrdered, setOrdered] = useState(false);
    ordered = () => setOrdered(true);
    const search = { words: "", setWords: () => undefined, found: undefined };
    return (
      <>
        {data && "the list has come"}
        <ListBeside current="room" rooms={isOrdered ? data : undefined} search={search} />
      </>
    );
  }
  serverAnswers(() => ({ items: [ROOM, ...OTHERS] }));
  await renderFor(VERA, <List />);
  await screen.findByText(/the list has come/);
  expect(screen.queryByRole("link", { name: "Are Nordmann" })).toBeNull();

  act(() => ordered());

  screen.getByRole("searchbox");
});

test("at a desk it says whom to ring there as in a room, and has the place of who took part too", async () => {
  wide = true;
  await veraIsThere();
  isHers = false;
  act(() => changed());
  const instead = (await screen.findByText(/closed to you/)).closest("section");
  expect(instead?.textContent).toMatch(/113/);
  expect(instead?.className).toBe("room__talk room__talk--instead");
  expect(document.querySelector(".room__aside")).toBeNull();
});

test("on a phone what has become of it is a page of its own", async () => {
  wide = false;
  await veraIsThere();
  isHers = false;
  act(() => changed());
  await screen.findByText(/closed to you/);
  expect(document.querySelector(".room")).toBeNull();
});

test("what became of it stays known where the window gets another width", async () => {
  wide = true;
  await veraIsThere();
  isHers = false;
  act(() => changed());
  await screen.findByText(/closed to you/);
  await new Promise((resolve) => setTimeout(resolve, 2));
  isHers = true;
  epoch += 2;
  act(() => changed());
  await screen.findByRole("button", { name: "Open the room" });

  wide = false;
  act(() => heardOfWidth.forEach((hears) => hears()));

  expect(document.querySelector(".room")).toBeNull();
  expect(screen.getByRole("button", { name: "Open the room" })).toBeTruthy();
});

import { useQueryClient } from "@tanstack/react-query";
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { RoomDetails, RoomSummary } from "../contracts/rooms";
import { ARE, aresRoom, renderFor, serverAnswers } from "../shell/test-room";
import { AwaitingCard } from "./AwaitingCard";
import { Gone } from "./Gone";
import { inOrder, inPlaces, matches, movedAt, useInOrder } from "./order";
import { RoomCards } from "./RoomCards";
import { RemoveOrLeave } from "./RemoveOrLeave";
import { RoomGroups } from "./RoomGroups";
import { useRoomSearch } from "./useRoomSearch";
import { useRooms } from "./rooms";

const news = vi.hoisted(() => ({
  isTold: true,
  rooms: new Set<string>(),
  lastAt: new Map<string, string>(),
}));
const open = vi.hoisted(() => ({ kind: "open" }));
const written = vi.hoisted(() => ({ draft: "", outbox: [] as unknown[] }));

vi.mock("../conversation/ConversationsProvider", () => ({
  useConversations: () => ({
    subscribe: () => () => undefined,
    keeping: {
      subscribe: () => () => undefined,
      stranded: () => [],
      isOnlyHere: () => false,
      isDraftOnlyHere: () => false,
      draft: (roomId: string) => (roomId === "room 0" ? written.draft : ""),
      outbox: (roomId: string) => (roomId === "room 0" ? written.outbox : []),
    },
    connectionState: () => open,
    unread: {
      get isTold() {
        return news.isTold;
      },
      count: (roomId: string) => (news.rooms.has(roomId) ? 1 : 0),
      position: (roomId: string) => ({ lastAt: news.lastAt.get(roomId) }),
    },
  }),
}));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  news.isTold = true;
  news.rooms.clear();
  news.lastAt.clear();
  written.draft = "";
  written.outbox = [];
});

function rooms(from: number, to: number) {
  return Array.from({ length: to - from }, (_, at) =>
    aresRoom({ roomId: `room ${from + at}`, purpose: `Purpose ${from + at}`, status: "ACTIVE" }),
  );
}

function List() {
  const { data } = useRooms();
  return <p>{data?.map(({ roomId }) => roomId).join(", ")}</p>;
}

test("all rooms are there, however many the server answers at a time", async () => {
  const pages = new Map([
    ["/api/rooms", { items: rooms(0, 2), nextAfter: "2026-11-27T06:00:00Z_1" }],
    // None that she sees, and the list goes on; one that has come before.
    ["/api/rooms?after=2026-11-27T06%3A00%3A00Z_1", { items: [], nextAfter: "2" }],
    ["/api/rooms?after=2", { items: rooms(1, 4), nextAfter: null }],
  ]);
  const asked = serverAnswers(({ path }) => pages.get(path));
  await renderFor(ARE, <List />);

  await waitFor(() => screen.getByText("room 0, room 1, room 2, room 3"));
  expect(asked.map(({ path }) => path)).toEqual([...pages.keys(), "/api/rooms"]);
});

test("one that goes to the front between two pages is there all the same", async () => {
  let fronts = 0;
  serverAnswers(({ path }) => {
    if (path !== "/api/rooms") return { items: rooms(3, 4), nextAfter: null };
    return { items: fronts++ === 0 ? rooms(0, 2) : rooms(2, 3), nextAfter: "1" };
  });
  await renderFor(ARE, <List />);

  await waitFor(() => screen.getByText("room 0, room 1, room 3, room 2"));
});

test("whoever looks at the list is told of a room that she helped in and that has gone, until it is back", async () => {
  const me = { seatId: "seat", part: "HELPER", status: "ACTIVE" } as const;
  const helped = aresRoom({ roomId: "helped", me, status: "ACTIVE" });
  let items = [helped, ...rooms(0, 2)];
  serverAnswers(() => ({ items }));
  await renderFor(ARE, <Listed />);
  await waitFor(() => expect(screen.getAllByRole("listitem")).toHaveLength(3));
  const all = screen.getByRole("list").parentElement as HTMLElement;
  expect(document.body.textContent).not.toMatch(/has left the list/);

  screen.getAllByRole("link")[0]?.focus();
  items = rooms(1, 2);
  await looksAgain();
  await screen.findByText("The room with Are Nordmann has left the list.");
  expect(document.activeElement).toBe(all);

  items = [helped];
  await looksAgain();
  await waitFor(() => expect(screen.queryByText(/has left the list/)).toBeNull());
});

test("what she has left herself here is not told as gone, until she was let in anew", async () => {
  const me = { seatId: "seat", part: "HELPER", status: "ACTIVE" } as const;
  const helped = aresRoom({ roomId: "left", me, status: "ACTIVE", accessEpoch: 4 });
  let items = [helped];
  serverAnswers(({ method }) => {
    if (method !== "DELETE") return { items };
    items = [];
    return new Response(null, { status: 204 });
  });
  await renderFor(
    ARE,
    <>
      <Listed />
      <Leaves room={helped} />
    </>,
  );
  await waitFor(() => expect(screen.getAllByRole("listitem")).toHaveLength(1));
  fireEvent.click(screen.getByRole("button", { name: /^Yes, leave/ }));
  await waitFor(() => expect(screen.queryByRole("listitem")).toBeNull());
  expect(screen.queryByText(/has left the list/)).toBeNull();

  items = [{ ...helped, accessEpoch: 6 }];
  await looksAgain();
  await screen.findByRole("listitem");
  items = [];
  await looksAgain();
  await screen.findByText("The room with Are Nordmann has left the list.");
});

function Leaves({ room }: { room: RoomDetails }) {
  const { seatId } = room.me;
  const person = { personId: "are", name: "Are Nordmann" };
  const seat = { seatId, part: "HELPER", status: "ACTIVE", person, changedAt: "" } as const;
  return <RemoveOrLeave room={room} seat={seat} onCancel={() => undefined} />;
}

test("of several rooms with the same patient it is told which has gone", async () => {
  const me = { seatId: "seat", part: "HELPER", status: "ACTIVE" } as const;
  const [work, home] = rooms(0, 2).map((room) => ({ ...room, me }));
  let items = [work, home];
  serverAnswers(() => ({ items }));
  await renderFor(ARE, <Listed />);
  await waitFor(() => expect(screen.getAllByRole("listitem")).toHaveLength(2));
  items = [home];
  await looksAgain();
  await screen.findByText("The room with Are Nordmann about “Purpose 0” has left the list.");
});

function Listed() {
  const { data = [] } = useRooms();
  const queries = useQueryClient();
  looksAgain = () => act(() => queries.invalidateQueries({ queryKey: ["rooms", "list"] }));
  return (
    <>
      <Gone />
      <RoomGroups rooms={data} search={useRoomSearch(data)} />
    </>
  );
}

let looksAgain: () => Promise<void>;

test("a server that knows of no pages has said all", async () => {
  const asked = serverAnswers(() => ({ items: rooms(0, 2) }));
  await renderFor(ARE, <List />);

  await waitFor(() => screen.getByText("room 0, room 1"));
  expect(asked).toHaveLength(1);
});

test("of many rooms the first are shown, and what is not shown is counted with what is new in it", async () => {
  news.rooms = new Set(["room 3", "room 31", "room 64"]);
  await renderFor(ARE, <RoomCards rooms={rooms(0, 65)} />);

  expect(screen.getAllByRole("listitem")).toHaveLength(30);
  fireEvent.click(screen.getByRole("button", { name: "Show 35 more rooms, 2 with new messages" }));
  expect(screen.getAllByRole("listitem")).toHaveLength(60);
  fireEvent.click(screen.getByRole("button", { name: "Show 5 more rooms, 1 with new messages" }));
  expect(screen.getAllByRole("listitem")).toHaveLength(65);
  expect(screen.queryByRole("button")).toBeNull();
});

test("a room in which something is written and not sent says so, and what was meant to be sent first", async () => {
  written.draft = "Takk for";
  await renderFor(ARE, <RoomCards rooms={rooms(0, 2)} />);
  expect(screen.getAllByRole("listitem").map((it) => it.textContent?.includes("Draft"))).toEqual([
    true,
    false,
  ]);
  cleanup();

  written.outbox = [{ clientId: "1", body: "Hei", state: { kind: "waiting" } }];
  await renderFor(ARE, <RoomCards rooms={rooms(0, 2)} />);
  expect(screen.getAllByText("Not sent")).toHaveLength(1);
  expect(screen.queryByText("Draft")).toBeNull();
  cleanup();

  written.draft = " ";
  written.outbox = [{ clientId: "1", body: "Hei", state: { kind: "accepted" } }];
  await renderFor(ARE, <RoomCards rooms={rooms(0, 2)} />);
  expect(screen.queryByText("Not sent")).toBeNull();
  expect(screen.queryByText("Draft")).toBeNull();
});

function named(roomId: string, change: Parameters<typeof aresRoom>[0] = {}) {
  return aresRoom({ roomId, status: "ACTIVE", changedAt: "2026-11-20T06:00:00.000Z", ...change });
}

test("before it is told when something was said, no time stands beside an open room, and the order is as they changed", () => {
  const talk = { isTold: false, lastAt: () => undefined, hasNews: () => false };
  const [older, newer, over] = [
    named("older"),
    named("newer", { changedAt: "2026-11-24T06:00:00.000Z" }),
    named("over", { status: "WITHDRAWN", changedAt: "2026-11-19T06:00:00.000Z" }),
  ];

  expect(movedAt(newer, talk)).toBeUndefined();
  expect(movedAt(over, talk)).toBe("2026-11-19T06:00:00.000Z");
  expect(movedAt(newer, { ...talk, isTold: true })).toBe("2026-11-24T06:00:00.000Z");
  expect(inOrder([over, older, newer], talk).map(({ roomId }) => roomId)).toEqual([
    "newer",
    "older",
    "over",
  ]);
});

test("what waits for her comes first, then what she has not read, then what was last said or began", () => {
  const list = [
    named("quiet"),
    named("unread", { changedAt: "2026-11-19T06:00:00.000Z" }),
    named("just now"),
    named("spoken long ago", { changedAt: "2026-11-24T06:00:00.000Z" }),
    named("spoken"),
    named("changed", { changedAt: "2026-11-22T06:00:00.000Z" }),
    named("waits", { awaiting: ["APPROVAL"] }),
  ];
  const said: Record<string, string> = {
    "spoken long ago": "2026-11-01T06:00:00.000Z",
    spoken: "2026-11-23T06:00:00.000Z",
    unread: "2026-11-21T06:00:00.000Z",
  };
  const lastAt = (roomId: string) => said[roomId];
  const hasNews = (roomId: string) => ["just now", "unread"].includes(roomId);
  expect(inOrder(list, { isTold: true, lastAt, hasNews }).map(({ roomId }) => roomId)).toEqual([
    "waits",
    "just now",
    "unread",
    "spoken",
    "changed",
    "quiet",
    "spoken long ago",
  ]);
});

test("the time beside a room is the one that it has its place by", async () => {
  await renderFor(ARE, <RoomCards rooms={[named("quiet")]} />);
  expect(screen.getByText(/^20\.? Nov/).getAttribute("datetime")).toBe("2026-11-20T06:00:00.000Z");
});

test("while she looks each room keeps its place, and one that comes stands on top", () => {
  const list = [named("moved"), named("first"), named("second"), named("fresh")];
  expect(inPlaces(list, ["first", "gone", "second", "moved"]).map(({ roomId }) => roomId)).toEqual([
    "fresh",
    "first",
    "second",
    "moved",
  ]);
});

test("a room is found by what it is for, whose it is and who asked, however it is typed", () => {
  const room = named("room", {
    purpose: "Søvn, skole og medisiner",
    proposedBy: { name: "Åse Bjørkås", organisationName: "Askøy kommune" },
  });
  expect(
    ["SOVN", "are med", "ase bjorkas", "aase", "  søvn   are "].map((it) =>
      matches(room, it.trim()),
    ),
  ).toEqual([true, true, true, true, true]);
  expect(matches(room, "søvn kari")).toBe(false);
});

function Groups({ rooms }: { rooms: RoomSummary[] }) {
  return <RoomGroups rooms={rooms} search={useRoomSearch(rooms)} />;
}

test("where there are many one can look for one, and is told how many there are", async () => {
  const many = [...rooms(0, 8), named("over", { status: "WITHDRAWN", purpose: "Over" })];
  await renderFor(ARE, <Groups rooms={many} />);
  const search = screen.getByRole("searchbox", { name: "Search by name or purpose" });

  fireEvent.change(search, { target: { value: "over" } });
  expect(screen.getByText("1 room matches").getAttribute("role")).toBe("status");
  expect(screen.getAllByRole("listitem")).toHaveLength(1);

  fireEvent.change(search, { target: { value: "nothing like it" } });
  screen.getByText("0 rooms match");
  expect(screen.queryByRole("listitem")).toBeNull();
});

test("rooms that are over are folded away as long as others go on", async () => {
  const over = named("over", { status: "DECLINED" });
  await renderFor(ARE, <Groups rooms={[named("open"), over]} />);
  const fold = screen.getByRole("button", { name: "Ended room (1)" });
  expect(fold.getAttribute("aria-expanded")).toBe("false");
  cleanup();

  await renderFor(ARE, <Groups rooms={[over]} />);
  expect(screen.getByRole("button", { name: /Ended/ }).getAttribute("aria-expanded")).toBe("true");
});

test("the list tells which room is on the screen beside it, and when something was last said", async () => {
  news.lastAt.set("room 1", "2025-11-03T12:00:00.000Z");
  await renderFor(ARE, <RoomCards rooms={rooms(0, 2)} current="room 1" />);
  const [first, second] = screen.getAllByRole("link", { name: /Purpose/ });
  expect(first?.getAttribute("aria-current")).toBeNull();
  expect(second?.getAttribute("aria-current")).toBe("page");
  expect(screen.getByText("03.11.25").getAttribute("datetime")).toBe("2025-11-03T12:00:00.000Z");
});

function Ordered({ of }: { of: ReturnType<typeof rooms> }) {
  const [, again] = useState(0);
  const ordered = useInOrder([...of]);
  return (
    <button type="button" onClick={() => again((before) => before + 1)}>
      {ordered.map(({ roomId }) => roomId).join(", ")}
    </button>
  );
}

test("the list keeps its order until she comes back to the window", async () => {
  await renderFor(ARE, <Ordered of={[named("one"), named("two")]} />);
  news.lastAt.set("two", "2026-11-27T12:00:00.000Z");

  fireEvent.click(screen.getByRole("button", { name: "one, two" }));
  screen.getByRole("button", { name: "one, two" });

  vi.spyOn(document, "visibilityState", "get").mockReturnValue("visible");
  act(() => void document.dispatchEvent(new Event("visibilitychange")));
  screen.getByRole("button", { name: "two, one" });
});

function Fewer() {
  const [most, setMost] = useState(8);
  return (
    <>
      <Groups rooms={rooms(0, most)} />
      <button type="button" onClick={() => setMost(5)}>
        Fewer
      </button>
    </>
  );
}

test("a search can be taken back also where only few rooms are left", async () => {
  await renderFor(ARE, <Fewer />);
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "Purpose 3" } });
  fireEvent.click(screen.getByRole("button", { name: "Fewer" }));
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "" } });
  expect(screen.getAllByRole("listitem")).toHaveLength(5);
});

function More() {
  const [count, setCount] = useState(7);
  return (
    <>
      <Groups rooms={rooms(0, count)} />
      <button type="button" onClick={() => setCount(8)}>
        More
      </button>
    </>
  );
}

test("one room more moves no row: the search comes when the list is opened anew", async () => {
  await renderFor(ARE, <More />);
  fireEvent.click(screen.getByRole("button", { name: "More" }));
  expect(screen.queryByRole("searchbox")).toBeNull();
  cleanup();
  await renderFor(ARE, <Groups rooms={rooms(0, 8)} />);
  screen.getByRole("searchbox");
});

test("of two rooms that wait for an answer each card says which it is", async () => {
  const waits = rooms(0, 2).map((room) => ({ ...room, awaiting: ["APPROVAL" as const] }));
  await renderFor(
    ARE,
    waits.map((room) => <AwaitingCard key={room.roomId} room={room} />),
  );
  screen.getByText("Purpose 0");
  screen.getByText("Purpose 1");
});

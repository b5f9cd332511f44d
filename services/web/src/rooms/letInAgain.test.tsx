import { useQueryClient } from "@tanstack/react-query";
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { RoomDetails } from "../contracts/rooms";
import { ARE, aresRoom, renderFor, serverAnswers, type Asked } from "../shell/test-room";
import { roomChanged, useLetInAgain, useRoom } from "./rooms";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const ME = { seatId: "seat", part: "HELPER" as const, status: "ACTIVE" as const };
const WAS = aresRoom({ status: "ACTIVE", me: ME, accessEpoch: 5 });

function Left({ was }: { was: RoomDetails | undefined }) {
  const queries = useQueryClient();
  const open = useLetInAgain(was);
  return (
    <>
      <button onClick={() => void roomChanged(queries, "room")}>Changed</button>
      {open ? <button onClick={() => void open()}>Open</button> : <p>Out</p>}
    </>
  );
}

/** The list that the server answers with from then on, and what the screen says once it has come. */
function serverWith(first: RoomDetails[]) {
  let rooms = first;
  const asked = serverAnswers(({ path }: Asked) =>
    path === "/api/rooms" ? { items: rooms, nextAfter: null } : rooms[0],
  );
  const lists = () => asked.filter(({ path }) => path === "/api/rooms").length;
  return {
    asked,
    becomes(next: RoomDetails[]) {
      rooms = next;
    },
    async changes(next: RoomDetails[]) {
      rooms = next;
      const before = lists();
      await new Promise((resolve) => setTimeout(resolve, 2));
      act(() => {
        fireEvent.click(screen.getByText("Changed"));
      });
      await waitFor(() => expect(lists()).toBeGreaterThan(before));
      await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
    },
  };
}

test("who was let in again while she was told that she is out opens the room herself", async () => {
  const server = serverWith([]);
  await renderFor(ARE, <Left was={WAS} />);
  await screen.findByText("Out");

  await server.changes([{ ...WAS, accessEpoch: 7 }]);

  expect(screen.getByText("Open")).toBeTruthy();
});

test("a list that still has the room as it was lets nobody in", async () => {
  const server = serverWith([]);
  await renderFor(ARE, <Left was={WAS} />);
  await screen.findByText("Out");

  await server.changes([WAS]);

  expect(screen.getByText("Out")).toBeTruthy();
});

test("nor is she in who is only asked about, or whose room is closed", async () => {
  const server = serverWith([]);
  await renderFor(ARE, <Left was={WAS} />);

  await server.changes([{ ...WAS, accessEpoch: 8, me: { ...ME, status: "PROPOSED" } }]);
  expect(screen.getByText("Out")).toBeTruthy();
  await server.changes([{ ...WAS, accessEpoch: 9, status: "WITHDRAWN" }]);
  expect(screen.getByText("Out")).toBeTruthy();
});

test("nor is it again, where she was not in before", async () => {
  const server = serverWith([]);
  await renderFor(ARE, <Left was={{ ...WAS, status: "DECLINED" }} />);
  await screen.findByText("Out");

  await server.changes([{ ...WAS, accessEpoch: 7 }]);

  expect(screen.getByText("Out")).toBeTruthy();
});

test("R6: opening it then is a visit", async () => {
  const server = serverWith([]);
  function Both() {
    const view = useRoom("room");
    return (
      <>
        <h1>{view.kind}</h1>
        <Left was={WAS} />
      </>
    );
  }
  await renderFor(ARE, <Both />);
  await server.changes([{ ...WAS, accessEpoch: 7 }]);
  const before = server.asked.length;

  act(() => {
    fireEvent.click(screen.getByText("Open"));
  });
  await screen.findByText("here");

  expect(server.asked.slice(before).map(({ path }) => path)).toContain("/api/rooms/room");
});

test("R6: who has been shown out meanwhile asks for nothing that she would be refused", async () => {
  const server = serverWith([]);
  await renderFor(ARE, <Left was={WAS} />);
  await server.changes([{ ...WAS, accessEpoch: 7 }]);
  const open = screen.getByText("Open");
  server.becomes([]);
  const before = server.asked.length;

  act(() => {
    fireEvent.click(open);
  });
  await screen.findByText("Out");

  expect(server.asked.slice(before).map(({ path }) => path)).toEqual(["/api/rooms"]);
});

import { onlineManager, useQueryClient } from "@tanstack/react-query";
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { Link, Route, Routes } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import { ARE, aresRoom, renderFor, serverAnswers, type Asked } from "../shell/test-room";
import { lookAt } from "./opening";
import { roomChanged, useRoom } from "./rooms";
import { useRoomId } from "./useRoomId";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Screen() {
  return <h1>{useRoom(useRoomId()).kind}</h1>;
}

/** A screen of the room that fetches something else. */
function Seen() {
  return <h1>{useRoomId()}</h1>;
}

function Rooms() {
  const queries = useQueryClient();
  return (
    <>
      <Link to="/">List</Link>
      <Link to="/rooms/room">Room</Link>
      <Link to="/rooms/room/participants">Participants</Link>
      <Link to="/rooms/room/seen">Who has seen</Link>
      <Link to="/rooms/other">Other</Link>
      <button onClick={() => void roomChanged(queries, "room")}>Changed</button>
      <button onClick={() => void roomChanged(queries, "other")}>Other changed</button>
      <Routes>
        <Route path="/" element={null} />
        <Route path="rooms/:roomId" element={<Screen />} />
        <Route path="rooms/:roomId/participants" element={<Screen />} />
        <Route path="rooms/:roomId/seen" element={<Seen />} />
      </Routes>
    </>
  );
}

/** What was asked of rooms, each in turn. */
function looks(asked: Asked[]): string[] {
  return asked.map(({ path }) => path).filter((path) => path !== "/api/rooms");
}

function answer({ path }: Asked) {
  if (path === "/api/rooms") {
    return { items: [aresRoom(), aresRoom({ roomId: "other" })], nextAfter: null };
  }
  return aresRoom({ roomId: path.includes("other") ? "other" : "room" });
}

async function goes(to: string, asked: Asked[], looked: number) {
  act(() => {
    fireEvent.click(screen.getByText(to));
  });
  await waitFor(() => {
    expect(looks(asked).length).toBe(looked);
  });
}

test("R6: who opens a room once and stays has visited it once, whatever her browser does", async () => {
  const asked = serverAnswers(answer);
  await renderFor(ARE, <Rooms />);

  await goes("Room", asked, 1);
  await screen.findByText("here");
  for (let changes = 1; changes <= 9; changes++) await goes("Changed", asked, 1 + changes);

  expect(looks(asked)).toEqual([
    "/api/rooms/room",
    ...Array.from({ length: 9 }, () => "/api/rooms/room?refresh=true"),
  ]);
});

test("R6: a change of another room is no reason to fetch this one", async () => {
  const asked = serverAnswers(answer);
  await renderFor(ARE, <Rooms />);

  await goes("Room", asked, 1);
  await screen.findByText("here");
  const before = asked.length;
  act(() => {
    fireEvent.click(screen.getByText("Other changed"));
  });
  await waitFor(() => expect(asked.length).toBeGreaterThan(before));
  await goes("Changed", asked, 2);

  expect(looks(asked)).toEqual(["/api/rooms/room", "/api/rooms/room?refresh=true"]);
});

test("R6: who comes back has visited again, also while the room is still at hand", async () => {
  const asked = serverAnswers(answer);
  await renderFor(ARE, <Rooms />);

  await goes("Room", asked, 1);
  await screen.findByText("here");
  await goes("Participants", asked, 1);
  await goes("Who has seen", asked, 1);
  await goes("Room", asked, 1);
  await goes("List", asked, 1);
  await goes("Room", asked, 2);
  await goes("Other", asked, 3);
  await goes("Room", asked, 4);

  expect(looks(asked)).toEqual([
    "/api/rooms/room",
    "/api/rooms/room",
    "/api/rooms/other",
    "/api/rooms/room",
  ]);
});

test("R6: an opening that was not answered is asked again as the opening that it is", async () => {
  let first = true;
  const asked = serverAnswers((request) => {
    if (request.path === "/api/rooms/room" && first) {
      first = false;
      throw new Error("no net");
    }
    return answer(request);
  });
  await renderFor(ARE, <Rooms />);

  await goes("Room", asked, 1);
  await screen.findByText("trouble");
  await goes("Changed", asked, 2);

  expect(looks(asked)).toEqual(["/api/rooms/room", "/api/rooms/room"]);
});

test("R6: who was refused once is not refused again because the net came back", async () => {
  const asked = serverAnswers(answer);
  const answers = window.fetch;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    const answered = answers(path, init);
    if (path === "/api/rooms") return answered;
    const problem = { type: "about:blank", title: "", status: 404, code: "room-unknown" };
    return Promise.resolve(
      Response.json(problem, {
        status: 404,
        headers: { "content-type": "application/problem+json" },
      }),
    );
  });
  await renderFor(ARE, <Rooms />);

  await goes("Room", asked, 1);
  await screen.findByText("trouble");
  act(() => {
    onlineManager.setOnline(false);
    onlineManager.setOnline(true);
  });
  await new Promise((done) => setTimeout(done, 50));

  expect(looks(asked)).toEqual(["/api/rooms/room"]);
});

test("R6: what is fetched once she has left a room that did not come is no visit", async () => {
  let online = false;
  const asked = serverAnswers((request) => {
    if (request.path === "/api/rooms/room" && !online) throw new Error("no net");
    return answer(request);
  });
  await renderFor(ARE, <Rooms />);

  await goes("Room", asked, 1);
  await screen.findByText("trouble");
  await goes("List", asked, 1);
  online = true;
  // As her answers are looked after, whichever screen she is on.
  await lookAt("room");

  expect(looks(asked)).toEqual(["/api/rooms/room", "/api/rooms/room?refresh=true"]);
});

test("R6: one that fails after she has left is none either", async () => {
  const asked = serverAnswers(answer);
  const answers = window.fetch;
  let fail: (error: unknown) => void = () => undefined;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    const answered = answers(path, init);
    return path === "/api/rooms/room" ? new Promise((_, no) => (fail = no)) : answered;
  });
  await renderFor(ARE, <Rooms />);

  await goes("Room", asked, 1);
  await goes("List", asked, 1);
  await act(() => Promise.resolve(fail(new TypeError("no net"))));
  await lookAt("room");

  expect(looks(asked)).toEqual(["/api/rooms/room", "/api/rooms/room?refresh=true"]);
});

test("R6: an opening that was not answered is asked again as such by the room's next screen", async () => {
  let online = false;
  const asked = serverAnswers((request) => {
    if (request.path === "/api/rooms/room" && !online) throw new Error("no net");
    return answer(request);
  });
  await renderFor(ARE, <Rooms />);

  await goes("Room", asked, 1);
  await screen.findByText("trouble");
  await goes("Who has seen", asked, 1);
  online = true;
  await goes("Room", asked, 2);

  expect(looks(asked)).toEqual(["/api/rooms/room", "/api/rooms/room"]);
});

test("R6: whose room is no longer hers is refused nothing that her browser would ask for by itself", async () => {
  let hers = true;
  const asked = serverAnswers((it) =>
    it.path === "/api/rooms" && !hers ? { items: [], nextAfter: null } : answer(it),
  );
  await renderFor(ARE, <Rooms />);
  await goes("Room", asked, 1);
  await screen.findByText("here");

  hers = false;
  fireEvent.click(screen.getByText("Changed"));
  await screen.findByText("trouble");

  expect(looks(asked)).toEqual(["/api/rooms/room"]);
});

test("a list that was asked for before she was let in does not close the room that she has opened since", async () => {
  let late: (list: Response) => void = () => undefined;
  vi.stubGlobal("fetch", (path: string) => {
    if (path !== "/api/rooms") return Promise.resolve(Response.json(aresRoom()));
    return new Promise<Response>((answered) => (late = answered));
  });
  await renderFor(ARE, <Rooms />);
  fireEvent.click(screen.getByText("Room"));
  await screen.findByText("here");

  await act(async () => {
    late(Response.json({ items: [], nextAfter: null }));
    await new Promise((done) => setTimeout(done, 50));
  });

  expect(screen.queryByText("trouble")).toBeNull();
  screen.getByText("here");
});

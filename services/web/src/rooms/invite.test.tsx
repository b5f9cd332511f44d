import { useQuery, useQueryClient } from "@tanstack/react-query";
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { RoomDetails } from "../contracts/rooms";
import { ARE, aresRoom, renderFor } from "../shell/test-room";
import { Invite } from "./Invite";
import { showRoom } from "./rooms";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const sara = {
  roleId: "sara",
  personId: "sara",
  name: "Sara Psykolog",
  title: "Psykolog",
  organisation: { organisationId: "dps", name: "Øyane DPS" },
};

let becomes: (room: RoomDetails) => void = () => undefined;

/** In a room as the server has answered with it. */
function Inviting({ room }: { room: RoomDetails }) {
  const queries = useQueryClient();
  becomes = (next) => showRoom(queries, next);
  const queryKey = ["rooms", "details", "room"];
  const { data } = useQuery({ queryKey, queryFn: () => room, enabled: false, initialData: room });
  return <Invite room={data} headingLevel="2" />;
}

/** The first invitation is refused, those after it are not. */
function serverRefusesOnce(): void {
  let refused = false;
  vi.stubGlobal("fetch", (path: string) => {
    if (path.includes("directory")) return Promise.resolve(Response.json({ items: [sara] }));
    if (refused) return Promise.resolve(Response.json(seated("PROPOSED")));
    refused = true;
    const problem = { type: "about:blank", title: "", status: 409, code: "asked-too-recently" };
    return Promise.resolve(
      Response.json(problem, {
        status: 409,
        headers: { "content-type": "application/problem+json" },
      }),
    );
  });
}

const NO = /asked about recently|asked.*recently|answer was no/i;

async function searchesAndInvites() {
  await userEvent.type(screen.getByRole("searchbox"), "Sara");
  await userEvent.click(await screen.findByRole("button", { name: /Sara Psykolog/ }));
  await userEvent.click(await screen.findByRole("button", { name: /Ja, ta med|Yes, let/ }));
}

test("what was refused is no longer said beside a new search", async () => {
  serverRefusesOnce();
  await renderFor(ARE, <Inviting room={aresRoom()} />);
  fireEvent.click(screen.getByRole("button"));
  await searchesAndInvites();
  await screen.findByText(NO);

  await userEvent.type(screen.getByRole("searchbox"), "V");

  expect(screen.queryByText(NO)).toBeNull();
});

test("nor is it said any more that the last one was asked", async () => {
  serverRefusesOnce();
  await renderFor(ARE, <Inviting room={aresRoom()} />);
  fireEvent.click(screen.getByRole("button"));
  await searchesAndInvites();
  await screen.findByText(NO);
  await userEvent.clear(screen.getByRole("searchbox"));
  await searchesAndInvites();
  await screen.findByText(/Sara Psykolog (is|has been|was)/);

  await userEvent.type(screen.getByRole("searchbox"), "V");

  expect(screen.queryByText(/Sara Psykolog (is|has been|was)/)).toBeNull();
});

test("who was found for other words is not shown for these, and without a network that is said", async () => {
  serverRefusesOnce();
  await renderFor(ARE, <Inviting room={aresRoom()} />);
  fireEvent.click(screen.getByRole("button"));
  await userEvent.type(screen.getByRole("searchbox"), "Sara");
  await screen.findByRole("button", { name: /Sara Psykolog/ });
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
  await userEvent.type(screen.getByRole("searchbox"), " V");
  expect(screen.queryByRole("button", { name: /Sara Psykolog/ })).toBeNull();
  await screen.findByText(/We cannot reach Samsnakk/, {}, { timeout: 10_000 });
  expect(screen.queryByRole("button", { name: /Sara Psykolog/ })).toBeNull();
}, 20_000);

test("who is in the room already is said to be, and is not found anew", async () => {
  serverRefusesOnce();
  const seats = [{ seatId: "s", person: { personId: "sara", name: "Sara" }, status: "ACTIVE" }];
  const room = aresRoom({ seats: seats as never });
  await renderFor(ARE, <Inviting room={room} />);
  fireEvent.click(screen.getByRole("button"));
  await userEvent.type(screen.getByRole("searchbox"), "Sara");
  await screen.findByText(/Those who match are here/);
  expect(screen.queryByRole("button", { name: /Sara Psykolog/ })).toBeNull();
});

/** Each invitation is answered with the room as it is by then. */
function serverAnswersWith(room: RoomDetails): string[] {
  const sent: string[] = [];
  vi.stubGlobal("fetch", (path: string, init?: RequestInit) => {
    if (path.includes("directory")) return Promise.resolve(Response.json({ items: [sara] }));
    if (init?.method === "POST") sent.push(String(init.body));
    return Promise.resolve(Response.json(room));
  });
  return sent;
}

const seated = (status: "ACTIVE" | "PROPOSED") =>
  aresRoom({
    seats: [
      {
        seatId: "s",
        part: "HELPER",
        status,
        person: { personId: "sara", name: "Sara Psykolog" },
        changedAt: "2026-11-22T06:00:00.000Z",
      },
    ],
  });

async function chooses() {
  fireEvent.click(screen.getByRole("button"));
  await userEvent.type(screen.getByRole("searchbox"), "Sara");
  await userEvent.click(await screen.findByRole("button", { name: /Sara Psykolog/ }));
}

test("whom the patient chooses is let in by a second tap, which says what it means", async () => {
  const sent = serverAnswersWith(seated("ACTIVE"));
  await renderFor(ARE, <Inviting room={aresRoom()} />);
  await chooses();
  expect(document.body.textContent).toMatch(/Sara Psykolog.*(lese alt|read everything)/);
  expect(sent).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: /Ja, ta med|Yes, let/ }));
  await screen.findByText(/Sara Psykolog (er med i|takes part in)/);
  expect(sent).toHaveLength(1);
});

test("nor that she is in who has been shown out or has left since", async () => {
  serverAnswersWith(seated("ACTIVE"));
  await renderFor(ARE, <Inviting room={aresRoom()} />);
  await chooses();
  await userEvent.click(screen.getByRole("button", { name: /Ja, ta med|Yes, let/ }));
  await screen.findByText(/Sara Psykolog (er med i|takes part in)/);

  act(() => becomes(aresRoom()));

  await waitFor(() => expect(screen.queryByText(/Sara Psykolog (er med|takes part)/)).toBeNull());
});

test("it says that she is in only where the answer says so", async () => {
  serverAnswersWith(seated("PROPOSED"));
  await renderFor(ARE, <Inviting room={aresRoom()} />);
  await searchesAfterOpening();
  expect(document.body.textContent).not.toMatch(/er med i rommet|takes part in/);
});

async function searchesAfterOpening() {
  await chooses();
  await userEvent.click(screen.getByRole("button", { name: /Ja, ta med|Yes, let/ }));
  await screen.findByText(/Sara Psykolog (is|has been|was|er invitert)/);
}

test("cancelled, nobody is let in", async () => {
  const sent = serverAnswersWith(seated("ACTIVE"));
  await renderFor(ARE, <Inviting room={aresRoom()} />);
  await chooses();
  await userEvent.click(screen.getByRole("button", { name: /Avbryt|Cancel/ }));
  expect(screen.queryByRole("button", { name: /Ja, ta med|Yes, let/ })).toBeNull();
  expect(sent).toEqual([]);
});

test.each([
  ["a patient who is known less surely", { ...ARE, level: "SUBSTANTIAL" as const }, aresRoom()],
  [
    "a helper",
    { ...ARE, personId: "kari" },
    aresRoom({ me: { seatId: "k", part: "HELPER", status: "ACTIVE" } }),
  ],
])("%s only suggests, with one tap, and is told no more", async (_, me, room) => {
  const sent = serverAnswersWith({ ...seated("PROPOSED"), me: room.me });
  await renderFor(me, <Inviting room={room} />);
  await chooses();
  await screen.findByText(/Sara Psykolog (is|has been|was|er invitert)/);
  expect(sent).toHaveLength(1);
  expect(document.body.textContent).not.toMatch(
    /lese alt|read everything|uten at noen|without any/,
  );
});

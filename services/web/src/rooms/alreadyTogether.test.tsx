import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { RoomSummary } from "../contracts/rooms";
import { aresRoom, renderFor, serverAnswers, VERA, VERAS_ROLE } from "../shell/test-room";
import { alreadyTogether } from "./alreadyTogether";
import { ProposeForm } from "./ProposeForm";

function room(change: Partial<RoomSummary> = {}): RoomSummary {
  return aresRoom({
    status: "ACTIVE",
    me: { seatId: "veras", part: "HELPER", status: "ACTIVE" },
    ...change,
  });
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test.each(["Are Nordmann", "are  nordmann ", "Nordmann Are", "Are-Nordmann"])(
  "%s is the patient of a room that she is in",
  (name) => {
    expect(alreadyTogether(name, [room()])).toHaveLength(1);
  },
);

test.each(["", "Are", "Ar No", "Are Nordmannsen", "Per Nordmann"])("%s may be anybody", (name) => {
  expect(alreadyTogether(name, [room()])).toEqual([]);
});

test("a name is the same without the letters that a keyboard lacks", () => {
  const his = room({ patient: { personId: "are", name: "Are Ødegård" } });
  expect(alreadyTogether("are odegard", [his])).toHaveLength(1);
});

test("part of a longer name is that name so far", () => {
  const longer = room({ patient: { personId: "are", name: "Are Johan Nordmann" } });
  expect(alreadyTogether("Are Nordmann", [longer])).toHaveLength(1);
});

test.each([
  ["her own", room({ me: { seatId: "hers", part: "PATIENT", status: "ACTIVE" } })],
  ["one that was declined", room({ status: "DECLINED" })],
  ["one that is closed", room({ status: "WITHDRAWN" })],
])("%s is no room to write in with him", (_, over) => {
  expect(alreadyTogether("Are Nordmann", [over])).toEqual([]);
});

test("who types the name of somebody she has a room with is told of it, and may go on", async () => {
  const asked = serverAnswers(({ method }) =>
    method === "GET"
      ? { items: [room(), room({ roomId: "other", purpose: "Samordne arbeid" })] }
      : {},
  );
  await renderFor(VERA, <ProposeForm roles={[VERAS_ROLE]} />);
  await userEvent.type(
    await screen.findByRole("textbox", { name: "The patient's name" }),
    "Are Nordmann",
  );

  expect(
    await screen.findByText(/You already have 2 rooms with somebody of this name/),
  ).toBeTruthy();
  screen.getByText(/Are Nordmann.*Samordne arbeid/);
  expect(screen.queryByRole("link")).toBeNull();
  expect(asked.map(({ path }) => path)).toEqual(["/api/rooms"]);
});

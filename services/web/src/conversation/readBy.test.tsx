import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { ARE, aresRoom, renderFor } from "../shell/test-room";
import type { Marks } from "./conversation";
import type { Range } from "./ranges";
import { ReadBy } from "./ReadBy";

afterEach(cleanup);

function seat(personId: string, name: string, part: "PATIENT" | "PROFESSIONAL") {
  return { seatId: personId, person: { personId, name }, part, status: "ACTIVE" };
}

const ROOM = aresRoom({
  seats: [
    seat("are", "Are Nordmann", "PATIENT"),
    seat("kari", "Kari Psykolog", "PROFESSIONAL"),
    seat("vera", "Vera Veileder", "PROFESSIONAL"),
  ] as unknown as RoomDetails["seats"],
});

/** Are has written messages 3 to 5 together. */
async function said(
  read: Record<string, Range[]>,
  received: Record<string, Range[]> = {},
  groupWhole = true,
) {
  const marks = (of: Record<string, Range[]>): Marks => new Map(Object.entries(of));
  const message = { seq: 5, senderId: "are" } as Message;
  await renderFor(
    ARE,
    <ReadBy
      room={ROOM}
      read={marks(read)}
      received={marks(received)}
      message={message}
      groupFrom={3}
      groupWhole={groupWhole}
    />,
  );
  return screen.getByText(/./).textContent;
}

test("who has only got it has not read it", async () => {
  expect(await said({}, { kari: [[1, 5]] })).toBe("Not read yet · Delivered to Kari");
});

test("read by the one, only come to the other", async () => {
  expect(await said({ kari: [[1, 5]] }, { kari: [[1, 5]], vera: [[1, 5]] })).toBe(
    "Read by Kari · Delivered to Vera",
  );
});

test("who has seen one of them, the first or the last, has not read them all", async () => {
  expect(await said({ kari: [[5, 5]] })).toBe("Kari has read 1 of 3");
  cleanup();
  expect(await said({ kari: [[1, 4]] })).toBe("Kari has read 2 of 3");
  cleanup();
  expect(await said({ kari: [[5, 5]], vera: [[3, 9]] })).toBe(
    "Read by Vera · Kari has read 1 of 3",
  );
});

test("where they may have begun further back, it is told of the last", async () => {
  expect(await said({ kari: [[5, 5]] }, {}, false)).toBe("Kari has read 1 of the last 3");
});

test("what was read before and after them says nothing of them", async () => {
  expect(
    await said({
      kari: [
        [1, 2],
        [6, 9],
      ],
    }),
  ).toBe("Not read yet");
});

test("what has come in part has not come", async () => {
  expect(await said({}, { kari: [[5, 5]] })).toBe("Not read yet");
});

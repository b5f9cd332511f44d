import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { ARE, aresRoom, renderFor } from "../shell/test-room";
import { newConversation, type Marks } from "./conversation";
import type { Entry } from "./entries";
import { lastReadOf } from "./lastRead";
import type { Range } from "./ranges";
import { LastRead, ReadBy } from "./ReadBy";
import { Readers } from "./Readers";

afterEach(cleanup);

function seat(
  personId: string,
  name: string,
  part: "PATIENT" | "PROFESSIONAL",
  status = "ACTIVE",
  organisation?: string,
) {
  const from = organisation && { organisation: { name: organisation } };
  return { seatId: personId, person: { personId, name }, part, status, ...from };
}

const ROOM = aresRoom({
  seats: [
    seat("are", "Are Nordmann", "PATIENT"),
    seat("kari", "Kari Psykolog", "PROFESSIONAL", "ACTIVE", "Askøy kommune"),
    seat("vera", "Vera Veileder", "PROFESSIONAL", "ACTIVE", "NAV Askøy"),
    seat("gro", "Gro Lege", "PROFESSIONAL", "LEFT"),
  ] as unknown as RoomDetails["seats"],
});

const marks = (of: Record<string, Range[]>): Marks => new Map(Object.entries(of));

/** What is told of messages 3 to 5, which Are has written together; null where nothing is. */
async function said(
  read: Record<string, Range[]>,
  received: Record<string, Range[]> = {},
  groupWhole = true,
  group: Range[] = [[3, 5]],
) {
  const message = { seq: 5, senderId: "are" } as Message;
  await renderFor(
    ARE,
    <ReadBy
      room={ROOM}
      read={marks(read)}
      received={marks(received)}
      message={message}
      group={group}
      groupWhole={groupWhole}
    />,
  );
  return screen.queryByText(/./)?.textContent ?? null;
}

test("who has only got it has not read it", async () => {
  expect(await said({}, { kari: [[1, 5]] })).toBe("Not read yet · Delivered to Kari");
});

test("read by the one, only come to the other", async () => {
  expect(await said({ kari: [[1, 5]] }, { kari: [[1, 5]], vera: [[1, 5]] })).toBe(
    "Delivered to Vera",
  );
});

test("it is not said that nobody has read what one has who left since", async () => {
  expect(await said({ gro: [[1, 5]] }, { kari: [[1, 5]] })).toBe("Delivered to Kari");
  cleanup();
  expect(await said({ gro: [[1, 2]] })).toBe("Not read yet");
});

test("of whom the face tells all nothing more is said", async () => {
  expect(await said({ kari: [[1, 5]], vera: [[1, 4]] })).toBeNull();
});

test("who has passed over one of them has not read them all", async () => {
  expect(await said({ kari: [[5, 5]] })).toBe("Kari has read 1 of 3");
  cleanup();
  expect(
    await said({
      kari: [
        [1, 2],
        [4, 9],
      ],
    }),
  ).toBe("Kari has read 2 of 3");
  cleanup();
  expect(await said({ kari: [[5, 5]], vera: [[3, 9]] })).toBe("Kari has read 1 of 3");
});

test("what stands between two that hang together and is no row is not counted", async () => {
  const rows: Range[] = [
    [3, 3],
    [5, 5],
  ];
  expect(await said({ kari: [[5, 5]], vera: [[3, 3]] }, {}, true, rows)).toBe(
    "Kari has read 1 of 2",
  );
  cleanup();
  expect(
    await said(
      {
        kari: [
          [3, 3],
          [5, 5],
        ],
      },
      {},
      true,
      rows,
    ),
  ).toBeNull();
});

test("where they may have begun further back, it is told of the last", async () => {
  expect(await said({ kari: [[5, 5]] }, {}, false)).toBe("Kari has read 1 of the last 3");
});

test("who has read before and after them has not read them", async () => {
  expect(
    await said({
      kari: [
        [1, 2],
        [6, 9],
      ],
    }),
  ).toBe("Not read by Kari");
});

test("what has come in part has not come", async () => {
  expect(await said({}, { kari: [[5, 5]] })).toBe("Not read yet");
});

function rows(...senders: string[]): Entry[] {
  return senders.map((senderId, i) => {
    const message = { seq: i + 1, senderId } as Message;
    return { kind: "message", message } as Entry;
  });
}

test("a face stands by the last of others' that she has read", () => {
  const entries = rows("are", "kari", "are", "vera");
  const read = marks({ kari: [[1, 2]], vera: [[1, 4]], gro: [[1, 1]], are: [[1, 4]] });
  expect([...lastReadOf(entries, read, "are")]).toEqual([
    [1, ["kari", "gro"]],
    [3, ["vera"]],
  ]);
});

test("a face does not stand by what was passed over, nor by what is not here", () => {
  const read = marks({ kari: [[1, 1]], vera: [[9, 9]] });
  expect([...lastReadOf(rows("are", "are"), read, "are")]).toEqual([[1, ["kari"]]]);
});

test("whose faces they are is told in words too", async () => {
  const asked = vi.fn();
  const message = { seq: 5, senderId: "are" } as Message;
  await renderFor(
    ARE,
    <LastRead room={ROOM} message={message} readers={["kari", "gro"]} onAsk={asked} />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Read by Kari and Gro" }));
  expect(asked).toHaveBeenCalledWith(message);
});

test("when it was read, by whom and from where, and what she said of it; who has only got it, and who has not", async () => {
  const message = { seq: 5, senderId: "vera", sentAt: "2025-11-03T09:00:00Z" } as Message;
  const conversation = {
    ...newConversation("room"),
    read: marks({ kari: [[1, 5]], gro: [[1, 5]] }),
    received: marks({ are: [[5, 5]] }),
    receivedAt: new Map([
      ["are", [{ range: [5, 5] as const, at: "2025-11-03T09:05:00Z", exact: true }]],
    ]),
    readAt: new Map([
      ["kari", [{ range: [5, 5] as const, at: "2025-11-03T09:15:00Z", exact: true }]],
      ["gro", [{ range: [1, 5] as const, at: "2025-11-04T09:15:00Z", exact: false }]],
    ]),
  };
  await renderFor(
    { ...ARE, personId: "ola" },
    <Readers
      room={ROOM}
      conversation={conversation}
      message={message}
      acknowledged={[{ personId: "kari", says: "THANKS", seq: 6 }]}
      underWay={undefined}
      offered={false}
      mayAnswer={false}
      question={undefined}
      asking={undefined}
      appointment={undefined}
      appointing={undefined}
      agreement={undefined}
      agreeing={undefined}
      correcting={undefined}
      mayCorrect={false}
      repliesTo={undefined}
      mayAct={false}
      mayAsk={false}
      onClose={vi.fn()}
    />,
  );
  const people = screen
    .getAllByRole("listitem")
    .map((it) => it.textContent.replace(/\d\d:\d\d/, "10:15"));
  expect(people).toEqual([
    "ANAre NordmannDelivered 3. Nov 10:15, not read",
    "KPKari PsykologAskøy kommuneThanksRead 3. Nov 10:15",
    "GLGro Lege · no longer in the roomRead 4. Nov 10:15 or before",
  ]);
  expect(within(screen.getByRole("dialog")).queryByRole("link")).toBeNull();
});

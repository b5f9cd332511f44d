import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { startLanguage } from "../language/language";
import { SessionContext } from "../session/session";
import type { Seat } from "../contracts/rooms";
import { ARE, aresRoom } from "../shell/test-room";
import { Announcer } from "./Announcer";
import { changesOf } from "./changes";
import type { Conversation } from "./conversation";
import { entriesOf } from "./entries";

afterEach(cleanup);

const AT = "2026-11-22T08:00:00.000Z";

const VERA: Seat = {
  seatId: "veras",
  part: "HELPER",
  status: "ACTIVE",
  person: { personId: "vera", name: "Vera Veileder" },
  changedAt: "2026-11-22T06:00:00.000Z",
};

const SESSION = {
  session: { kind: "signed-in" as const, me: ARE, lasts: { endsAt: Infinity, mayStay: true } },
  retry: () => undefined,
  look: () => Promise.resolve(),
  signOut: () => Promise.resolve(),
  lost: () => undefined,
};

/** What has been written so far, by whom; nothing where it is not known yet. */
function withMessages(...senders: (string | undefined)[]) {
  return withAll({ senders });
}

interface All {
  senders?: (string | undefined)[];
  seats?: Seat[];
  atBottom?: boolean;
  accessEpoch?: number;
  /** The epochs that the messages were sent under. */
  under?: number[];
  /** What was answered shortly after them. */
  answers?: object[];
}

function withAll({
  senders = [],
  seats = [VERA],
  atBottom = true,
  accessEpoch = 1,
  under = [],
  answers = [],
}: All) {
  const messages = senders
    .map((senderId, i) => ({ seq: i + 1, senderId, kind: "TEXT", body: `text ${i + 1}` }))
    .filter(({ senderId }) => senderId !== undefined);
  const lastSeq = senders.length + answers.length;
  const sent = messages.map((it) => ({
    ...it,
    clientId: `${it.seq}`,
    sentAt: AT,
    accessEpoch: under[it.seq - 1] ?? 1,
  }));
  const rest = {
    floor: 1,
    lastSeq,
    hasOlder: false,
    joints: new Set(),
    outbox: [],
    newAfter: null,
  };
  const write = { may: true, accessEpoch: 0 };
  const conversation = {
    ...rest,
    write,
    messages: [...sent, ...answers],
  } as unknown as Conversation;
  const room = aresRoom({ seats, accessEpoch });
  return (
    <SessionContext value={SESSION}>
      <Announcer
        {...{ room, conversation, atBottom }}
        entries={entriesOf(conversation, ARE.personId, changesOf(room))}
      />
    </SessionContext>
  );
}

async function afterOpeningWith(...senders: string[]) {
  await startLanguage();
  return render(withMessages(...senders)).rerender;
}

const spoken = () => within(screen.getByRole("log")).queryAllByText(/./).length;

test("three messages of one person are three announcements, also when they come at once", async () => {
  const rerender = await afterOpeningWith("vera");
  expect(spoken()).toBe(0);

  rerender(withMessages("vera", "vera"));
  expect(spoken()).toBe(1);
  rerender(withMessages("vera", "vera", "vera", "vera"));
  expect(spoken()).toBe(3);
});

test("one that fills a gap is announced, and in its place", async () => {
  const rerender = await afterOpeningWith("vera");

  rerender(withMessages("vera", undefined, "vera"));
  expect(spoken()).toBe(0);
  rerender(withMessages("vera", "vera", "vera"));
  expect(spoken()).toBe(2);
});

test("one's own are not announced, and hide nobody's", async () => {
  const rerender = await afterOpeningWith();

  rerender(withMessages("vera", "are"));

  expect(spoken()).toBe(1);
});

test("a message is announced once, and what is spoken does not grow for ever", async () => {
  const rerender = await afterOpeningWith();
  const many = Array.from({ length: 60 }, () => "vera");

  rerender(withMessages(...many.slice(0, 30)));
  rerender(withMessages(...many.slice(0, 30)));
  rerender(withMessages(...many));

  expect(spoken()).toBe(20);
});

test("what is said is read out where it is on the screen too, and else that there is something", async () => {
  const rerender = await afterOpeningWith();

  rerender(withMessages("vera"));
  screen.getByText("Vera Veileder: text 1");
  rerender(withAll({ senders: ["vera", "vera"], atBottom: false }));
  screen.getByText("New message from Vera Veileder, further down");
  expect(screen.queryByText(/text 2/)).toBeNull();
});

test("who comes and goes is told while the room is open, and nothing older", async () => {
  const start = "2026-11-22T07:00:00.000Z";
  const came = { ...VERA, periods: [{ start, startEpoch: 2 }] };
  await startLanguage();
  const { rerender } = render(withAll({ seats: [VERA] }));
  rerender(withAll({ seats: [came], accessEpoch: 2 }));
  expect(screen.getByRole("log").textContent).toBe("Vera Veileder joined.");
  cleanup();

  // The first answer was that of an older server, which tells of no periods.
  const old = render(withAll({ seats: [VERA], accessEpoch: 2 }));
  old.rerender(withAll({ seats: [came], accessEpoch: 2 }));
  expect(screen.getByRole("log").textContent).toBe("");
  cleanup();

  const open = render(withAll({ seats: [came], accessEpoch: 2 }));
  const left = { start, startEpoch: 2, end: start, endEpoch: 3, endedBy: "LEFT" as const };
  open.rerender(withAll({ seats: [{ ...came, periods: [left] }], accessEpoch: 3 }));
  expect(screen.getByRole("log").textContent).toBe("Vera Veileder left the room.");
});

test("who came and what she said are told in the order of the screen", async () => {
  await startLanguage();
  const { rerender } = render(withAll({ senders: ["vera"] }));
  const came = { ...VERA, periods: [{ start: AT, startEpoch: 2 }] };
  rerender(withAll({ senders: ["vera", "vera"], seats: [came], accessEpoch: 2, under: [1, 2] }));
  const lines = within(screen.getByRole("log")).getAllByText(/./);
  expect(lines.map((it) => it.textContent)).toEqual([
    "Vera Veileder joined.",
    "Vera Veileder: text 2",
  ]);
});

test("of whom the room has not told yet nobody says that she is no longer here", async () => {
  const rerender = await afterOpeningWith();
  rerender(withMessages("sara"));
  screen.getByText("A participant: text 1");
});

test("a short answer to one's own message is told, one's own too, and no other", async () => {
  const rerender = await afterOpeningWith("are", "vera");
  const answer = (seq: number, senderId: string, about: number, says: string) => ({
    ...{ seq, senderId, about, says, clientId: `a${seq}`, sentAt: AT, accessEpoch: 1 },
    ...{ class: "AMENDS", kind: "ACKNOWLEDGEMENT" },
  });
  const said = [
    answer(3, "vera", 1, "WILL_DO"),
    answer(4, "kari", 2, "THANKS"),
    answer(5, "are", 2, "RECEIVED"),
    answer(6, "are", 2, "TAKEN_BACK"),
    answer(7, "vera", 1, "TAKEN_BACK"),
    answer(8, "vera", 1, "NEWER"),
  ];
  rerender(withAll({ senders: ["are", "vera"], answers: said }));
  const lines = within(screen.getByRole("log")).getAllByText(/./);
  expect(lines.map((it) => it.textContent)).toEqual([
    "Vera Veileder answered your message: I'll do it",
    "You answered: Received",
    "Your answer has been taken back",
    "Vera Veileder took back the answer to your message",
  ]);
});

test("of a question it tells what concerns the person: her own, what is asked of her, and what becomes of it", () => {
  const { rerender } = render(withAll({ senders: ["are", "vera"] }));
  const says = (seq: number, senderId: string, about: number, more: object) => ({
    ...{ seq, clientId: `q${seq}`, senderId, class: "AMENDS", kind: "QUESTION", sentAt: AT, about },
    ...{ state: "OPEN", askedById: "are", addresseeId: "vera", ...more },
  });
  const answers = [
    says(3, "are", 2, {}),
    says(4, "vera", 2, { askedById: "vera", addresseeId: "are" }),
    says(5, "vera", 1, { state: "ANSWERED" }),
    says(6, "kari", 2, { state: "WITHDRAWN", askedById: "kari" }),
    says(7, "kari", 2, { askedById: "kari" }),
    says(8, "kari", 2, { state: "NEWER" }),
    says(9, "vera", 1, { askedById: "vera", addresseeId: "are" }),
    says(10, "vera", 1, { askedById: "vera", addresseeId: "kari" }),
    says(11, "vera", 1, { askedById: "kari", addresseeId: "vera" }),
  ];
  rerender(withAll({ senders: ["are", "vera"], answers }));
  const lines = within(screen.getByRole("log")).getAllByText(/./);
  expect(lines.map((it) => it.textContent)).toEqual([
    "Question to Vera sent",
    "A question to you from Vera",
    "Question to Vera: answered",
    "Question to Vera: withdrawn",
    "A question to you from Vera",
    "Question to A participant",
    "Vera will see to this",
  ]);
});

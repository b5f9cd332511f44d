import fc from "fast-check";
import { expect, test } from "vitest";
import type { Message } from "../contracts/conversation";
import { acknowledgementsIn } from "./acknowledgements";

function entry(seq: number, senderId: string, more: Partial<Message>): Message {
  const ids = { roomId: "room", entryId: `${seq}`, clientId: `c${seq}`, seq, senderId };
  return { ...ids, format: 1, sentAt: "2026-11-22T08:00:00Z", accessEpoch: 1, ...more } as Message;
}

const text = (seq: number, senderId: string) =>
  entry(seq, senderId, { class: "VISIBLE", kind: "TEXT", body: "Hei" });

function answer(seq: number, senderId: string, about: number | undefined, says: string) {
  const said = about === undefined ? {} : { about, says };
  return entry(seq, senderId, { class: "AMENDS", kind: "ACKNOWLEDGEMENT", ...said });
}

const saidOf = (about: number, messages: Message[], lastSeq = messages.at(-1)?.seq ?? 0) =>
  acknowledgementsIn(messages, lastSeq)
    .by.get(about)
    ?.map(({ personId, says }) => `${personId} ${says}`);

test("who has said what of a message, in the order in which they said it", () => {
  const messages = [
    text(1, "are"),
    answer(2, "vera", 1, "RECEIVED"),
    text(3, "kari"),
    answer(4, "kari", 1, "WILL_DO"),
    answer(5, "vera", 3, "THANKS"),
  ];
  expect(saidOf(1, messages)).toEqual(["vera RECEIVED", "kari WILL_DO"]);
  expect(saidOf(3, messages)).toEqual(["vera THANKS"]);
});

test("the newest is what she says; what is taken back says nothing", () => {
  const said = [text(1, "are"), answer(2, "vera", 1, "RECEIVED"), answer(3, "kari", 1, "THANKS")];
  expect(saidOf(1, [...said, answer(4, "vera", 1, "WILL_DO")])).toEqual([
    "kari THANKS",
    "vera WILL_DO",
  ]);
  expect(saidOf(1, [...said, answer(4, "vera", 1, "TAKEN_BACK")])).toEqual(["kari THANKS"]);
});

test("what a newer version says, says nothing here, and takes the place of what was said before", () => {
  const messages = [text(1, "are"), answer(2, "vera", 1, "RECEIVED"), answer(3, "vera", 1, "NO")];
  expect(saidOf(1, messages)).toBeUndefined();
});

test("one that does not open leaves nothing of hers known, and all of others'", () => {
  const said = [text(1, "are"), answer(2, "vera", 1, "RECEIVED"), answer(3, "kari", 1, "THANKS")];
  expect(saidOf(1, [...said, answer(4, "vera", undefined, "")])).toEqual(["kari THANKS"]);
});

test("nothing is claimed of what lies before a gap, nor where the newest is missing", () => {
  const messages = [
    text(1, "are"),
    answer(2, "vera", 1, "RECEIVED"),
    text(4, "are"),
    answer(5, "vera", 4, "RECEIVED"),
  ];
  expect(saidOf(1, messages)).toBeUndefined();
  expect(saidOf(4, messages)).toEqual(["vera RECEIVED"]);
  expect(saidOf(4, messages, 6)).toBeUndefined();
});

test("what the server has accepted counts before it is shown, and makes no gap", () => {
  const messages = [text(1, "are"), answer(2, "vera", 1, "RECEIVED")];
  const mine = { seq: 4, senderId: "kari", kind: "ACKNOWLEDGEMENT", about: 1, says: "THANKS" };
  const written = { seq: 3, senderId: "kari", kind: "TEXT" };
  const { by, wholeFrom } = acknowledgementsIn(messages, 4, [written, mine]);
  expect(wholeFrom).toBe(1);
  expect(by.get(1)?.map(({ personId }) => personId)).toEqual(["vera", "kari"]);
});

test("nobody answers herself, nor what is not there", () => {
  expect(saidOf(1, [text(1, "are"), answer(2, "are", 1, "THANKS")])).toBeUndefined();
  expect(saidOf(9, [text(1, "are"), answer(2, "vera", 9, "THANKS")])).toBeUndefined();
});

test("what has not become another is the same list as before", () => {
  const before = [text(1, "are"), answer(2, "vera", 1, "RECEIVED"), text(3, "are")];
  const after = [...before, answer(4, "vera", 3, "THANKS")];
  const one = acknowledgementsIn(before, 3).by.get(1);
  expect(acknowledgementsIn(after, 4).by.get(1)).toBe(one);
});

const PEOPLE = ["are", "vera", "kari"];
const anyEntry = fc.record({
  who: fc.constantFrom(...PEOPLE),
  about: fc.option(fc.nat({ max: 12 }), { nil: undefined }),
  says: fc.constantFrom("TEXT", "RECEIVED", "THANKS", "WILL_DO", "TAKEN_BACK", "NEWER"),
});
const anyRoom = fc
  .array(anyEntry, { maxLength: 25 })
  .map((said) =>
    said.map(({ who, about, says }, i) =>
      says === "TEXT" ? text(i + 1, who) : answer(i + 1, who, about, says),
    ),
  );
const anyArrival = anyRoom.chain((room) =>
  fc.tuple(fc.constant(room), fc.shuffledSubarray(room, { minLength: room.length })),
);

test("in whichever order the same entries come, the same is said", () => {
  fc.assert(
    fc.property(anyArrival, ([room, arrived]) => {
      expect(acknowledgementsIn(arrived, room.length)).toEqual(
        acknowledgementsIn(room, room.length),
      );
    }),
  );
});

test("the later wins: whoever says something of a message is shown with her last word alone", () => {
  fc.assert(
    fc.property(anyRoom, (room) => {
      for (const [about, said] of acknowledgementsIn(room, room.length).by) {
        expect(new Set(said.map(({ personId }) => personId)).size).toBe(said.length);
        for (const { personId, says, seq } of said) {
          const hers = room.filter((it) => it.senderId === personId && it.about === about);
          expect(hers.at(-1)).toMatchObject({ seq, says });
        }
      }
    }),
  );
});

test("what was said to the words before is no answer to these, and may be said anew", () => {
  const edit = entry(3, "are", { class: "AMENDS", kind: "EDIT", about: 1, body: "Hei igjen" });
  const messages = [text(1, "are"), answer(2, "vera", 1, "WILL_DO"), edit];
  expect(saidOf(1, messages)).toBeUndefined();
  expect(saidOf(1, [...messages, answer(4, "vera", 1, "WILL_DO")])).toEqual(["vera WILL_DO"]);
});

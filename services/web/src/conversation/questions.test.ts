import fc from "fast-check";
import { expect, test } from "vitest";
import type { Message } from "../contracts/conversation";
import { isStanding, questionsIn, saidOfQuestion } from "./questions";

function entry(seq: number, senderId: string, more: Partial<Message>): Message {
  const ids = { roomId: "room", entryId: `${seq}`, clientId: `c${seq}`, seq, senderId };
  return { ...ids, format: 1, sentAt: "2026-11-22T08:00:00Z", accessEpoch: 1, ...more } as Message;
}

const text = (seq: number, senderId: string) =>
  entry(seq, senderId, { class: "VISIBLE", kind: "TEXT", body: "Hei" });

const question = (seq: number, about: number | undefined, more: Partial<Message> = {}) =>
  entry(seq, more.senderId ?? "kari", {
    class: "AMENDS",
    kind: "QUESTION",
    ...(about !== undefined && {
      about,
      state: "OPEN",
      askedById: "kari",
      addresseeId: "sara",
      ...more,
    }),
  });

const of = (messages: Message[], lastSeq = messages.at(-1)?.seq ?? 0) =>
  questionsIn(messages, lastSeq).by;

test("a question says what its entry says", () => {
  const messages = [text(1, "are"), question(2, 1, { wantedBy: "2026-11-27" })];
  expect(of(messages).get(1)).toEqual({
    about: 1,
    seq: 2,
    at: "2026-11-22T08:00:00Z",
    state: "OPEN",
    askedById: "kari",
    saidById: "kari",
    addresseeId: "sara",
    wantedBy: "2026-11-27",
  });
  expect(of(messages).has(2)).toBe(false);
});

test("the newest about a message holds, whoever sent it", () => {
  const messages = [
    text(1, "are"),
    text(2, "vera"),
    question(3, 1),
    question(4, 2, { addresseeId: "are" }),
    question(5, 1, { senderId: "sara", state: "PROMISED", promisedBy: "2026-11-27" }),
    question(6, 1, { senderId: "are", state: "ANSWERED" }),
  ];
  expect(of(messages).get(1)).toMatchObject({ seq: 6, state: "ANSWERED" });
  expect(of(messages).get(1)).not.toHaveProperty("promisedBy");
  expect(of(messages).get(2)).toMatchObject({ seq: 4, addresseeId: "are" });
  expect(isStanding(of(messages).get(1))).toBe(false);
  expect(isStanding(of(messages).get(2))).toBe(true);
});

test("what a newer version says takes the place of what stood, and nothing is claimed", () => {
  const messages = [text(1, "are"), question(2, 1), question(3, 1, { state: "PAUSED" })];
  expect(of(messages).has(1)).toBe(false);
});

test("one that does not open may be about any: nothing that stood before is known, all since is", () => {
  const messages = [text(1, "are"), text(2, "are"), question(3, 1), question(4, 2)];
  const after = [...messages, question(5, undefined), question(6, 2, { addresseeId: "vera" })];
  expect([...of(after).keys()]).toEqual([2]);
  expect(of(after).get(2)?.addresseeId).toBe("vera");
});

test("nothing is claimed of what was said before a gap, nor where the newest is missing", () => {
  const messages = [text(1, "are"), question(2, 1), text(4, "are"), question(5, 4)];
  expect([...of(messages).keys()]).toEqual([4]);
  expect(questionsIn(messages, 5).wholeFrom).toBe(4);
  expect(of(messages, 6).size).toBe(0);
});

test("an entry says all of it, also where the message lies before the gap", () => {
  expect(of([text(3, "are"), question(4, 1)]).get(1)).toMatchObject({ seq: 4, state: "OPEN" });
});

test("what the server has accepted counts before it is shown, and makes no gap", () => {
  const { about, kind, state, askedById, addresseeId, sentAt } = question(3, 1);
  const mine = { seq: 3, kind, sentAt, about, state, askedById, addresseeId };
  const written = { seq: 2, kind: "TEXT", sentAt };
  expect(questionsIn([text(1, "are")], 3, [written, mine] as Message[])).toMatchObject({
    wholeFrom: 1,
  });
  expect(
    questionsIn([text(1, "are")], 3, [written, mine] as Message[]).by.get(1)?.addresseeId,
  ).toBe("sara");
});

test("what has not become another is the same as before", () => {
  const before = [text(1, "are"), question(2, 1), text(3, "are")];
  const after = [...before, question(4, 3)];
  expect(of(after).get(1)).toBe(of(before).get(1));
});

test("all that was said of a question is told in the order of time", () => {
  const messages = [text(1, "are"), question(2, 1), text(3, "are"), question(4, 3), question(5, 1)];
  expect(saidOfQuestion(messages, 1).map(({ seq }) => seq)).toEqual([2, 5]);
});

const anyEntry = fc.record({
  who: fc.constantFrom("are", "vera", "kari"),
  to: fc.constantFrom("are", "vera", "sara"),
  about: fc.option(fc.nat({ max: 8 }), { nil: undefined }),
  state: fc.constantFrom("TEXT", "OPEN", "PROMISED", "ANSWERED", "WITHDRAWN", "NEWER"),
});
const anyRoom = fc
  .array(anyEntry, { maxLength: 25 })
  .map((said) =>
    said.map(({ who, to, about, state }, i) =>
      state === "TEXT"
        ? text(i + 1, who)
        : question(i + 1, about, { senderId: who, addresseeId: to, state }),
    ),
  );
const anyArrival = anyRoom.chain((room) =>
  fc.tuple(
    fc.constant(room),
    fc.shuffledSubarray(room, { minLength: room.length }),
    fc.nat({ max: room.length }),
  ),
);

test("in whichever order the same entries come, accepted first or not, the same stands", () => {
  fc.assert(
    fc.property(anyArrival, ([room, arrived, shown]) => {
      const whole = questionsIn(room, room.length);
      expect(questionsIn(arrived, room.length)).toEqual(whole);
      expect(questionsIn(arrived.slice(0, shown), room.length, arrived.slice(shown))).toEqual(
        whole,
      );
    }),
  );
});

test("what stands of a message is the newest that was said of it", () => {
  fc.assert(
    fc.property(anyRoom, (room) => {
      const { by } = questionsIn(room, room.length);
      const unopened = room.findLast((it) => it.kind === "QUESTION" && it.about === undefined);
      for (const about of new Set(room.map((it) => it.about))) {
        if (about === undefined) continue;
        const newest = saidOfQuestion(room, about).at(-1);
        const isKnown =
          newest !== undefined && newest.state !== "NEWER" && newest.seq > (unopened?.seq ?? 0);
        expect(by.get(about)?.seq).toBe(isKnown ? newest.seq : undefined);
      }
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { Unread } from "./unread";

const TOLD = { roomId: "room", lastSeq: 300, readSeq: 10, own: [299, 300], ownBefore: 280 };

test("what is not new is not counted, however much there is of it", () => {
  const unread = new Unread();
  unread.reset([TOLD]);
  expect(unread.count("room")).toBe(8);
  unread.activity("room", 301, false);
  expect(unread.count("room")).toBe(9);
});

test("who has read to the end has nothing new", () => {
  const unread = new Unread();
  unread.reset([TOLD]);
  unread.read("room", 300);
  expect(unread.count("room")).toBe(0);
  unread.activity("room", 301, false);
  expect(unread.count("room")).toBe(1);
});

test("what was heard before she was let in anew does not count twice", () => {
  const unread = new Unread();
  unread.reset([TOLD]);
  unread.told({ ...TOLD, readSeq: 300, own: [], ownBefore: 0 });
  expect(unread.count("room")).toBe(0);
});

/** As the server tells of it: of the newest few which are hers, of those before how many. */
function position(isOwn: readonly boolean[], lastSeq: number, readSeq: number) {
  const hers = isOwn
    .map((own, index) => (own ? index + 1 : 0))
    .filter((seq) => seq > readSeq && seq <= lastSeq);
  const own = hers.filter((seq) => seq > lastSeq - 5);
  return { roomId: "room", lastSeq, readSeq, own, ownBefore: hers.length - own.length };
}

// Of what is only counted nobody can say which of it she has read since: it is taken to be hers.
test("R3: however it is told, no less is new than to whoever asks now, and no more if she reads nothing", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("entry" as const), own: fc.boolean() }),
    fc.record({ kind: fc.constant("read" as const), ahead: fc.nat(12) }),
    fc.record({
      kind: fc.constant("told" as const),
      late: fc.nat(4),
      unheard: fc.nat(3),
      behind: fc.nat(4),
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 30 }), fc.array(step), (begun, steps) => {
      const isOwn = [...begun];
      let readSeq = 0;
      const unread = new Unread();
      unread.reset([position(isOwn, isOwn.length, readSeq)]);
      for (const it of steps) {
        if (it.kind === "entry") {
          isOwn.push(it.own);
          unread.activity("room", isOwn.length, it.own);
        } else if (it.kind === "read") {
          readSeq = Math.min(isOwn.length, readSeq + it.ahead);
          unread.read("room", readSeq);
        } else {
          // Something has come that was not told of one by one; what is told may be of before her reading.
          for (let i = 0; i < it.unheard; i++) isOwn.push(i % 2 === 0);
          // Of what nobody was told of one by one it can't be older.
          const lastSeq = Math.max(0, isOwn.length - (it.unheard > 0 ? 0 : it.behind));
          const read = Math.min(lastSeq, Math.max(0, readSeq - it.late));
          unread.told(position(isOwn, lastSeq, read));
        }
        const fresh = isOwn.filter((own, index) => !own && index + 1 > readSeq).length;
        if (readSeq === 0) expect(unread.count("room")).toBe(fresh);
        else expect(unread.count("room")).toBeGreaterThanOrEqual(fresh);
      }
    }),
  );
});

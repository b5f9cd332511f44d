import { expect, test } from "vitest";
import type { Message } from "../contracts/conversation";
import type { Change } from "./changes";
import { newConversation } from "./conversation";
import { beginningOf, entriesOf } from "./entries";

function message(seq: number, senderId: string, sentAt: string): Message {
  const id = `${seq}`;
  const rest = { class: "VISIBLE" as const, kind: "TEXT", format: 1, body: "", accessEpoch: 1 };
  return { roomId: "r", seq, entryId: id, clientId: id, senderId, sentAt, ...rest };
}

function kindsOf(messages: Message[], newAfter: number | null = null): string[] {
  return entriesOf({ ...newConversation("r"), messages, newAfter }, "are").map((it) =>
    it.kind === "message" ? `${it.startsGroup ? "first" : "next"} ${it.message.seq}` : it.kind,
  );
}

test("days are separated, and one sender's messages hang together for a while", () => {
  const messages = [
    message(1, "vera", "2026-11-20T10:00:00Z"),
    message(2, "vera", "2026-11-20T10:02:00Z"),
    message(3, "are", "2026-11-20T10:03:00Z"),
    message(4, "are", "2026-11-20T10:30:00Z"),
    message(5, "are", "2026-11-22T10:30:00Z"),
  ];
  expect(kindsOf(messages)).toEqual(["first 1", "next 2", "first 3", "first 4", "day", "first 5"]);
});

test("a line stands above the first that is new, and not above one's own", () => {
  const messages = [
    message(1, "vera", "2026-11-20T10:00:00Z"),
    message(2, "are", "2026-11-20T10:00:10Z"),
    message(3, "vera", "2026-11-20T10:00:20Z"),
  ];
  expect(kindsOf(messages, 1)).toEqual(["first 1", "first 2", "new", "first 3"]);
});

test("the line waits until what is new has been fetched from its beginning", () => {
  const messages = [
    message(8, "vera", "2026-11-20T10:00:00Z"),
    message(9, "vera", "2026-11-20T10:00:20Z"),
  ];
  expect(kindsOf(messages, 5)).toEqual(["first 8", "next 9"]);
  expect(kindsOf(messages, 7)).toEqual(["new", "first 8", "next 9"]);
});

test("a group begins once more where a page has begun, so that nothing there changes its height", () => {
  const messages = [
    message(1, "vera", "2026-11-20T10:00:00Z"),
    message(2, "vera", "2026-11-20T10:00:10Z"),
    message(3, "vera", "2026-11-20T10:00:20Z"),
  ];
  const paged = { ...newConversation("r"), messages, joints: new Set([2]) };
  expect(entriesOf(paged, "are").map((it) => it.kind === "message" && it.startsGroup)).toEqual([
    true,
    true,
    false,
  ]);
});

test("a gap is shown where it is", () => {
  const messages = [
    message(1, "vera", "2026-11-20T10:00:00Z"),
    message(3, "vera", "2026-11-20T10:00:20Z"),
  ];
  expect(kindsOf(messages)).toEqual(["first 1", "gap", "first 3"]);
});

test("an older page on the same day leaves what was first where it was, under the same key", () => {
  const newer = [
    message(2, "are", "2026-11-20T10:00:00Z"),
    message(3, "vera", "2026-11-20T10:01:00Z"),
  ];
  const older = [message(1, "vera", "2026-11-20T09:00:00Z")];
  const keys = (messages: Message[]) =>
    entriesOf({ ...newConversation("r"), messages }, "are").map(({ key }) => key);
  expect(keys([...older, ...newer]).slice(1)).toEqual(keys(newer));
});

test("whether a group is whole is known once nothing older is left that may belong to it", () => {
  const messages = [
    message(51, "vera", "2026-11-20T10:00:00Z"),
    message(52, "vera", "2026-11-20T10:00:10Z"),
    message(53, "are", "2026-11-20T10:00:20Z"),
  ];
  const whole = (hasOlder: boolean) =>
    entriesOf({ ...newConversation("r"), messages, hasOlder }, "are").map(
      (it) => it.kind === "message" && it.groupWhole,
    );
  expect(whole(true)).toEqual([false, false, true]);
  expect(whole(false)).toEqual([true, true, true]);
});

/** Who came or left under this epoch, at this time by the clock of rooms. */
function change(epoch: number | undefined, at: string): Change {
  return { key: `change ${epoch ?? at}`, at, epoch, happenings: [] };
}

function under(epoch: number, said: Message): Message {
  return { ...said, accessEpoch: epoch };
}

function told(messages: Message[], changes: Change[], hasOlder = false): string[] {
  const shown = { ...newConversation("r"), messages, hasOlder };
  return entriesOf(shown, "are", changes).map((it) => {
    if (it.kind === "message") return `${it.startsGroup ? "first" : "next"} ${it.message.seq}`;
    return it.kind === "day" ? "day" : it.key;
  });
}

test("who came stands before what was said under her epoch, whichever clock is ahead", () => {
  const messages = [
    under(2, message(1, "vera", "2026-11-20T10:00:10Z")),
    under(3, message(2, "vera", "2026-11-20T10:00:00Z")),
  ];
  const changes = [change(2, "2026-11-20T10:00:20Z"), change(3, "2026-11-20T10:00:30Z")];
  expect(told(messages, changes)).toEqual(["change 2", "first 1", "change 3", "first 2"]);
});

test("without an epoch the time says where", () => {
  const messages = [
    message(1, "vera", "2026-11-20T10:00:00Z"),
    message(2, "vera", "2026-11-20T10:00:20Z"),
  ];
  const at = "2026-11-20T10:00:10Z";
  expect(told(messages, [change(undefined, at)])).toEqual(["first 1", `change ${at}`, "first 2"]);
});

test("what changed before the oldest message here waits for the older ones", () => {
  const messages = [under(3, message(8, "vera", "2026-11-20T10:00:00Z"))];
  const changes = [change(2, "2026-11-20T09:00:00Z"), change(4, "2026-11-20T11:00:00Z")];
  expect(told(messages, changes, true)).toEqual(["first 8", "change 4"]);
  expect(told(messages, changes)).toEqual(["change 2", "first 8", "change 4"]);
  expect(told([], changes, true)).toEqual([]);
});

test("a change has its day, and no day comes twice", () => {
  const messages = [
    under(2, message(1, "vera", "2026-11-20T10:00:00Z")),
    under(3, message(2, "vera", "2026-11-21T10:00:00Z")),
  ];
  const changes = [change(2, "2026-11-19T10:00:00Z"), change(3, "2026-11-21T09:00:00Z")];
  expect(told(messages, changes)).toEqual([
    "change 2",
    "day",
    "first 1",
    "day",
    "change 3",
    "first 2",
  ]);
});

test("what one says before and after somebody came is two groups", () => {
  const messages = [
    under(2, message(1, "vera", "2026-11-20T10:00:00Z")),
    under(3, message(2, "vera", "2026-11-20T10:00:20Z")),
  ];
  const shown = { ...newConversation("r"), messages };
  const groups = entriesOf(shown, "are", [change(3, "2026-11-20T10:00:10Z")]).flatMap((it) =>
    it.kind === "message" ? [[it.startsGroup, it.endsGroup, it.group[0]?.[0]]] : [],
  );
  expect(groups).toEqual([
    [true, true, 1],
    [true, true, 2],
  ]);
});

test("from where somebody writes is said once a day, and once more where a page has begun", () => {
  const messages = [
    message(1, "vera", "2026-11-20T10:00:00Z"),
    message(2, "are", "2026-11-20T10:01:00Z"),
    message(3, "vera", "2026-11-20T10:02:00Z"),
    message(4, "vera", "2026-11-20T10:30:00Z"),
    message(5, "vera", "2026-11-21T10:00:00Z"),
  ];
  const firsts = (joints: number[]) =>
    entriesOf({ ...newConversation("r"), messages, joints: new Set(joints) }, "are").flatMap(
      (it) => (it.kind === "message" && it.firstOfDay ? [it.message.seq] : []),
    );
  expect(firsts([])).toEqual([1, 2, 5]);
  // It was the first that was here before the older page came, and stays as high as it was.
  expect(firsts([3])).toEqual([1, 2, 3, 5]);
});

test("the day above the list is that of the first row, also where all of it is new", () => {
  const messages = [message(1, "vera", "2026-11-20T10:00:00Z")];
  const all = (changes: Change[]) =>
    beginningOf(entriesOf({ ...newConversation("r"), messages, newAfter: 0 }, "are", changes));
  expect(all([])).toBe("2026-11-20T10:00:00Z");
  expect(all([change(1, "2026-11-19T10:00:00Z")])).toBe("2026-11-19T10:00:00Z");
});

test("who writes on the day that somebody came is named with her organisation", () => {
  const messages = [
    under(1, message(1, "vera", "2026-11-20T10:00:00Z")),
    under(2, message(2, "vera", "2026-11-21T10:00:00Z")),
  ];
  const shown = { ...newConversation("r"), messages };
  const entries = entriesOf(shown, "are", [change(2, "2026-11-21T09:00:00Z")]);
  expect(entries.flatMap((it) => (it.kind === "message" ? [it.firstOfDay] : []))).toEqual([
    true,
    true,
  ]);
});

import { expect, test } from "vitest";
import type { Message } from "../contracts/conversation";
import { passedWith } from "./passing";

function entry(seq: number, senderId: string, more: Partial<Message>): Message {
  const ids = { roomId: "room", entryId: `${seq}`, clientId: `c${seq}`, seq, senderId };
  return { ...ids, format: 1, sentAt: "2026-11-22T08:00:00Z", accessEpoch: 1, ...more } as Message;
}

const text = (seq: number, senderId = "vera") =>
  entry(seq, senderId, { class: "VISIBLE", kind: "TEXT", body: "Hei" });

const quiet = (seq: number) => entry(seq, "kari", { class: "AMENDS", kind: "ACKNOWLEDGEMENT" });

function question(seq: number, about: number | undefined, senderId = "vera", state = "OPEN") {
  const by = { askedById: senderId, addresseeId: "are" };
  const said = about === undefined ? {} : { about, state, ...by };
  return entry(seq, senderId, { class: "AMENDS", kind: "QUESTION", ...said });
}

test("how a question stands is not read with its row, and what stood before is once it was seen", () => {
  const messages = [text(1), question(2, 1), question(3, 1), text(4), quiet(5)];
  expect(passedWith([[1, 1]], messages, "are")).toEqual([[1, 1]]);
  expect(
    passedWith(
      [
        [1, 1],
        [4, 4],
      ],
      messages,
      "are",
    ),
  ).toEqual([
    [1, 1],
    [4, 5],
  ]);
  expect(
    passedWith(
      [
        [1, 1],
        [3, 3],
      ],
      messages,
      "are",
    ),
  ).toEqual([[1, 3]]);
});

test("what she says herself, what does not open and what nobody here can read are passed", () => {
  const messages = [
    text(1),
    question(2, 1, "are"),
    question(3, undefined),
    question(4, 1, "vera", "NEWER"),
    text(5),
  ];
  expect(passedWith([[1, 1]], messages, "are")).toEqual([[1, 4]]);
});

test("what she is promised, or is told is done, is read where it was on the screen", () => {
  const ask = { ...question(2, 1, "are"), addresseeId: "vera" };
  const promise = { ...question(3, 1, "vera", "PROMISED"), askedById: "are", addresseeId: "vera" };
  const done = { ...promise, seq: 4, entryId: "4", clientId: "c4", state: "ANSWERED" } as Message;
  const answered = { ...done, answer: 9 } as Message;
  const withdrawn = { ...done, senderId: "kari", state: "WITHDRAWN" } as Message;
  expect(passedWith([[1, 1]], [text(1), ask, promise, withdrawn], "are")).toEqual([[1, 1]]);
  expect(passedWith([[1, 1]], [text(1), ask, promise], "are")).toEqual([[1, 1]]);
  expect(passedWith([[1, 1]], [text(1), ask, promise, done], "are")).toEqual([[1, 1]]);
  expect(passedWith([[1, 1]], [text(1), ask, promise, answered], "are")).toEqual([[1, 4]]);
  expect(
    passedWith(
      [
        [1, 1],
        [4, 4],
      ],
      [text(1), ask, promise, done],
      "are",
    ),
  ).toEqual([[1, 4]]);
});

test("what is not for her is passed: another's question, a promise, an answer", () => {
  const answered = question(3, 1, "kari", "ANSWERED");
  const others = { ...question(2, 1), addresseeId: "kari" };
  expect(passedWith([[1, 1]], [text(1), others], "are")).toEqual([[1, 2]]);
  expect(passedWith([[1, 1]], [text(1), question(2, 1), answered], "are")).toEqual([[1, 3]]);
});

test("a question that is seen at its message passes over nothing that came meanwhile", () => {
  const messages = [text(1), text(2), text(3, "are"), question(4, 1)];
  const seen = [
    [1, 1],
    [4, 4],
  ] as const;
  expect(passedWith(seen, messages, "are")).toEqual([[1, 1]]);
  expect(passedWith([...seen.slice(0, 1), [2, 2], [4, 4]], messages, "are")).toEqual([
    [1, 1],
    [2, 2],
    [4, 4],
  ]);
});

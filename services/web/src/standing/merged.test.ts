import { expect, test } from "vitest";
import type { StandingQuestion } from "../contracts/questions";
import type { Question } from "../conversation/questions";
import { inTurn } from "./days";
import { hearingOfQuestions } from "./merged";
import { merged, type Heard, type OpenQuestion } from "./merged";
import type { Told } from "./told";

const told = (change: Partial<StandingQuestion> = {}): StandingQuestion => ({
  roomId: "room",
  about: 3,
  seq: 4,
  state: "OPEN",
  askedById: "kari",
  addresseeId: "vera",
  lapsed: false,
  since: "2026-11-20T06:00:00.000Z",
  ...change,
});

const tells = (...items: StandingQuestion[]): Told<StandingQuestion> => ({
  items,
  whole: true,
  askedAt: 2_000,
});

const question = (change: Partial<Question> = {}): Question => ({
  about: 3,
  seq: 6,
  at: "2026-11-21T06:00:00.000Z",
  state: "OPEN",
  askedById: "kari",
  addresseeId: "sara",
  saidById: "kari",
  ...change,
});

const heard = (wholeFrom: number, ...questions: Question[]): Heard => ({
  roomId: "room",
  questions: { wholeFrom, by: new Map(questions.map((it) => [it.about, it])) },
});

test("what the server has told stands, also in rooms that are not open here", () => {
  const { all, inRoom } = merged(tells(told(), told({ roomId: "other" })), []);
  expect(all).toHaveLength(2);
  expect(inRoom("other")).toEqual([expect.objectContaining({ roomId: "other", about: 3 })]);
  expect(inRoom("third")).toEqual([]);
});

test("what an open room has heard since takes the place of what was told", () => {
  const { all } = merged(tells(told()), [heard(1, question())]);
  expect(all).toEqual([expect.objectContaining({ seq: 6, addresseeId: "sara" })]);
});

test("what was answered in an open room waits no more, before the server is asked again", () => {
  expect(merged(tells(told()), [heard(5, question({ state: "ANSWERED" }))]).all).toEqual([]);
});

test("what the server told later than the room has heard counts", () => {
  const { all } = merged(tells(told({ seq: 9 })), [heard(1, question({ state: "WITHDRAWN" }))]);
  expect(all).toEqual([expect.objectContaining({ seq: 9, addresseeId: "vera" })]);
});

test("a question that the room has just heard is there before the server is asked again", () => {
  const { inRoom } = merged(tells(), [heard(5, question({ about: 5, state: "PROMISED" }))]);
  expect(inRoom("room")).toEqual([expect.objectContaining({ about: 5, state: "PROMISED" })]);
});

test("what may be otherwise in a room is no question that the server, asked since, does not know", () => {
  const since = (time: number, upTo = 6) => [
    { ...heard(1, question()), doubt: { since: time, upTo } },
  ];
  expect(merged(tells(), since(1_999)).all).toEqual([]);
  expect(merged(tells(), since(2_000)).all).toHaveLength(1);
  expect(merged(tells(), [heard(1, question())]).all).toHaveLength(1);
  expect(merged({ ...tells(), whole: false }, since(1_999)).all).toHaveLength(1);
  // Heard after the access changed: the server may not have known it yet.
  expect(merged(tells(), since(1_999, 5)).all).toHaveLength(1);
});

test("what was answered in a room of which something else is in doubt waits no more", () => {
  const answered = { ...heard(5, question({ state: "ANSWERED" })), doubt: { since: 1, upTo: 9 } };
  expect(merged(tells(told()), [answered]).all).toEqual([]);
});

test("what an open room says is heard with what is in doubt there, and anew when that is another", () => {
  const room = { roomId: "room", messages: [], lastSeq: 0, doubt: undefined };
  const heardIn = hearingOfQuestions();
  const before = heardIn([room]);
  expect(heardIn([{ ...room }])).toBe(before);
  const doubt = { since: 5, upTo: 0 };
  expect(heardIn([{ ...room, doubt }])).toMatchObject([{ roomId: "room", doubt }]);
});

test("that the server has not told all is known", () => {
  expect(merged(undefined, []).more).toBe(false);
  expect(merged(tells(), []).more).toBe(false);
  expect(merged({ ...tells(), whole: false }, []).more).toBe(true);
});

test("while the server has not told, nothing is known but of a room that is here from its beginning", () => {
  expect(merged(undefined, [heard(2, question())]).inRoom("room")).toBeUndefined();
  const { all, inRoom } = merged(undefined, [heard(1, question())]);
  expect(all).toBeUndefined();
  expect(inRoom("room")).toHaveLength(1);
  expect(inRoom("other")).toBeUndefined();
});

test("those with a day that has passed or is nearest come first, then those that have waited longest", () => {
  const standing = (about: number, change: Partial<OpenQuestion>) => ({
    ...told(),
    about,
    ...change,
  });
  const all = [
    standing(1, { since: "2026-11-22T06:00:00.000Z" }),
    standing(2, { since: "2026-11-02T06:00:00.000Z" }),
    standing(3, { wantedBy: "2026-11-25" }),
    standing(4, { wantedBy: "2026-11-01", promisedBy: "2026-12-01" }),
    standing(5, { promisedBy: "2026-11-10" }),
  ];
  expect(inTurn(all).map(({ about }) => about)).toEqual([5, 3, 4, 2, 1]);
});

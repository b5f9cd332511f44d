import { expect, test } from "vitest";
import type { Awaiting } from "../contracts/rooms";
import type { OpenQuestion } from "../standing/merged";
import { aresRoom } from "../shell/test-room";
import { whereNewsIs } from "./whereNewsIs";

const room = (roomId: string, ...awaiting: Awaiting[]) => aresRoom({ roomId, awaiting });

test("to the question, where one waits for an answer, whatever else is new", () => {
  const rooms = [room("one", "CONSENT"), room("two")];
  expect(whereNewsIs(rooms, ["two"])).toBe("/rooms/one/consent");
  expect(whereNewsIs([room("one", "APPROVAL")], [])).toBe("/rooms/one/approvals");
});

const question = (roomId: string, about: number): OpenQuestion => ({
  roomId,
  about,
  seq: about + 1,
  state: "OPEN",
  askedById: "vera",
  addresseeId: "are",
  lapsed: false,
  since: "2026-11-22T06:00:00.000Z",
});

test("to the message, where one question waits for an answer from her, whatever else is new", () => {
  const rooms = [room("one"), room("two")];
  expect(whereNewsIs(rooms, ["two"], [question("one", 4)])).toBe("/rooms/one?m=4");
  expect(whereNewsIs(rooms, [], [question("one", 4), question("two", 4)])).toBe("/");
  const consent = [room("one", "CONSENT"), room("two")];
  expect(whereNewsIs(consent, [], [question("two", 4)])).toBe("/rooms/one/consent");
});

test("to the room, where one has something unread", () => {
  expect(whereNewsIs([room("one"), room("two")], ["two"])).toBe("/rooms/two");
});

test("to the list, where nothing is new or there are several to choose from", () => {
  expect(whereNewsIs([room("one")], [])).toBe("/");
  expect(whereNewsIs([room("one"), room("two")], ["one", "two"])).toBe("/");
  expect(whereNewsIs([room("one", "CONSENT"), room("two", "APPROVAL")], ["one"])).toBe("/");
});

import { expect, test } from "vitest";
import type { Awaiting } from "../contracts/rooms";
import { aresRoom } from "../shell/test-room";
import { whereNewsIs } from "./whereNewsIs";

const room = (roomId: string, ...awaiting: Awaiting[]) => aresRoom({ roomId, awaiting });

test("to the question, where one waits for an answer, whatever else is new", () => {
  const rooms = [room("one", "CONSENT"), room("two")];
  expect(whereNewsIs(rooms, ["two"])).toBe("/rooms/one/consent");
  expect(whereNewsIs([room("one", "APPROVAL")], [])).toBe("/rooms/one/approvals");
});

test("to the room, where one has something unread", () => {
  expect(whereNewsIs([room("one"), room("two")], ["two"])).toBe("/rooms/two");
});

test("to the list, where nothing is new or there are several to choose from", () => {
  expect(whereNewsIs([room("one")], [])).toBe("/");
  expect(whereNewsIs([room("one"), room("two")], ["one", "two"])).toBe("/");
  expect(whereNewsIs([room("one", "CONSENT"), room("two", "APPROVAL")], ["one"])).toBe("/");
});

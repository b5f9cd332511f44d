import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RoomDetails } from "../contracts/rooms";
import { Refusal } from "../gateway/refusal";
import { questionOf, type Answer } from "./answer";
import { Answers } from "./answers";

const APPROVED = answer("APPROVED");
const DECLINED = answer("DECLINED");
const QUESTION = questionOf(APPROVED);

/** A request that nobody has answered yet. */
interface Sending {
  resolve: (room: RoomDetails) => void;
  reject: (error: unknown) => void;
}

let online: boolean;
let sent: Sending[];
/** What lies on the device, by its question. */
let lies: Map<string, Answer>;
let answers: Answers;

beforeEach(() => {
  online = true;
  vi.spyOn(navigator, "onLine", "get").mockImplementation(() => online);
  sent = [];
  lies = new Map();
  answers = new Answers({
    openShelf: () => ({
      put: (it) => Promise.resolve(lies.set(questionOf(it), it)),
      remove: (it) => Promise.resolve(lies.delete(questionOf(it))),
      left: () => Promise.resolve([]),
      close: () => Promise.resolve(),
    }),
    send: () => {
      return new Promise<RoomDetails>((resolve, reject) => sent.push({ resolve, reject }));
    },
    look: () => Promise.resolve(room("ACTIVE")),
    nameOf: () => undefined,
    isOnItsWay: () => false,
    onDone: (it) => answers.seen(it),
  });
  answers.start();
});

afterEach(() => answers.stop());

function answer(decision: "APPROVED" | "DECLINED"): Answer {
  return { kind: "approval", roomId: "room", seatId: "frida", name: "Frida", decision };
}

function room(status: string): RoomDetails {
  return {
    roomId: "room",
    status: "ACTIVE",
    seats: [{ seatId: "frida", status }],
  } as RoomDetails;
}

function networkGoes() {
  online = false;
  window.dispatchEvent(new Event("offline"));
  online = true;
}

const told = () => answers.elsewhere().map(({ progress }) => progress.kind);
const settled = () => new Promise((done) => setTimeout(done));

test("a late yes to what was given up leaves the next answer alone, and its failure is told", async () => {
  answers.give(APPROVED);
  await settled();
  networkGoes();
  answers.forget(QUESTION);
  answers.give(DECLINED);
  await settled();
  sent[0]?.resolve(room("ACTIVE"));
  await settled();
  expect(answers.to(QUESTION)?.answer).toBe(DECLINED);
  expect(lies.get(QUESTION)).toBe(DECLINED);
  sent[1]?.reject(new Refusal({ code: "fault", status: 500 }));
  await settled();
  expect(told()).toEqual(["failed"]);
});

test("who was told that it waits is told that it is done, also by a late yes", async () => {
  answers.give(APPROVED);
  await settled();
  networkGoes();
  expect(told()).toEqual(["waiting"]);
  sent[0]?.resolve(room("ACTIVE"));
  await settled();
  expect(told()).toEqual(["done"]);
  expect(lies.size).toBe(0);
});

test("a yes that comes twice is told once", async () => {
  answers.give(APPROVED);
  await settled();
  networkGoes();
  window.dispatchEvent(new Event("online"));
  await settled();
  sent[1]?.resolve(room("ACTIVE"));
  await settled();
  expect(told()).toEqual(["done"]);
  answers.forget(QUESTION);
  sent[0]?.resolve(room("ACTIVE"));
  await settled();
  expect(told()).toEqual([]);
});

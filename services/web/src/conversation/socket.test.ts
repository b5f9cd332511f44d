import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Refusal } from "../gateway/refusal";
import { FakeServer } from "./fake-server";
import { ConversationSocket } from "./socket";
import { retryDelay, type SocketState } from "./socket-state";

let server: FakeServer;
let states: SocketState["kind"][];
let crowded: boolean;
let ticket: () => Promise<string>;
let protocols: string[];
let socket: ConversationSocket;

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer("room", "are");
  states = [];
  ticket = server.ticket;
  socket = new ConversationSocket({
    ticket: () => ticket(),
    connect: (offered) => {
      protocols = offered;
      return server.connect();
    },
    hello: () => ({ type: "hello", rooms: [] }),
    onFrame: () => undefined,
    onState: (state) => {
      states.push(state.kind);
      crowded = "crowded" in state && state.crowded;
    },
    random: () => 1,
  });
});

afterEach(() => {
  socket.stop();
  vi.useRealTimers();
});

const time = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test("opens with a ticket in the subprotocol, says hello first, and is open when welcomed", async () => {
  socket.start();
  await time(10);
  expect(protocols).toEqual(["samsnakk.v1", "ticket.ticket"]);
  expect(server.received[0]?.type).toBe("hello");
  expect(states).toEqual(["connecting", "open"]);
});

test("comes back within five seconds, each time with a new ticket", async () => {
  socket.start();
  await time(10);
  server.live?.cut();
  await time(5_000);
  expect(states).toEqual(["connecting", "open", "waiting-to-retry", "connecting", "open"]);
  expect(server.tickets).toBe(2);
});

test("keeps trying for as long as it takes, never more than five seconds apart", async () => {
  ticket = () => Promise.reject(new Refusal({ code: "network-unavailable", status: 0 }));
  socket.start();
  await time(60_000);
  ticket = server.ticket;
  await time(5_100);
  expect(states.at(-1)).toBe("open");
});

test("does not wait when the network is back", async () => {
  ticket = () => Promise.reject(new Refusal({ code: "network-unavailable", status: 0 }));
  socket.start();
  await time(30_000);
  ticket = server.ticket;
  socket.hurry();
  await time(10);
  expect(states.at(-1)).toBe("open");
});

test("is lost at once when the network goes, though the socket stays open", async () => {
  socket.start();
  await time(10);
  const old = server.live;
  socket.networkGone();
  expect(states.at(-1)).toBe("waiting-to-retry");
  expect(old?.readyState).toBe(WebSocket.CLOSED);
});

test("an attempt from before the network came back is not waited for", async () => {
  ticket = () => new Promise(() => undefined);
  socket.start();
  socket.networkGone();
  await time(500);
  expect(states.at(-1)).toBe("connecting");
  ticket = server.ticket;
  socket.networkBack();
  await time(10);
  expect(states.at(-1)).toBe("open");
  expect(server.sockets).toHaveLength(1);
});

test("a ticket that never comes is given up", async () => {
  ticket = () => new Promise(() => undefined);
  socket.start();
  await time(9_000);
  ticket = server.ticket;
  await time(2_000);
  expect(states.at(-1)).toBe("open");
});

test("a network that comes and goes starts nothing that has ended", async () => {
  socket.start();
  await time(10);
  server.live?.cut(4401);
  socket.networkGone();
  socket.networkBack();
  await time(10_000);
  expect(states.at(-1)).toBe("ended");
});

test("a refused ticket because nobody is signed in ends it", async () => {
  ticket = () => Promise.reject(new Refusal({ code: "not-signed-in", status: 401 }));
  socket.start();
  await time(60_000);
  expect(states).toEqual(["connecting", "ended"]);
});

test("one window too many says so, and asks again when another one may have been closed", async () => {
  socket.start();
  await time(10);
  server.live?.cut(4430);
  expect(crowded).toBe(true);
  await time(29_000);
  expect(states.at(-1)).toBe("waiting-to-retry");
  await time(2_000);
  expect(states.at(-1)).toBe("open");
});

test("a window that was one too many, and has no network now, says that instead", async () => {
  socket.start();
  await time(10);
  server.live?.cut(4430);
  ticket = () => Promise.reject(new Refusal({ code: "network-unavailable", status: 0 }));
  socket.hurry();
  expect(crowded).toBe(true);
  await time(10);
  expect(crowded).toBe(false);
});

test("the session's end ends it", async () => {
  socket.start();
  await time(10);
  server.live?.cut(4401);
  await time(60_000);
  expect(states.at(-1)).toBe("ended");
});

test("whoever lost her last room comes back with a new ticket", async () => {
  socket.start();
  await time(10);
  server.live?.cut(4403);
  await time(5_000);
  expect(states.at(-1)).toBe("open");
});

test("a peer that no longer answers is given up and replaced", async () => {
  socket.start();
  await time(10);
  const dead = server.live;
  if (dead) dead.hear = () => undefined;
  await time(20_000 + 8_000 + 5_000);
  expect(states.at(-1)).toBe("open");
  expect(server.live).not.toBe(dead);
});

test("a living peer is left alone", async () => {
  socket.start();
  await time(10 * 60_000);
  expect(server.sockets).toHaveLength(1);
});

test("the first retry comes fast, and no two browsers at the same time", () => {
  expect(retryDelay(0, () => 1)).toBe(400);
  expect(retryDelay(0, () => 0)).toBe(120);
  expect(retryDelay(20, () => 1)).toBe(5_000);
});

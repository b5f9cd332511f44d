import { expect, test } from "vitest";
import { followConnection } from "./connection";
import type { SocketState } from "./socket-state";

test("it is said each time that the socket opens, and not while it stays so", () => {
  let state: SocketState = { kind: "idle" };
  const listeners = new Set<() => void>();
  const becomes = (next: SocketState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const conversations = {
    connectionState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  let opened = 0;
  const leave = followConnection(conversations, () => void opened++);

  becomes({ kind: "connecting", attempt: 0, crowded: false });
  expect(opened).toBe(0);
  becomes({ kind: "open" });
  becomes({ kind: "open" });
  expect(opened).toBe(1);
  becomes({ kind: "waiting-to-retry", attempt: 1, retryAt: 0, crowded: false });
  becomes({ kind: "open" });
  expect(opened).toBe(2);
  leave();
  expect(listeners.size).toBe(0);
});

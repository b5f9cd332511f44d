import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ARE, renderFor, serverAnswers } from "../shell/test-room";
import { WhatTheyWillRead } from "./WhatTheyWillRead";

const talk = vi.hoisted(() => {
  const heard = new Set<() => void>();
  const subscribe = (hear: () => void) => {
    heard.add(hear);
    return () => heard.delete(hear);
  };
  return { connection: { kind: "open" }, written: 0 as number | undefined, heard, subscribe };
});

vi.mock("../conversation/ConversationsProvider", () => ({
  useConversations: () => ({
    subscribe: talk.subscribe,
    connectionState: () => talk.connection,
    unread: { written: () => talk.written },
  }),
}));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test.each([0, 7])(
  "without a net nothing is said that may have changed since (%i)",
  async (heard) => {
    talk.written = heard;
    talk.connection = { kind: "open" };
    serverAnswers(() => ({ messages: 5, anything: true }));
    const counted = heard === 0 ? "Nobody has written anything in the room yet." : /5 messages/;
    await renderFor(ARE, <WhatTheyWillRead roomId="room" />);
    await screen.findByText(counted);

    talk.connection = { kind: "waiting-to-retry" };
    act(() => talk.heard.forEach((hear) => hear()));
    screen.getByText("Whoever you approve can read everything that is written in the room.");
    expect(screen.queryByText(counted)).toBeNull();
  },
);

test("only messages are counted, and anew when something has come", async () => {
  let messages = 1;
  const asked = serverAnswers(() => ({ messages, anything: true }));
  talk.connection = { kind: "open" };
  talk.written = 9;
  await renderFor(ARE, <WhatTheyWillRead roomId="room" />);
  await screen.findByText(/There is one message there now\./);
  expect(asked.map(({ path }) => path)).toEqual(["/api/conversations/room/written"]);

  messages = 2;
  talk.written = 10;
  act(() => talk.heard.forEach((hear) => hear()));
  await screen.findByText(/There are 2 messages there now\./);
});

test("where only other things than messages are there, no number is told", async () => {
  const asked = serverAnswers(() => ({ messages: 0, anything: true }));
  talk.connection = { kind: "open" };
  talk.written = 2;
  await renderFor(ARE, <WhatTheyWillRead roomId="room" />);
  await waitFor(() => expect(asked).toHaveLength(1));
  screen.getByText("Whoever you approve can read everything that is written in the room.");
});

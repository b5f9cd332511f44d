import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ARE, renderFor } from "../shell/test-room";
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

afterEach(cleanup);

test.each([0, 7])(
  "without a net nothing is said that may have changed since (%i)",
  async (heard) => {
    talk.written = heard;
    talk.connection = { kind: "open" };
    const counted = heard === 0 ? "Nobody has written anything in the room yet." : /the 7 messages/;
    await renderFor(ARE, <WhatTheyWillRead roomId="room" />);
    screen.getByText(counted);

    talk.connection = { kind: "waiting-to-retry" };
    act(() => talk.heard.forEach((hear) => hear()));
    screen.getByText("Whoever you approve can read everything that is written in the room.");
    expect(screen.queryByText(counted)).toBeNull();
  },
);

import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, test, vi } from "vitest";
import { ARE, renderFor } from "../shell/test-room";
import { WhatTheyWillRead } from "./WhatTheyWillRead";

const talk = vi.hoisted(() => {
  const heard = new Set<() => void>();
  const subscribe = (hear: () => void) => {
    heard.add(hear);
    return () => heard.delete(hear);
  };
  return { connection: "open", written: 0 as number | undefined, heard, subscribe };
});

vi.mock("../conversation/ConversationsProvider", () => ({
  useConversations: () => ({
    subscribe: talk.subscribe,
    connectionState: () => talk.connection,
    unread: { written: () => talk.written },
  }),
}));

afterEach(cleanup);

test("what is known of a room stays said as the net goes", async () => {
  await renderFor(ARE, <WhatTheyWillRead roomId="room" />);
  screen.getByText("Nobody has written anything in the room yet.");
  talk.connection = "waiting-to-retry";
  act(() => talk.heard.forEach((hear) => hear()));
  screen.getByText("Nobody has written anything in the room yet.");
});

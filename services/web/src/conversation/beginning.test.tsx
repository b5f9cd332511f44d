import { act, cleanup, screen } from "@testing-library/react";
import { useRef, useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ARE, renderFor } from "../shell/test-room";
import { Beginning } from "./Beginning";
import type { Conversation } from "./conversation";

vi.mock("./ConversationsProvider", () => ({ useConversations: () => ({}) }));

beforeEach(() => {
  class NeverSeen {
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal("IntersectionObserver", NeverSeen);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

let lastPageComes: () => void;

function Talk({ older }: { older: boolean }) {
  const scroller = useRef<HTMLElement>(null);
  const [hasOlder, setHasOlder] = useState(older);
  lastPageComes = () => setHasOlder(false);
  const conversation = { roomId: "room", hasOlder, floor: 1 } as Conversation;
  return (
    <>
      <section aria-label="talk" ref={scroller} tabIndex={0}>
        <Beginning conversation={conversation} at={undefined} scroller={scroller} />
      </section>
      <input />
    </>
  );
}

test("the conversation has the focus when the button for older messages has gone with it", async () => {
  await renderFor(ARE, <Talk older />);
  screen.getByRole("button").focus();
  act(() => lastPageComes());
  expect(document.activeElement).toBe(screen.getByRole("region", { name: "talk" }));
});

test("whoever writes meanwhile goes on writing", async () => {
  await renderFor(ARE, <Talk older />);
  screen.getByRole("textbox").focus();
  act(() => lastPageComes());
  expect(document.activeElement).toBe(screen.getByRole("textbox"));
});

test("a conversation that is here from its beginning takes nothing", async () => {
  await renderFor(ARE, <Talk older={false} />);
  expect(document.activeElement).toBe(document.body);
});

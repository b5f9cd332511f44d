import { act, cleanup, screen } from "@testing-library/react";
import { useRef, useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ARE, renderFor } from "../shell/test-room";
import { Beginning } from "./Beginning";
import type { Conversation } from "./conversation";

const older = vi.fn<() => Promise<void>>();

vi.mock("./ConversationsProvider", () => ({ useConversations: () => ({ older }) }));

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

/** Who presses waits for it, and has it then. */
async function pressed(button: HTMLElement): Promise<void> {
  older.mockImplementationOnce(() => Promise.resolve(lastPageComes()));
  button.focus();
  await act(async () => {
    button.click();
    await Promise.resolve();
  });
}

function Talk({ hadOlder }: { hadOlder: boolean }) {
  const scroller = useRef<HTMLElement>(null);
  const [hasOlder, setHasOlder] = useState(hadOlder);
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
  await renderFor(ARE, <Talk hadOlder />);
  await pressed(screen.getByRole("button"));
  expect(document.activeElement).toBe(screen.getByRole("region", { name: "talk" }));
});

test("older messages that come by themselves take nobody's focus", async () => {
  await renderFor(ARE, <Talk hadOlder />);
  act(() => lastPageComes());
  expect(document.activeElement).toBe(document.body);
});

test("whoever writes meanwhile goes on writing", async () => {
  await renderFor(ARE, <Talk hadOlder />);
  older.mockImplementationOnce(() => Promise.resolve(lastPageComes()));
  await act(async () => {
    screen.getByRole("button").click();
    screen.getByRole("textbox").focus();
    await Promise.resolve();
  });
  expect(document.activeElement).toBe(screen.getByRole("textbox"));
});

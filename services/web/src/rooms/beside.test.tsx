import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ARE, aresRoom, renderFor, serverAnswers } from "../shell/test-room";
import { RoomsBeside } from "./RoomsBeside";

vi.mock("../conversation/ConversationsProvider", () => ({
  useConversations: () => ({
    subscribe: () => () => undefined,
    connectionState: () => OPEN,
    unread: { count: () => 0, position: () => undefined },
  }),
}));

const OPEN = { kind: "open" };

/** The list that is fetched late does not come. */
vi.mock("./ListBeside", () => ({ ListBeside: new Promise(() => undefined) }));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("beside a room the list is named by its heading, from the first, and by nothing else", async () => {
  vi.stubGlobal("matchMedia", () => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  serverAnswers(() => ({ items: [aresRoom({ status: "ACTIVE" })] }));
  await renderFor(ARE, <RoomsBeside roomId="room">the room</RoomsBeside>);
  await waitFor(() => screen.getByText("the room"));

  const list = screen.getByRole("navigation", { name: "My rooms" });
  expect(list.getAttribute("aria-labelledby")).toBe(
    screen.getByRole("heading", { name: "My rooms" }).id,
  );
  expect(document.querySelectorAll('[aria-label="My rooms"]')).toHaveLength(0);
});

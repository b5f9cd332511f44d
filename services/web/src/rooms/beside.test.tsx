import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { useLocation } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import { ARE, aresRoom, renderFor, serverAnswers } from "../shell/test-room";
import { Alone } from "./Alone";
import { RoomsBeside } from "./RoomsBeside";

vi.mock("../conversation/ConversationsProvider", () => ({
  useConversations: () => ({
    subscribe: () => () => undefined,
    connectionState: () => OPEN,
    unread: { count: () => 0, position: () => ({}) },
  }),
}));

const OPEN = { kind: "open" };

/** The list that is fetched late does not come. */
vi.mock("./ListBeside", () => ({ ListBeside: new Promise(() => undefined) }));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const isWide = (matches: boolean) =>
  vi.stubGlobal("matchMedia", () => ({
    matches,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));

test("beside a room the list is named by its heading, from the first, and by nothing else", async () => {
  isWide(true);
  serverAnswers(() => ({ items: [aresRoom({ status: "ACTIVE" })] }));
  await renderFor(ARE, <RoomsBeside roomId="room">the room</RoomsBeside>);
  await waitFor(() => screen.getByText("the room"));

  const list = screen.getByRole("navigation", { name: "My rooms" });
  expect(list.getAttribute("aria-labelledby")).toBe(
    screen.getByRole("heading", { name: "My rooms" }).id,
  );
  expect(document.querySelectorAll('[aria-label="My rooms"]')).toHaveLength(0);
});

function Where() {
  return <p>at {useLocation().pathname}</p>;
}

async function pressedIn(current: string, key: "ArrowUp" | "ArrowDown", alone = false) {
  const ids = ["first", "room", "last"];
  const asked = serverAnswers(() => ({
    items: ids.map((roomId) => aresRoom({ roomId, status: "ACTIVE" })),
  }));
  await renderFor(
    ARE,
    <RoomsBeside roomId={current}>
      {alone ? (
        <Alone>
          <Where />
        </Alone>
      ) : (
        <Where />
      )}
    </RoomsBeside>,
  );
  await waitFor(() => expect(asked).not.toHaveLength(0));
  await new Promise((passed) => setTimeout(passed, 50));
  fireEvent.keyDown(document.body, { key, altKey: true });
  return screen.getByText(/^at /).textContent;
}

test.each([
  ["room", "ArrowUp", "first"],
  ["room", "ArrowDown", "last"],
  ["gone", "ArrowDown", "first"],
  ["gone", "ArrowUp", "last"],
] as const)("from %s, Alt and %s lead to %s", async (current, key, to) => {
  isWide(true);
  expect(await pressedIn(current, key)).toBe(`at /rooms/${to}`);
});

test("where a page stands alone they lead nowhere", async () => {
  isWide(true);
  expect(await pressedIn("room", "ArrowDown", true)).toBe("at /");
});

test("nor on a phone, which has no list beside the room", async () => {
  isWide(false);
  expect(await pressedIn("room", "ArrowDown")).toBe("at /");
});

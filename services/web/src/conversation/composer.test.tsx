import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useRooms } from "../rooms/rooms";
import { ARE, VERA, aresRoom, renderFor, serverAnswers } from "../shell/test-room";
import { Composer } from "./Composer";
import { Keeping } from "./keeping";

const compose = vi.fn();
let keeping: Keeping;
vi.mock("./ConversationsProvider", () => ({
  useConversations: () => ({
    ...{ compose, keeping, isTyping: () => undefined },
    ...{
      subscribe: () => () => undefined,
      answeringIn: () => undefined,
      replyingIn: () => undefined,
      isNoAnswerNow: () => false,
    },
  }),
}));

beforeEach(async () => {
  keeping = await Keeping.of("are");
  vi.stubGlobal("matchMedia", atAKeyboard);
});
afterEach(() => {
  cleanup();
  compose.mockClear();
  vi.unstubAllGlobals();
});

function atAKeyboard() {
  return { matches: true, addEventListener: () => undefined, removeEventListener: () => undefined };
}

async function writes(text: string): Promise<HTMLElement> {
  await renderFor(ARE, <Composer room={aresRoom()} />);
  const field = screen.getByRole("textbox");
  fireEvent.change(field, { target: { value: text } });
  return field;
}

test("Enter sends", async () => {
  fireEvent.keyDown(await writes("hei"), { key: "Enter", keyCode: 13 });
  expect(compose).toHaveBeenCalledWith("room", "hei");
});

test.each([
  ["while it composes", { isComposing: true, keyCode: 13 }],
  ["that ends it, as Chromium says it", { isComposing: true, keyCode: 229 }],
  ["that ends it, as Safari says it", { isComposing: false, keyCode: 229 }],
])("the Enter of an input method sends nothing: %s", async (_, event) => {
  fireEvent.keyDown(await writes("にほん"), { key: "Enter", ...event });
  expect(compose).not.toHaveBeenCalled();
});

test("with a keyboard at hand one writes at once, and hears in which room", async () => {
  await renderFor(
    ARE,
    <>
      <h1 id="room-name" tabIndex={-1} autoFocus>
        Samordne hjelpen
      </h1>
      <Composer room={aresRoom()} />
    </>,
  );
  const field = screen.getByRole("textbox");
  expect(document.activeElement).toBe(field);
  const ids = field.getAttribute("aria-describedby")?.split(" ") ?? [];
  expect(ids.map((id) => document.getElementById(id)?.textContent)).toContain("Samordne hjelpen");
});

const HERS = {
  ...{ roomId: "other", status: "ACTIVE", patient: { personId: "bjørn", name: "Bjørn Ås" } },
  me: { seatId: "hers", part: "HELPER", status: "ACTIVE" },
};

function List() {
  useRooms();
  return null;
}

async function verasComposer(text: string, ...others: object[]) {
  serverAnswers(() => ({ items: [...others, HERS], nextAfter: null }));
  const me = { seatId: "veras", part: "HELPER" as const, status: "ACTIVE" as const };
  await renderFor(
    VERA,
    <>
      <List />
      <Composer room={aresRoom({ me })} />
    </>,
  );
  fireEvent.change(screen.getByRole("textbox"), { target: { value: text } });
}

test("R9: who writes of another room's patient is told whose room this is, and sends all the same", async () => {
  await verasComposer("Da ringer jeg Bjørn");
  const warning = await screen.findByText(/You also have a room for/);
  expect(warning.textContent).toMatch(/Bjørn.*This is .*Are Nordmann/);
  expect(warning.textContent).not.toContain("Ås");
  expect(warning.closest("[aria-live=polite]")).not.toBeNull();
  fireEvent.keyDown(screen.getByRole("textbox"), { key: "Enter", keyCode: 13 });
  expect(compose).toHaveBeenCalledWith("room", "Da ringer jeg Bjørn");
  expect(screen.queryByText(/You also have a room for/)).toBeNull();
});

test("nothing is said of a text like any other", async () => {
  await verasComposer("10915596784");
  await screen.findByText(/national identity number/);
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "Da ringer jeg Are" } });
  await vi.waitFor(() => expect(screen.queryByText(/national identity number/)).toBeNull());
});

test("nobody is said to have a room in which nothing can be written any more", async () => {
  const over = { ...HERS, roomId: "over", status: "WITHDRAWN" };
  await verasComposer("Da ringer jeg Liv og Bjørn", {
    ...{ ...over, patient: { personId: "liv", name: "Liv Ås" } },
  });
  const warning = await screen.findByText(/You also have a room for/);
  expect(warning.textContent).toContain("Bjørn");
});

import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ARE, aresRoom, renderFor } from "../shell/test-room";
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

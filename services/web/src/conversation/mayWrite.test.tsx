import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aresRoom, ARE, renderFor } from "../shell/test-room";
import { newConversation, type Conversation } from "./conversation";
import { ConversationView } from "./ConversationView";
import { Keeping } from "./keeping";

const view = vi.hoisted(() => ({ shown: undefined as unknown, keeping: undefined as unknown }));

vi.mock("./ConversationsProvider", () => ({
  useConversations: () => ({
    keeping: view.keeping,
    closedElsewhere: () => undefined,
    lookedAway: () => undefined,
    subscribe: () => () => undefined,
    answeringIn: () => undefined,
    replyingIn: () => undefined,
    isNoAnswerNow: () => false,
  }),
}));
vi.mock("./useConversation", () => ({
  useConnection: () => ({ kind: "open" }),
  useConversation: () => view.shown,
}));
vi.mock("./MessageList", () => ({ MessageList: () => null }));

beforeEach(() => {
  const never = { matches: false, addEventListener: () => 0, removeEventListener: () => 0 };
  vi.stubGlobal("matchMedia", () => never);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** The room as it was fetched under one access, and its view as it was opened under another. */
async function shows(fetched: { epoch: number; may: boolean }, opened: Conversation["write"]) {
  const keeping = await Keeping.of("are");
  view.keeping = keeping;
  view.shown = { ...newConversation("room"), phase: { kind: "open" }, write: opened };
  const before = aresRoom({ status: "ACTIVE" });
  const may = { ...before.may, write: fetched.may };
  await renderFor(ARE, <ConversationView room={{ ...before, accessEpoch: fetched.epoch, may }} />);
  return screen.queryByRole("textbox") !== null;
}

test("R4 a room that was fetched before the access changed lets nobody write who may not", async () => {
  expect(await shows({ epoch: 2, may: true }, { accessEpoch: 3, may: false })).toBe(false);
});

test("a view that was opened before the access changed keeps nobody from writing who may", async () => {
  expect(await shows({ epoch: 3, may: true }, { accessEpoch: 2, may: false })).toBe(true);
});

import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, waitFor } from "@testing-library/react";
import { MemoryRouter, useLocation } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RoomSummary } from "../contracts/rooms";
import { newQueryClient } from "../gateway/queries";
import { startLanguage } from "../language/language";
import type { OpenQuestion } from "../standing/merged";
import { SessionContext } from "../session/session";
import { ARE, aresRoom } from "../shell/test-room";
import { FakeBrowser } from "./fake-browser";
import { NEWS_WANTED, noticeSaying } from "./notice";
import { Notices } from "./Notices";

const room = vi.hoisted(() => ({
  unread: 0,
  readSeq: 0,
  questions: [] as OpenQuestion[] | undefined,
  connection: "open",
  listeners: new Set<() => void>(),
}));

vi.mock("../conversation/ConversationsProvider", () => {
  const conversations = {
    unread: { count: () => room.unread, position: () => ({ readSeq: room.readSeq }) },
    connectionState: () => room.connection,
    subscribe: (listener: () => void) => {
      room.listeners.add(listener);
      return () => room.listeners.delete(listener);
    },
  };
  return { useConversations: () => conversations };
});

vi.mock("../conversation/useConversation", async () => {
  const { useSyncExternalStore } = await import("react");
  const { useConversations } = await import("../conversation/ConversationsProvider");
  return {
    useConnection: () => {
      const { subscribe } = useConversations();
      return { kind: useSyncExternalStore(subscribe, () => room.connection) };
    },
  };
});

vi.mock("../standing/QuestionsProvider", () => ({
  useQuestions: () => ({ all: room.questions }),
}));

const SESSION = {
  session: { kind: "signed-in" as const, me: ARE, lasts: { endsAt: Infinity, mayStay: true } },
  retry: () => undefined,
  look: () => Promise.resolve(),
  signOut: () => Promise.resolve(),
  lost: () => undefined,
};

let browser: FakeBrowser;

beforeEach(async () => {
  await startLanguage();
  room.questions = [];
  room.readSeq = 0;
  browser = new FakeBrowser();
  browser.notices = 1;
  room.connection = "open";
});

afterEach(() => {
  cleanup();
  browser.remove();
  vi.unstubAllGlobals();
});

let at = "";

function Where() {
  at = useLocation().pathname;
  return null;
}

function opensTheApp(unread: number, rooms?: RoomSummary[], path = "/") {
  room.unread = unread;
  const queries = newQueryClient();
  if (rooms) queries.setQueryData(["rooms", "list"], rooms);
  render(
    <QueryClientProvider client={queries}>
      <SessionContext value={SESSION}>
        <MemoryRouter initialEntries={[path]}>
          <Notices />
          <Where />
        </MemoryRouter>
      </SessionContext>
    </QueryClientProvider>,
  );
}

function happens(change: Partial<typeof room>) {
  act(() => {
    Object.assign(room, change);
    for (const listener of room.listeners) listener();
  });
}

const settles = () => act(() => new Promise((done) => setTimeout(done)));

test("a notice goes when what it was for has been read in this browser", async () => {
  opensTheApp(2, [aresRoom()]);
  await settles();
  expect(browser.notices).toBe(1);

  happens({ unread: 0 });

  await waitFor(() => expect(browser.notices).toBe(0));
});

test("it stays while something waits for an answer", async () => {
  opensTheApp(0, [aresRoom({ awaiting: ["CONSENT"] })]);
  await settles();
  expect(browser.notices).toBe(1);
});

const question: OpenQuestion = {
  roomId: "room",
  about: 3,
  seq: 7,
  state: "OPEN",
  askedById: "vera",
  addresseeId: ARE.personId,
  lapsed: false,
  since: "2026-11-22T06:00:00.000Z",
};

test("it stays while a question to her has not been on her screen, and goes once it has", async () => {
  room.readSeq = 6;
  room.questions = [question];
  opensTheApp(0, [aresRoom()]);
  await settles();
  expect(browser.notices).toBe(1);
  expect(document.title).toMatch(/^1 question · /);

  happens({ readSeq: 7 });

  await waitFor(() => expect(browser.notices).toBe(0));
  // It still waits for an answer.
  expect(document.title).toMatch(/^1 question · /);
});

test("a question to another, or one that she has taken herself, keeps none", async () => {
  room.questions = [
    { ...question, addresseeId: "sara" },
    { ...question, about: 4, askedById: ARE.personId },
  ];
  opensTheApp(0, [aresRoom()]);
  await waitFor(() => expect(browser.notices).toBe(0));
});

test("it stays while nobody has told of the questions", async () => {
  room.questions = undefined;
  opensTheApp(0, [aresRoom()]);
  await settles();
  expect(browser.notices).toBe(1);
});

test("it stays where nobody has said yet that there is nothing new", async () => {
  room.connection = "connecting";
  opensTheApp(0, [aresRoom()]);
  await settles();
  expect(browser.notices).toBe(1);
  cleanup();
  room.connection = "open";
  opensTheApp(0);
  await settles();
  expect(browser.notices).toBe(1);
});

test("one that came meanwhile goes when the connection is back and nothing is new", async () => {
  opensTheApp(0, [aresRoom()]);
  await waitFor(() => expect(browser.notices).toBe(0));
  happens({ connection: "waiting-to-retry" });
  browser.notices = 1;

  happens({ connection: "open" });

  await waitFor(() => expect(browser.notices).toBe(0));
});

test("there is one at a time, and a newer one is heard", () => {
  expect(noticeSaying("Du har noe nytt")).toMatchObject({ tag: "samsnakk", renotify: true });
});

test.each(["/", "/rooms/0199"])("a tapped notice leads from %s to what is new", async (path) => {
  opensTheApp(1, [aresRoom()], path);
  act(() => browser.hears("something else"));
  expect(at).toBe(path);

  act(() => browser.hears(NEWS_WANTED));
  await settles();
  expect(at).toBe("/news");
});

test.each(["/rooms/new", "/rooms/0199/consent", "/address"])(
  "nobody is taken away from what she does at %s",
  async (path) => {
    opensTheApp(1, [aresRoom()], path);
    act(() => browser.hears(NEWS_WANTED));
    await settles();
    expect(at).toBe(path);
  },
);

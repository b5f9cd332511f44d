import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { startLanguage } from "../language/language";
import { SessionContext } from "../session/session";
import { ARE, aresRoom } from "../shell/test-room";
import { Announcer } from "./Announcer";
import type { Conversation } from "./conversation";

afterEach(cleanup);

const SESSION = {
  session: { kind: "signed-in" as const, me: ARE, lasts: { endsAt: Infinity, mayStay: true } },
  retry: () => undefined,
  look: () => Promise.resolve(),
  signOut: () => Promise.resolve(),
  lost: () => undefined,
};

/** What has been written so far, by whom; nothing where it is not known yet. */
function withMessages(...senders: (string | undefined)[]) {
  const messages = senders
    .map((senderId, i) => ({ seq: i + 1, senderId }))
    .filter(({ senderId }) => senderId !== undefined);
  const lastSeq = senders.length;
  const conversation = { messages, floor: 1, lastSeq } as unknown as Conversation;
  return (
    <SessionContext value={SESSION}>
      <Announcer room={aresRoom()} conversation={conversation} />
    </SessionContext>
  );
}

async function afterOpeningWith(...senders: string[]) {
  await startLanguage();
  return render(withMessages(...senders)).rerender;
}

const spoken = () => within(screen.getByRole("log")).queryAllByText(/./).length;

test("three messages of one person are three announcements, also when they come at once", async () => {
  const rerender = await afterOpeningWith("vera");
  expect(spoken()).toBe(0);

  rerender(withMessages("vera", "vera"));
  expect(spoken()).toBe(1);
  rerender(withMessages("vera", "vera", "vera", "vera"));
  expect(spoken()).toBe(3);
});

test("one that fills a gap is announced, and in its place", async () => {
  const rerender = await afterOpeningWith("vera");

  rerender(withMessages("vera", undefined, "vera"));
  expect(spoken()).toBe(0);
  rerender(withMessages("vera", "vera", "vera"));
  expect(spoken()).toBe(2);
});

test("one's own are not announced, and hide nobody's", async () => {
  const rerender = await afterOpeningWith();

  rerender(withMessages("vera", "are"));

  expect(spoken()).toBe(1);
});

test("a message is announced once, and what is spoken does not grow for ever", async () => {
  const rerender = await afterOpeningWith();
  const many = Array.from({ length: 60 }, () => "vera");

  rerender(withMessages(...many.slice(0, 30)));
  rerender(withMessages(...many.slice(0, 30)));
  rerender(withMessages(...many));

  expect(spoken()).toBe(20);
});

import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Me } from "../contracts/people";
import { ARE, VERA } from "../shell/test-room";
import type { Conversations } from "./conversations";
import type { FakeServer } from "./fake-server";
import { asks, ROOM, row, talks, user } from "./test-talk";

const there = vi.hoisted(() => ({ conversations: undefined as unknown }));
vi.mock("./ConversationsProvider", () => ({ useConversations: () => there.conversations }));

let server: FakeServer;
let conversations: Conversations;

async function reads(me: Me, began: () => void) {
  conversations = await talks(there, me, (it) => {
    server = it;
    began();
  });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-12-01T09:00:00Z") });
});

afterEach(() => {
  cleanup();
  conversations.stop();
  vi.useRealTimers();
});

test("she says it otherwise, and everybody sees that it was changed", async () => {
  await reads(VERA, () => server.says("vera", "Timen er klokken ti"));
  await user.click(within(await asks(1)).getByRole("button", { name: "Change the message" }));
  const dialog = await screen.findByRole("dialog", { name: "Change the message" });
  expect(within(dialog).getByText(/You can change it until .*[:.]15/)).toBeDefined();
  const field = within(dialog).getByRole("textbox", { name: "The message" });
  await user.clear(field);
  await user.click(within(dialog).getByRole("button", { name: "Save the change" }));
  expect(within(dialog).getByText(/If you want it gone/)).toBeDefined();
  expect(server.received.filter(({ type }) => type === "send")).toEqual([]);
  await user.type(field, "Timen er klokken tolv");
  await user.click(within(dialog).getByRole("button", { name: "Save the change" }));

  expect(await within(row(1)).findByText("Timen er klokken tolv")).toBeDefined();
  expect(within(row(1)).getByRole("button", { name: /[:.]00.* changed$/ })).toBeDefined();
  expect(within(row(1)).queryByText("Timen er klokken ti")).toBeNull();
  expect(server.received.at(-1)).toMatchObject({
    type: "send",
    kind: "EDIT",
    about: 1,
    body: "Timen er klokken tolv",
  });
  const readers = await asks(1);
  expect(within(readers).getByText(/^Changed .*[:.]00/)).toBeDefined();
  expect(within(readers).getByText("Timen er klokken ti")).toBeDefined();
});

test("how long it can be changed is not promised any more once that is over", async () => {
  await reads(VERA, () => server.says("vera", "Timen er klokken ti"));
  await user.click(within(await asks(1)).getByRole("button", { name: "Change the message" }));
  const dialog = await screen.findByRole("dialog", { name: "Change the message" });
  expect(within(dialog).getByText(/You can change it until/)).toBeDefined();

  vi.setSystemTime("2026-12-01T09:16:00Z");

  await within(dialog).findByText(/It can no longer be changed\./);
  expect(within(dialog).queryByText(/You can change it until/)).toBeNull();
});

test("nor is it where another window has taken the message back", async () => {
  await reads(VERA, () => server.says("vera", "Timen er klokken ti"));
  await user.click(within(await asks(1)).getByRole("button", { name: "Change the message" }));
  const dialog = await screen.findByRole("dialog", { name: "Change the message" });

  act(() => void server.retracts("vera", 1));

  await within(dialog).findByText(/It can no longer be changed\./);
});

test("after a quarter of an hour it can be taken back, and not changed", async () => {
  await reads(VERA, () => server.says("vera", "Timen er klokken ti"));
  vi.setSystemTime(new Date("2026-12-01T09:15:01Z"));
  const readers = await asks(1);
  expect(within(readers).queryByRole("button", { name: "Change the message" })).toBeNull();
  expect(within(readers).getByRole("button", { name: "Take back the message" })).toBeDefined();
});

test("what another has written she neither changes nor takes back", async () => {
  await reads(VERA, () => server.says("are", "Hei"));
  const readers = await asks(1);
  expect(within(readers).queryByRole("button", { name: /Change|Take/ })).toBeNull();
});

test("before she takes it back she is told for whom it will be gone", async () => {
  await reads(VERA, () => {
    server.says("vera", "I feil rom");
    server.marks.push({ personId: "sara", fromSeq: 1, seq: 1 });
  });
  await user.click(within(await asks(1)).getByRole("button", { name: "Take back the message" }));
  const dialog = await screen.findByRole("dialog", { name: /take back/ });
  expect(within(dialog).getByText(/^Sara.* has read it, and still sees/)).toBeDefined();
  expect(within(dialog).getByText(/^Are Nordmann still sees what it says now/)).toBeDefined();
  expect(within(dialog).queryByText(/For the others/)).toBeNull();
  await user.click(within(dialog).getByRole("button", { name: "Take back the message" }));

  expect(await within(row(1)).findByText("You took back this message.")).toBeDefined();
  expect(within(row(1)).queryByText("I feil rom")).toBeNull();
});

test("also where a helper had it on her screen before it was changed, she is told that the patient sees it", async () => {
  await reads(VERA, () => {
    server.says("vera", "Ta kontakt");
    server.marks.push({ personId: "sara", fromSeq: 1, seq: 1 });
    server.edits("vera", 1, "I feil rom", { readBy: ["sara"], keptFor: ["vera", "sara", "are"] });
  });
  await user.click(within(await asks(1)).getByRole("button", { name: "Take back the message" }));
  const dialog = await screen.findByRole("dialog", { name: /take back/ });
  expect(within(dialog).getByText(/^Sara.* read it before it was changed/)).toBeDefined();
  expect(within(dialog).getByText(/^Are Nordmann still sees what it says now/)).toBeDefined();
});

test("she is told that a question that waits falls with it, as long as it does", async () => {
  await reads(VERA, () => {
    server.says("vera", "Kan du ringe?");
    server.asks("vera", { about: 1, addresseeId: "sara" });
  });
  await user.click(within(await asks(1)).getByRole("button", { name: "Take back the message" }));
  const dialog = await screen.findByRole("dialog", { name: /take back/ });
  expect(within(dialog).getByText(/^The question asked with the message lapses/)).toBeDefined();
  act(
    () =>
      void server.asks("sara", {
        ...{ about: 1, addresseeId: "sara", askedById: "vera", state: "ANSWERED" },
      }),
  );
  await waitFor(() => expect(within(dialog).queryByText(/^The question/)).toBeNull());
});

test("where nobody has read it she is told that it is gone for all", async () => {
  await reads(VERA, () => server.says("vera", "I feil rom"));
  await user.click(within(await asks(1)).getByRole("button", { name: "Take back the message" }));
  const dialog = await screen.findByRole("dialog", { name: /take back/ });
  expect(within(dialog).getByText(/^Nobody has read it yet, as far as we know/)).toBeDefined();
});

test("what was taken back before she read it is nowhere in her page, whatever was open", async () => {
  await reads(ARE, () => server.says("vera", "Hemmelig om en annen"));
  const readers = await asks(1);
  act(() => void server.retracts("vera", 1));
  expect(await within(row(1)).findByText("This message was taken back.")).toBeDefined();
  expect(document.body.textContent).not.toContain("Hemmelig");
  expect(within(readers).getByText(/You do not see what it said/)).toBeDefined();
  expect(within(readers).getByText("Not read, as far as we know")).toBeDefined();
  expect(JSON.stringify(conversations.conversation(ROOM)?.messages)).not.toContain("Hemmelig");
});

test("who had read it is not taken to have read the words that came after it", async () => {
  await reads(VERA, () => {
    server.says("vera", "Timen er klokken ti");
    server.marks.push({ personId: "are", fromSeq: 1, seq: 1 });
  });
  expect(within(row(1)).getByText(/^Read by:? Are/)).toBeDefined();
  act(
    () =>
      void server.edits("vera", 1, "Timen er klokken tolv", {
        readBy: ["are"],
        keptFor: ["vera", "are"],
      }),
  );
  expect(await within(row(1)).findByText("Read by Are before it was changed")).toBeDefined();
  expect(within(row(1)).queryByText(/^Read by:? Are$/)).toBeNull();
  const readers = await asks(1);
  expect(within(readers).getByText(/before it was changed$/)).toBeDefined();
});

test("who has seen that it was taken back has not read it", async () => {
  await reads(VERA, () => {
    server.says("vera", "I feil rom");
    server.retracts("vera", 1);
    server.marks.push({ personId: "are", fromSeq: 1, seq: 2 });
  });
  expect(within(row(1)).getByText("You took back this message.")).toBeDefined();
  expect(row(1).textContent).not.toMatch(/read/i);
  expect(within(await asks(1)).getAllByText("Not read, as far as we know")).toHaveLength(2);
});

test("that it was not taken is told where it was written, and nothing is lost", async () => {
  await reads(VERA, () => server.says("vera", "Timen er klokken ti"));
  await user.click(within(await asks(1)).getByRole("button", { name: "Change the message" }));
  const dialog = await screen.findByRole("dialog", { name: "Change the message" });
  server.refuseWith = "edit-too-late";
  const field = within(dialog).getByRole("textbox", { name: "The message" });
  await user.type(field, ", sa de");
  await user.click(within(dialog).getByRole("button", { name: "Save the change" }));
  expect(await within(dialog).findByText(/can be changed for 15 minutes/)).toBeDefined();
  expect(field).toHaveProperty("value", "Timen er klokken ti, sa de");
  expect(within(row(1)).getByText("Timen er klokken ti")).toBeDefined();
});

test("taken back in two windows at once it is taken back", async () => {
  await reads(VERA, () => server.says("vera", "I feil rom"));
  server.refuseWith = "message-retracted";
  act(() => void conversations.correct(ROOM, { kind: "RETRACTION", about: 1 }));
  await waitFor(() => expect(conversations.amendingIn(ROOM)).toEqual([]));
});

test("what is changed again begins with the words that stand, and what was not saved is there", async () => {
  await reads(VERA, () => server.says("vera", "en"));
  const opens = async () => {
    await user.click(within(await asks(1)).getByRole("button", { name: "Change the message" }));
    const dialog = await screen.findByRole("dialog", { name: "Change the message" });
    return { dialog, field: within(dialog).getByRole<HTMLTextAreaElement>("textbox") };
  };
  const first = await opens();
  await user.clear(first.field);
  await user.type(first.field, "to");
  await user.click(within(first.dialog).getByRole("button", { name: "Save the change" }));
  await within(row(1)).findByText("to");

  const second = await opens();
  expect(second.field.value).toBe("to");
  await user.type(second.field, " og tre");
  await user.click(within(second.dialog).getByRole("button", { name: "Cancel" }));
  const third = await opens();
  expect(third.field.value).toBe("to og tre");
  await user.click(within(third.dialog).getByRole("button", { name: "Cancel" }));

  // Not over what another window has saved meanwhile.
  act(() => void server.edits("vera", 1, "fire"));
  await within(row(1)).findByText("fire");
  expect((await opens()).field.value).toBe("fire");
});

test("words that somebody has read the patient sees too, though he knows the ones before alone", async () => {
  await reads(VERA, () => {
    server.says("vera", "Timen er klokken ti");
    server.edits("vera", 1, "Timen er klokken tolv", {
      readBy: ["are"],
      keptFor: ["vera", "are"],
    });
    server.marks.push({ personId: "are", fromSeq: 1, seq: 1 });
    server.marks.push({ personId: "sara", fromSeq: 1, seq: 1 });
  });
  await user.click(within(await asks(1)).getByRole("button", { name: "Take back the message" }));
  const dialog = await screen.findByRole("dialog", { name: /take back/ });
  expect(within(dialog).getByText(/^Sara.* has read it/)).toBeDefined();
  expect(within(dialog).getByText(/^Are.* read it before it was changed/)).toBeDefined();
  expect(within(dialog).getByText(/^Are Nordmann still sees what it says now/)).toBeDefined();
});

test("who has answered the new words is not said to have read the old ones alone", async () => {
  await reads(VERA, () => {
    server.says("vera", "Timen er klokken ti");
    server.marks.push({ personId: "are", fromSeq: 1, seq: 1 });
    const readBy = ["are"];
    server.edits("vera", 1, "Timen er klokken tolv", { readBy, keptFor: ["vera", "are"] });
    server.acknowledges("are", 1, "THANKS");
  });
  expect(within(row(1)).queryByText(/before it was changed/)).toBeNull();
  expect(within(await asks(1)).queryByText(/before it was changed/)).toBeNull();
});

import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Me } from "../contracts/people";
import { VERA } from "../shell/test-room";
import type { Conversations } from "./conversations";
import type { FakeServer } from "./fake-server";
import { asks, goTo, ROOM, row, talks, user } from "./test-talk";

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

const field = () => screen.getByRole("textbox", { name: "Write a message" });

async function begins(seq: number) {
  await user.click(within(await asks(seq)).getByRole("button", { name: "Reply to the message" }));
}

async function sends(text: string) {
  await user.type(field(), text);
  await user.click(screen.getByRole("button", { name: "Send" }));
}

afterEach(() => {
  cleanup();
  conversations.stop();
  goTo.mockClear();
});

test("that the message got other words while she writes is told before she sends", async () => {
  await reads(VERA, () => {
    server.says("are", "Passer tirsdag klokken ti?");
    server.says("sara", "Husk skjemaet");
  });
  await begins(1);
  await screen.findByText("Reply to Are: Passer tirsdag klokken ti?");
  expect(screen.queryByText(/was changed since you began/)).toBeNull();

  act(
    () =>
      void server.edits("are", 1, "Vil du avslutte?", {
        readBy: ["vera"],
        keptFor: ["are", "vera"],
      }),
  );

  await screen.findByText("Reply to Are: Vil du avslutte?");
  await screen.findByText("The message was changed since you began to reply.");

  await begins(2);
  await screen.findByText("Reply to Sara: Husk skjemaet");
  expect(screen.queryByText(/was changed since you began/)).toBeNull();
});

test("what she writes next replies to the message, which stands over it and leads there", async () => {
  await reads(VERA, () => {
    server.says("are", "Passer tirsdag klokken ti?");
    server.says("sara", "Husk skjemaet");
  });
  await begins(1);
  expect(await screen.findByText("Reply to Are: Passer tirsdag klokken ti?")).toBeDefined();
  await waitFor(() => expect(document.activeElement).toBe(field()));
  await sends("Ja");
  const quote = await within(await screen.findByRole("group", { name: "row 3" })).findByRole(
    "button",
    { name: /^Reply to Are: Passer tirsdag/ },
  );
  expect(server.received.at(-1)).toMatchObject({ type: "send", body: "Ja", inResponseTo: 1 });
  expect(screen.queryByText(/^Reply to Are: Passer/, { selector: "p" })).toBeNull();
  await user.click(quote);
  expect(goTo).toHaveBeenCalledWith(1);

  await sends("Og takk");
  expect(server.received.findLast(({ type }) => type === "send")).not.toHaveProperty(
    "inResponseTo",
  );
});

test("taken away, it is a message like any other", async () => {
  await reads(VERA, () => server.says("are", "Passer tirsdag?"));
  await begins(1);
  await user.click(await screen.findByRole("button", { name: "This is not an answer" }));
  await sends("Hei");
  await screen.findByRole("group", { name: "row 2" });
  expect(server.received.findLast(({ type }) => type === "send")).not.toHaveProperty(
    "inResponseTo",
  );
});

test("what it replies to is told as it stands now, and that it was changed since", async () => {
  await reads(VERA, () => {
    server.says("are", "Passer klokken ti?");
    server.says("vera", "Ja", undefined, 1);
  });
  expect(await within(row(2)).findByText("Passer klokken ti?")).toBeDefined();
  act(() => void server.edits("are", 1, "Passer klokken tolv?"));
  expect(await within(row(2)).findByText("changed after the reply")).toBeDefined();
  expect(within(row(2)).getByText("Passer klokken tolv?")).toBeDefined();
  act(() => void server.retracts("are", 1));
  expect(await within(row(2)).findByText("This message was taken back.")).toBeDefined();
  expect(document.body.textContent).not.toContain("klokken");
});

test("what was changed before it was replied to is no other since", async () => {
  await reads(VERA, () => {
    server.says("are", "Passer klokken ti?");
    server.edits("are", 1, "Passer klokken tolv?");
    server.says("vera", "Ja", undefined, 1);
  });
  expect(await within(row(3)).findByText("Passer klokken tolv?")).toBeDefined();
  expect(within(row(3)).queryByText("changed after the reply")).toBeNull();
});

test("while it is taken back, what is being written says so", async () => {
  await reads(VERA, () => server.says("are", "Hemmelig"));
  await begins(1);
  act(() => void server.retracts("are", 1));
  expect(await screen.findByText("Reply to Are: This message was taken back.")).toBeDefined();
});

test("of a message that is not here nothing is claimed", async () => {
  await reads(VERA, () => server.says("are", "Hei"));
  act(() => conversations.reply(ROOM, 400));
  expect(await screen.findByText("Reply to an earlier message")).toBeDefined();
});

test("where a question waits for her, what she writes is the answer", async () => {
  await reads(VERA, () => {
    server.says("are", "Sender du skjemaet?");
    server.asks("are", { about: 1, addresseeId: "vera" });
  });
  const readers = await asks(1);
  expect(within(readers).queryByRole("button", { name: "Reply to the message" })).toBeNull();
  await user.click(within(readers).getByRole("button", { name: "Answer the question" }));
  await sends("Ja, i dag");
  await waitFor(() =>
    expect(server.received.at(-1)).toMatchObject({ kind: "QUESTION", state: "ANSWERED" }),
  );
});

import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { Message } from "../contracts/conversation";
import type { Me } from "../contracts/people";
import type { RoomDetails } from "../contracts/rooms";
import { ARE, aresRoom, renderFor, VERA } from "../shell/test-room";
import { Composer } from "./Composer";
import type { Conversation } from "./conversation";
import { Conversations } from "./conversations";
import { entriesOf } from "./entries";
import { FakeServer } from "./fake-server";
import { Keeping } from "./keeping";
import { MessageBubble } from "./MessageBubble";
import { QuestionActsContext } from "./questionActs";
import { Readers } from "./Readers";
import { useAmendments } from "./useAmendments";
import { useConversation } from "./useConversation";

const ROOM = "room";
const there = vi.hoisted(() => ({ conversations: undefined as unknown }));
vi.mock("./ConversationsProvider", () => ({ useConversations: () => there.conversations }));

const goTo = vi.fn();
let server: FakeServer;
let conversations: Conversations;
const user = userEvent.setup();

function seat(personId: string, name: string, part: string) {
  return { seatId: personId, person: { personId, name }, part, status: "ACTIVE" };
}

function roomOf(me: Me): RoomDetails {
  const room = aresRoom();
  return {
    ...room,
    patient: { ...room.patient, personId: "are" },
    status: "ACTIVE",
    seats: [
      seat("are", "Are Nordmann", "PATIENT"),
      seat("vera", "Vera Veileder", "HELPER"),
      seat("sara", "Sara Moe", "HELPER"),
    ],
    me: { ...room.me, part: me === ARE ? "PATIENT" : "HELPER" },
    may: { ...room.may, write: true, seeAccessLog: false },
  } as RoomDetails;
}

function Talk({ of }: { of: RoomDetails }) {
  const conversation = useConversation(ROOM);
  return conversation?.phase.kind === "open" ? <Open {...{ of, conversation }} /> : null;
}

function Open({ of, conversation }: { of: RoomDetails; conversation: Conversation }) {
  const amendmentsOf = useAmendments(of, conversation);
  const [asked, ask] = useState<number>();
  const { messages, read, received } = conversation;
  const message = messages.find(({ seq }) => seq === asked) ?? null;
  const entries = entriesOf(conversation, of.me.part === "PATIENT" ? "are" : "vera");
  return (
    <QuestionActsContext value={{ ask: vi.fn(), promise: vi.fn(), goTo, watch: vi.fn() }}>
      {entries.map(
        (entry) =>
          entry.kind === "message" && (
            <div key={entry.key} role="group" aria-label={`row ${entry.message.seq}`}>
              <MessageBubble
                {...entry}
                {...amendmentsOf(entry.message)}
                {...{ room: of, read, received }}
                readers={[]}
                onAskReaders={({ seq }: Message) => ask(seq)}
                onAskDate={() => undefined}
              />
            </div>
          ),
      )}
      <Readers
        {...{ room: of, conversation, message, ...amendmentsOf(message) }}
        onClose={() => ask(undefined)}
      />
      <Composer room={of} />
    </QuestionActsContext>
  );
}

async function reads(me: Me, began: () => void) {
  server = new FakeServer(ROOM, me.personId);
  conversations = new Conversations({
    myId: me.personId,
    keeping: await Keeping.of(me.personId),
    ticket: server.ticket,
    connect: server.connect,
    history: server.history,
    random: () => 0.5,
    onAccessChanged: () => undefined,
    onSessionEnded: () => undefined,
  });
  there.conversations = conversations;
  conversations.start();
  began();
  await renderFor(me, <Talk of={roomOf(me)} />);
  await screen.findAllByRole("group", { name: /^row/ });
}

const row = (seq: number) => screen.getByRole("group", { name: `row ${seq}` });

/** Opens who has read a message. */
async function asks(seq: number) {
  await user.click(within(row(seq)).getByRole("button", { name: /\d\d[:.]\d\d/ }));
  return screen.findByRole("dialog", { name: "Who has read it" });
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
  expect(await within(row(2)).findByText("changed since")).toBeDefined();
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
  expect(within(row(3)).queryByText("changed since")).toBeNull();
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

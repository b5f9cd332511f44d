import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { ARE, aresRoom, renderFor } from "../shell/test-room";
import { AcknowledgedBy } from "./AcknowledgedBy";
import type { Conversation } from "./conversation";
import { Conversations } from "./conversations";
import { FakeServer } from "./fake-server";
import { Keeping } from "./keeping";
import { useAmendments } from "./useAmendments";
import { useConversation } from "./useConversation";

const ROOM = "room";
const there = vi.hoisted(() => ({ conversations: undefined as unknown }));
vi.mock("./ConversationsProvider", () => ({ useConversations: () => there.conversations }));

let server: FakeServer;
let conversations: Conversations;

beforeEach(async () => {
  server = new FakeServer(ROOM, ARE.personId);
  conversations = new Conversations({
    myId: ARE.personId,
    keeping: await Keeping.of(ARE.personId),
    ticket: server.ticket,
    connect: server.connect,
    history: server.history,
    random: () => 0.5,
    onAccessChanged: () => undefined,
    onSessionEnded: () => undefined,
  });
  there.conversations = conversations;
});

afterEach(() => {
  cleanup();
  conversations.stop();
});

const seat = (personId: string, name: string, part: string) =>
  ({ seatId: personId, person: { personId, name }, part, status: "ACTIVE" }) as unknown;

const room = aresRoom({
  status: "ACTIVE",
  seats: [
    seat("are", "Are Nordmann", "PATIENT"),
    seat("vera", "Vera Veileder", "HELPER"),
    seat("kari", "Kari Psykolog", "HELPER"),
  ] as RoomDetails["seats"],
});
const open = { ...room, may: { ...room.may, write: true } };

/** Each message with what stands under it, as in the room. */
function Talk({ of }: { of: RoomDetails }) {
  const conversation = useConversation(ROOM);
  return conversation?.phase.kind === "open" ? <Open {...{ of, conversation }} /> : null;
}

function Open({ of, conversation }: { of: RoomDetails; conversation: Conversation }) {
  const acknowledgementsOf = useAmendments(of, conversation);
  return conversation.messages
    .filter((it) => it.kind === "TEXT")
    .map((message) => (
      <OneMessage key={message.seq} of={of} message={message} {...acknowledgementsOf(message)} />
    ));
}

type Of = ReturnType<ReturnType<typeof useAmendments>>;

function OneMessage({ message, of, ...rest }: Of & { message: Message; of: RoomDetails }) {
  const row = useRef<HTMLDivElement>(null);
  return (
    <div ref={row} role="group" aria-label={`message ${message.seq}`}>
      <button type="button" className="bubble__time">
        {message.seq}
      </button>
      <AcknowledgedBy room={of} message={message} row={row} {...rest} />
    </div>
  );
}

async function areReads(of = open) {
  await renderFor(ARE, <Talk of={of} />);
  act(() => conversations.start());
  await screen.findByRole("group", { name: "message 1" });
}

/** The short answers; beside them somebody can be asked. */
const buttons = () =>
  screen
    .queryAllByRole("button")
    .filter(({ className }) => className.startsWith("ackn"))
    .filter((it) => it.textContent !== "Ask someone …");
const answers = (seq: number) =>
  within(screen.getByRole("group", { name: `message ${seq}` }))
    .queryAllByRole("listitem")
    .map(({ textContent }) => textContent);
const user = userEvent.setup();
const button = (name: string) => screen.getByRole("button", { name });

test("who has said what stands under the message, and of a face that one has no name for too", async () => {
  server.says("are", "Kan jeg bytte time?");
  server.acknowledges("vera", 1, "RECEIVED");
  server.acknowledges("kari", 1, "WILL_DO");
  server.acknowledges("gro", 1, "RECEIVED");
  await areReads();
  expect(answers(1)).toEqual(["VVReceived: Vera and A participant", "KPI'll do it: Kari"]);
  expect(buttons()).toEqual([]);
});

test("the newest message of somebody else's asks for an answer, and no other", async () => {
  server.says("vera", "Møtet er flyttet.");
  await areReads();
  expect(buttons().map((it) => it.textContent)).toEqual(["Received", "Thanks", "I'll do it"]);
  act(() => void server.says("kari", "Og rommet er et annet."));
  within(screen.getByRole("group", { name: "message 2" })).getByRole("toolbar");
  expect(screen.getAllByRole("toolbar")).toHaveLength(1);
  act(() => void server.says("are", "Det går fint."));
  expect(screen.queryByRole("toolbar")).toBeNull();
});

test("nobody is asked who may not write, nor where something is missing", async () => {
  server.says("vera", "Hei");
  await areReads(room);
  expect(screen.queryByRole("toolbar")).toBeNull();
  cleanup();
  await areReads();
  screen.getByRole("toolbar");
  server.loseMessages = 1;
  server.acknowledges("are", 1, "THANKS", "elsewhere");
  act(() => void server.acknowledges("kari", 1, "THANKS"));
  expect(screen.queryByRole("toolbar")).toBeNull();
  await waitFor(() => expect(answers(1)).toEqual(["KPThanks: Kari and youChange your answer"]));
});

test("all that can be said is one stop on the way, and the arrows lead between", async () => {
  server.says("vera", "Hei");
  await areReads();
  const stops = () => within(screen.getByRole("toolbar")).getAllByRole("button");
  expect(stops().map((it) => it.tabIndex)).toEqual([0, -1, -1, -1]);
  button("Received").focus();
  await user.keyboard("{ArrowRight}{ArrowRight}");
  expect(document.activeElement).toBe(button("I'll do it"));
  await user.keyboard("{ArrowRight}");
  expect(document.activeElement).toBe(button("Ask someone …"));
  await user.keyboard("{ArrowRight}");
  expect(document.activeElement).toBe(button("Received"));
  await user.keyboard("{ArrowLeft}{Home}{End}");
  expect(stops().map((it) => it.tabIndex)).toEqual([-1, -1, -1, 0]);
});

test("one tap answers; until the server has it, it is said to be on its way, and the focus stays", async () => {
  server.says("vera", "Hei");
  await areReads();
  server.dropSends = 1;
  await user.click(button("Thanks"));
  expect(buttons().map((it) => it.textContent)).toEqual([
    "Received",
    "Thanks: sending …",
    "I'll do it",
  ]);
  expect(buttons().every((it) => it.getAttribute("aria-disabled") === "true")).toBe(true);
  await user.dblClick(button("Received"));
  expect(server.received.filter(({ type }) => type === "send")).toHaveLength(1);
  act(() => server.live?.cut());
  expect(answers(1)).toEqual([]);
  screen.getByRole("button", { name: "Thanks: not confirmed yet" });
  await waitFor(() => expect(answers(1)).toEqual(["Thanks: youChange your answer"]));
  expect(document.activeElement).toBe(button("Thanks: you Change your answer"));
});

test("an answer is changed, and taken back, from where it stands", async () => {
  server.says("vera", "Hei");
  server.acknowledges("are", 1, "RECEIVED");
  await areReads();
  await user.click(button("Received: you Change your answer"));
  await user.click(await screen.findByRole("menuitem", { name: "I'll do it" }));
  await waitFor(() => expect(answers(1)).toEqual(["I'll do it: youChange your answer"]));
  await user.click(button("I'll do it: you Change your answer"));
  await user.click(await screen.findByRole("menuitem", { name: "Take back" }));
  await waitFor(() => expect(answers(1)).toEqual([]));
  expect(buttons()).toHaveLength(3);
  await waitFor(() => expect(document.activeElement).toBe(button("Received")));
});

test("without a connection the buttons do nothing and say why", async () => {
  server.says("vera", "Hei");
  await areReads();
  act(() => server.networkGoes());
  act(() => conversations.networkGone());
  expect(button("Thanks").title).toBe("No connection. Connecting again …");
  // A hiccup needs no words; what lasts is told to who has only a finger too.
  expect(screen.queryByText(/^The buttons work when/)).toBeNull();
  await user.click(button("Thanks"));
  expect(conversations.amendingIn(ROOM)).toEqual([]);
  await screen.findByText(/^The buttons work when the connection is back/, {}, { timeout: 3_000 });
});

test("a no is said, and the buttons are back", async () => {
  server.says("vera", "Hei");
  await areReads();
  server.refuseWith = "temporarily-unavailable";
  await user.click(button("Thanks"));
  await screen.findByRole("alert");
  expect(button("Thanks").getAttribute("aria-disabled")).toBe("false");
  server.refuseWith = "acknowledged-already";
  await user.click(button("Thanks"));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  expect(buttons()).toHaveLength(3);
});

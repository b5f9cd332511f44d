import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Message } from "../contracts/conversation";
import type { Me } from "../contracts/people";
import type { RoomDetails } from "../contracts/rooms";
import { daysAfter, todayInNorway } from "../language/norway";
import { ARE, aresRoom, renderFor, VERA } from "../shell/test-room";
import { AcknowledgedBy } from "./AcknowledgedBy";
import { Composer } from "./Composer";
import type { Conversation } from "./conversation";
import { Conversations } from "./conversations";
import { FakeServer } from "./fake-server";
import { Keeping } from "./keeping";
import { QuestionCard } from "./QuestionCard";
import { QuestionsInRoom } from "./QuestionsInRoom";
import { Readers } from "./Readers";
import { useAmendments, type OfMessage } from "./useAmendments";
import { useConversation } from "./useConversation";

const ROOM = "room";
const there = vi.hoisted(() => ({ conversations: undefined as unknown }));
vi.mock("./ConversationsProvider", () => ({ useConversations: () => there.conversations }));

let server: FakeServer;
let conversations: Conversations;
const goTo = vi.fn();
const unwatch = vi.fn();
const watch = vi.fn((row: HTMLElement | null) => {
  if (row) watched.push(row.dataset["seq"]);
  return unwatch;
});
const watched: (string | undefined)[] = [];

async function isHere(me: Me) {
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
}

beforeEach(() => {
  watched.length = 0;
  vi.clearAllMocks();
});

afterEach(() => {
  cleanup();
  conversations.stop();
});

function seat(personId: string, name: string, part: string, more: object = {}) {
  const organisation = part === "HELPER" ? { organisationId: "dps", name: "Øyane DPS" } : undefined;
  return {
    seatId: personId,
    person: { personId, name },
    part,
    status: "ACTIVE",
    organisation,
    ...more,
  };
}

function roomOf(me: Me, saraIs: object = {}, more: Partial<RoomDetails> = {}): RoomDetails {
  const room = aresRoom();
  const seats = [
    seat("are", "Are Nordmann", "PATIENT"),
    seat("vera", "Vera Veileder", "HELPER"),
    seat("sara", "Sara Moe", "HELPER", saraIs),
  ] as RoomDetails["seats"];
  const part = me === ARE ? "PATIENT" : "HELPER";
  return {
    ...room,
    status: "ACTIVE",
    seats,
    me: { ...room.me, part },
    may: { ...room.may, write: true },
    ...more,
  } as RoomDetails;
}

function Talk({ of }: { of: RoomDetails }) {
  const conversation = useConversation(ROOM);
  return conversation?.phase.kind === "open" ? <Open {...{ of, conversation }} /> : null;
}

function Open({ of, conversation }: { of: RoomDetails; conversation: Conversation }) {
  const amendmentsOf = useAmendments(of, conversation);
  const first = conversation.messages[0] ?? null;
  return (
    <QuestionsInRoom room={of} goTo={goTo} watch={watch}>
      {conversation.messages
        .filter((it) => it.kind === "TEXT")
        .map((message) => (
          <One key={message.seq} {...{ of, message, conversation }} {...amendmentsOf(message)} />
        ))}
      <Composer room={of} />
      <Details {...{ of, conversation, message: first }} {...amendmentsOf(first)} />
    </QuestionsInRoom>
  );
}

interface OneProps extends OfMessage {
  of: RoomDetails;
  message: Message;
  conversation: Conversation;
}

function One({ of, message, conversation, ...rest }: OneProps) {
  const row = useRef<HTMLDivElement>(null);
  const props = { room: of, message, row, ...rest };
  return (
    <div ref={row} role="group" aria-label={`message ${message.seq}`} data-seq={message.seq}>
      <button type="button" className="bubble__time">
        {message.seq}
      </button>
      <QuestionCard read={conversation.read} {...props} />
      <AcknowledgedBy {...props} />
    </div>
  );
}

let showDetails = false;
function Details({
  of,
  message,
  ...rest
}: Omit<OneProps, "message"> & { message: Message | null }) {
  if (!showDetails) return null;
  return <Readers room={of} message={message} onClose={vi.fn()} {...rest} />;
}

async function reads(me: Me, of = roomOf(me), details = false) {
  showDetails = details;
  await renderFor(me, <Talk of={of} />);
  act(() => conversations.start());
  await screen.findByRole("group", { name: "message 1" });
}

const user = userEvent.setup();
const card = () => screen.getByRole("region", { name: "The question" });
const said = () =>
  within(card())
    .getAllByText(/./, { selector: "p" })
    .map((it) => it.textContent);
const buttons = () =>
  within(card())
    .queryAllByRole("button")
    .map((it) => it.textContent);
const press = (name: string) => user.click(within(card()).getByRole("button", { name }));
const newest = () => server.messages.findLast(({ kind }) => kind === "QUESTION");
const today = todayInNorway();
const yesterday = daysAfter(today, -1);

function saraSees(seq: number) {
  const mark = { personId: "sara", fromSeq: seq, seq, at: "2026-11-22T08:00:00Z" };
  act(() => server.live?.hear({ type: "marked", roomId: ROOM, ...mark }));
}

async function veraAsks(me: Me, addresseeId: string, more: object = {}) {
  await isHere(me);
  server.says("vera", "Passer 17. november?");
  server.asks("vera", { about: 1, addresseeId, ...more });
}

test("a helper who is asked sees that it waits for her, and what she may do", async () => {
  await veraAsks({ ...VERA, personId: "sara" }, "sara", { wantedBy: today });
  const sara = { ...VERA, personId: "sara" };
  await reads(sara);
  expect(said()).toEqual(["Question to you from Vera", "Waiting for you · Answer wanted by today"]);
  expect(card().dataset["yours"]).toBe("true");
  expect(buttons()).toEqual(["Answer", "I'll answer by …", "Done", "Pass on to …"]);
  // The card says which entry is on the screen; the short answers are not offered beside it.
  expect(card().dataset["seq"]).toBe("2");
  expect(screen.queryByRole("toolbar")).toBeNull();
});

test("a patient who is asked is asked kindly, and is told of no day that has passed", async () => {
  await veraAsks(ARE, "are");
  await reads(ARE);
  expect(said()).toEqual(["A question to you from Vera", "Answer when it suits you."]);
  act(() => void server.asks("vera", { about: 1, addresseeId: "are", wantedBy: today }));
  expect(said()).toEqual(["A question to you from Vera", "Answer wanted by today"]);
  act(() => void server.asks("vera", { about: 1, addresseeId: "are", wantedBy: yesterday }));
  expect(said()).toEqual(["A question to you from Vera", "Answer when it suits you."]);
  const promise = { about: 1, addresseeId: "are", askedById: "vera", state: "PROMISED" as const };
  act(() => void server.asks("are", { ...promise, promisedBy: yesterday }));
  expect(card().textContent).not.toMatch(/over|promised|yesterday/);
});

test("who asked sees whether it has been seen, of the newest entry alone, and that a day has passed", async () => {
  await veraAsks(VERA, "sara", { wantedBy: yesterday });
  await reads(VERA);
  expect(said()).toEqual([
    "Question to Sara Moe, Øyane DPS from you",
    "Waiting for an answer · Answer wanted by yesterday · That day is over",
  ]);
  expect(buttons()).toEqual(["Answered", "Pass on to …", "Withdraw the question"]);
  saraSees(1);
  expect(card().textContent).not.toContain("has seen it");
  saraSees(2);
  expect(card().textContent).toContain("Sara has seen it");
  act(() => void server.asks("vera", { about: 1, addresseeId: "sara" }));
  expect(card().textContent).not.toContain("has seen it");
});

test("who only reads along sees how it stands, and may do nothing with it", async () => {
  await veraAsks(ARE, "sara", { state: "PROMISED", promisedBy: daysAfter(today, 1) });
  await reads(ARE);
  expect(said()).toEqual([
    "Question to Sara Moe, Øyane DPS from Vera",
    "Answer promised by tomorrow",
  ]);
  expect(buttons()).toEqual([]);
  expect(card().dataset["yours"]).toBe("false");
});

test("where the one who is asked has gone, anybody may ask another", async () => {
  await veraAsks(ARE, "sara");
  await reads(ARE, roomOf(ARE, { status: "LEFT" }));
  expect(said()[1]).toBe("Sara is no longer here. Ask someone else?");
  await press("Ask someone else …");
  await screen.findByText("Who do you want to ask?", { selector: "h1, h2" });
  await user.click(await screen.findByRole("button", { name: /Vera Veileder/ }));
  await waitFor(() => expect(newest()).toMatchObject({ askedById: "are", addresseeId: "vera" }));
});

test("of somebody whose seat is not known it is not said that she has gone", async () => {
  await veraAsks(ARE, "new");
  await reads(ARE);
  expect(card().textContent).not.toContain("no longer");
});

test("what is settled is one line, which leads to the answer", async () => {
  await veraAsks(ARE, "are", {});
  server.says("are", "Ja");
  server.asks("are", {
    about: 1,
    askedById: "vera",
    addresseeId: "are",
    state: "ANSWERED",
    answer: 3,
  });
  await reads(ARE);
  expect(said()).toEqual(["Question to you: answered · See the answer"]);
  await press("See the answer");
  expect(goTo).toHaveBeenCalledWith(3);
  act(() => void server.asks("vera", { about: 1, addresseeId: "are", state: "WITHDRAWN" }));
  expect(said()).toEqual(["Question to you: withdrawn"]);
  expect(buttons()).toEqual([]);
});

test("what is newly said of it is watched anew", async () => {
  await veraAsks(ARE, "are");
  await reads(ARE);
  expect(watched.at(-1)).toBe("2");
  act(() => void server.asks("vera", { about: 1, addresseeId: "are", wantedBy: today }));
  expect(watched.at(-1)).toBe("3");
  expect(unwatch).toHaveBeenCalled();
});

test("until the server has it, it is said to be on its way, and nothing is said twice", async () => {
  await veraAsks(ARE, "are");
  await reads(ARE);
  server.dropSends = 1;
  await press("Done");
  expect(said()).toContain("answered: sending …");
  await press("Done");
  expect(server.received.filter(({ type }) => type === "send")).toHaveLength(1);
  act(() => server.live?.cut());
  await waitFor(() => expect(said()).toEqual(["Question to you: answered"]));
  expect(newest()).not.toHaveProperty("answer");
  expect(document.activeElement).not.toBe(document.body);
});

test("a no is told at the message", async () => {
  await veraAsks(VERA, "sara");
  await reads(VERA);
  server.refuseWith = "question-changed";
  await press("Withdraw the question");
  expect((await within(card()).findByRole("alert")).textContent).toContain("question has changed");
  expect(buttons()).toContain("Withdraw the question");
});

test("without a connection the buttons do nothing and say why", async () => {
  await veraAsks(ARE, "are");
  await reads(ARE);
  act(() => server.networkGoes());
  act(() => conversations.networkGone());
  const done = within(card()).getByRole("button", { name: "Done" });
  expect(done.title).toBe("No connection. Connecting again …");
  expect(done.getAttribute("aria-disabled")).toBe("true");
  await press("Done");
  expect(conversations.amendingIn(ROOM)).toEqual([]);
  await within(card()).findByText(/^The buttons work when/, {}, { timeout: 3_000 });
});

test("who may not write is offered nothing", async () => {
  await veraAsks(ARE, "are");
  const room = roomOf(ARE);
  await reads(ARE, { ...room, accessEpoch: 2, may: { ...room.may, write: false } });
  expect(buttons()).toEqual([]);
  expect(screen.queryByRole("toolbar")).toBeNull();
});

test("nothing is claimed where something is missing", async () => {
  await veraAsks(ARE, "are");
  await reads(ARE);
  card();
  server.loseMessages = 1;
  server.says("vera", "Hei");
  server.history = () => new Promise(() => undefined);
  act(() => void server.says("vera", "Er du der?"));
  expect(screen.queryByRole("region", { name: "The question" })).toBeNull();
});

test("asking is one tap on a person, from the answers that are offered", async () => {
  await isHere(ARE);
  server.says("vera", "Passer 17. november?");
  await reads(ARE);
  await user.click(screen.getByRole("button", { name: "Ask someone …" }));
  const dialog = within(await screen.findByRole("dialog"));
  const people = dialog.getAllByRole("listitem").map((it) => it.textContent);
  expect(people).toEqual([
    "VVVera VeilederØyane DPS",
    "SMSara MoeØyane DPS",
    "ANI'll see to it myself",
  ]);
  await user.click(dialog.getByRole("button", { name: "tomorrow" }));
  await user.click(dialog.getByRole("button", { name: /Sara Moe/ }));
  await waitFor(() =>
    expect(newest()).toMatchObject({
      state: "OPEN",
      askedById: "are",
      addresseeId: "sara",
      wantedBy: daysAfter(today, 1),
    }),
  );
  expect(screen.queryByRole("dialog")).toBeNull();
  await waitFor(() => expect(said()[0]).toBe("Question to Sara Moe, Øyane DPS from you"));
  // It is a question now: the way to make it one has gone.
  expect(screen.queryByRole("button", { name: "Ask someone …" })).toBeNull();
});

test("any other day can be wished for, none that has passed", async () => {
  await isHere(ARE);
  server.says("vera", "Hei");
  await reads(ARE);
  await user.click(screen.getByRole("button", { name: "Ask someone …" }));
  await user.click(await screen.findByRole("button", { name: "another day" }));
  const day = screen.getByLabelText<HTMLInputElement>("Day");
  await user.type(day, yesterday);
  screen.getByText(/^The day has passed/);
  await user.click(screen.getByRole("button", { name: /Sara Moe/ }));
  expect(newest()).toBeUndefined();
  await user.clear(day);
  await user.type(day, daysAfter(today, 40));
  await user.click(screen.getByRole("button", { name: /Sara Moe/ }));
  await waitFor(() => expect(newest()?.wantedBy).toBe(daysAfter(today, 40)));
});

test("it is sent on to others than who is asked and who asks, and its day stays", async () => {
  await veraAsks(ARE, "are", { wantedBy: today });
  await reads(ARE);
  await press("Pass on to …");
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getAllByRole("listitem").map((it) => it.textContent)).toEqual([
    "SMSara MoeØyane DPS",
  ]);
  expect(dialog.queryByText("Answer wanted by")).toBeNull();
  await user.click(dialog.getByRole("button", { name: /Sara Moe/ }));
  await waitFor(() =>
    expect(newest()).toMatchObject({ askedById: "vera", addresseeId: "sara", wantedBy: today }),
  );
});

test("where there is nobody to send it on to but whoever asked, that is what is said", async () => {
  await veraAsks(ARE, "are");
  await reads(ARE, roomOf(ARE, { status: "LEFT" }));
  await press("Pass on to …");
  await screen.findByText("There is nobody else to pass it on to.");
});

test("of what somebody has promised or taken herself it is not said that she has seen it", async () => {
  await veraAsks(VERA, "sara");
  const promise = { about: 1, addresseeId: "sara", askedById: "vera", state: "PROMISED" as const };
  server.asks("sara", { ...promise, promisedBy: today });
  await reads(VERA);
  saraSees(3);
  expect(card().textContent).not.toContain("has seen it");
  act(() => void server.asks("vera", { about: 1, addresseeId: "sara" }));
  saraSees(4);
  expect(card().textContent).toContain("has seen it");
  // The author takes it herself: the question stays whose it is.
  act(() => void server.asks("sara", { about: 1, askedById: "vera", addresseeId: "sara" }));
  saraSees(5);
  expect(card().textContent).not.toContain("has seen it");
});

test("a promise is one tap, or any other day", async () => {
  await veraAsks(ARE, "are");
  await reads(ARE);
  await press("I'll answer by …");
  await user.click(await screen.findByRole("button", { name: "tomorrow" }));
  await waitFor(() =>
    expect(newest()).toMatchObject({ state: "PROMISED", promisedBy: daysAfter(today, 1) }),
  );
  expect(said()[1]).toBe("Answer promised by tomorrow");
  await press("I'll answer by …");
  await user.type(screen.getByLabelText("Answer by this day"), daysAfter(today, 9));
  await user.click(screen.getByRole("button", { name: "Promise it" }));
  await waitFor(() => expect(newest()?.promisedBy).toBe(daysAfter(today, 9)));
});

test("an answer is written where one writes, says what it answers, and settles it", async () => {
  await veraAsks(ARE, "are");
  await reads(ARE);
  await press("Answer");
  expect(document.activeElement).toBe(screen.getByRole("textbox"));
  await screen.findByText("Answering: Passer 17. november?");
  await user.click(screen.getByRole("button", { name: "This is not an answer" }));
  expect(screen.queryByText(/^Answering/)).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("textbox"));
  await press("Answer");
  await user.type(screen.getByRole("textbox"), "Ja{Control>}{Enter}{/Control}");
  await waitFor(() => expect(newest()).toMatchObject({ state: "ANSWERED", answer: 3 }));
  expect(screen.queryByText(/^Answering/)).toBeNull();
});

test("where others have gone on meanwhile, it is said that what she writes answers nothing any more", async () => {
  const now = "The question has changed. What you write now is an ordinary message.";
  await veraAsks(ARE, "are");
  await reads(ARE);
  await press("Answer");
  await user.type(screen.getByRole("textbox"), "Ja");
  act(() => void server.asks("vera", { about: 1, addresseeId: "sara" }));
  await screen.findByText(now);
  expect(screen.queryByText(/^Answering/)).toBeNull();
  await user.type(screen.getByRole("textbox"), "{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByText(now)).toBeNull());
  expect(newest()?.state).toBe("OPEN");
});

test("where the question has changed while a dialogue was open, the focus is at the message after it", async () => {
  await veraAsks(ARE, "are");
  await reads(ARE);
  await press("I'll answer by …");
  await screen.findByRole("dialog");
  act(() => void server.asks("vera", { about: 1, addresseeId: "sara" }));
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(document.activeElement?.className).toBe("bubble__time"));
});

test("the details of a message tell its question's history, and ask about one's own too", async () => {
  await veraAsks(VERA, "sara", { wantedBy: today });
  const by = { about: 1, askedById: "vera", addresseeId: "are", wantedBy: today };
  server.asks("sara", by);
  server.asks("are", { ...by, state: "PROMISED", promisedBy: today });
  server.asks("are", { ...by, state: "ANSWERED" });
  server.asks("vera", { about: 1, addresseeId: "vera" });
  server.asks("vera", { about: 1, addresseeId: "vera", state: "WITHDRAWN" });
  await reads(VERA, roomOf(VERA), true);
  const section = await within(await screen.findByRole("dialog")).findByRole("region", {
    name: "The question",
  });
  const lines = within(section)
    .getAllByRole("listitem")
    .map((it) => it.textContent.replace(/, [^,]*$/, ""));
  expect(lines).toEqual([
    "You asked Sara",
    "Sara passed it on to Are",
    "Are promised an answer by today",
    "Are said that it is answered",
    "You took it on",
    "You withdrew it",
  ]);
  await user.click(within(section).getByRole("button", { name: "Ask someone …" }));
  await user.click(await screen.findByRole("button", { name: /Are Nordmann/ }));
  await waitFor(() => expect(newest()).toMatchObject({ state: "OPEN", addresseeId: "are" }));
});

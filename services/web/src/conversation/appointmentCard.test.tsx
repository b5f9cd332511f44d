import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { Message } from "../contracts/conversation";
import type { Me } from "../contracts/people";
import type { RoomDetails } from "../contracts/rooms";
import { daysAfter, todayInNorway } from "../language/norway";
import { ARE, aresRoom, renderFor, VERA } from "../shell/test-room";
import { AppointmentCard } from "./AppointmentCard";
import { AppointmentsInRoom } from "./AppointmentsInRoom";
import { Composer } from "./Composer";
import type { Conversation } from "./conversation";
import { Conversations } from "./conversations";
import { FakeServer } from "./fake-server";
import { Keeping } from "./keeping";
import { saidIn } from "./kinds";
import { QuestionActsContext } from "./questionActs";
import { questionsIn, type Question } from "./questions";
import { useAmendments } from "./useAmendments";
import { useConversation } from "./useConversation";

const ROOM = "room";
const SARA: Me = { ...VERA, personId: "sara" };
const there = vi.hoisted(() => ({ conversations: undefined as unknown }));
vi.mock("./ConversationsProvider", () => ({ useConversations: () => there.conversations }));

let server: FakeServer;
let conversations: Conversations;
const goTo = vi.fn();
const user = userEvent.setup();

const tomorrow = daysAfter(todayInNorway(), 1);
const later = daysAfter(todayInNorway(), 2);
const at = (day: string, from: string, to: string) => ({
  start: `${day}T${from}`,
  end: `${day}T${to}`,
});
const FIRST = at(tomorrow, "10:00", "10:45");
const SECOND = at(later, "12:00", "12:45");

function seat(personId: string, name: string, part: string) {
  return { seatId: personId, person: { personId, name }, part, status: "ACTIVE" };
}

function roomOf(me: Me, more: object = {}): RoomDetails {
  const room = aresRoom();
  const seats = [
    seat("are", "Are Nordmann", "PATIENT"),
    seat("vera", "Vera Veileder", "HELPER"),
    seat("sara", "Sara Moe", "HELPER"),
  ];
  const part = me === ARE ? "PATIENT" : "HELPER";
  return {
    ...room,
    patient: { ...room.patient, personId: "are" },
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
  const acts = { ask: vi.fn(), promise: vi.fn(), goTo, watch: vi.fn() };
  return (
    <QuestionActsContext value={acts}>
      <AppointmentsInRoom room={of}>
        {conversation.messages.map((message) => (
          <One key={message.seq} {...{ of, message }} {...amendmentsOf(message)} />
        ))}
        <Composer room={of} />
      </AppointmentsInRoom>
    </QuestionActsContext>
  );
}

type OneProps = { of: RoomDetails; message: Message } & ReturnType<
  ReturnType<typeof useAmendments>
>;

function One({ of, message, appointment, appointing, mayAct }: OneProps) {
  const row = useRef<HTMLDivElement>(null);
  const said = saidIn(message);
  if (said.kind !== "appointment" || !appointment) return null;
  const props = { room: of, says: said.appointment, appointment, appointing, mayAct, row };
  return (
    <div ref={row} className="message" role="group" aria-label={`message ${message.seq}`}>
      <button type="button" className="bubble__time">
        {message.seq}
      </button>
      <AppointmentCard {...props} />
    </div>
  );
}

async function reads(me: Me, began: () => void, more: object = {}) {
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
  began();
  await renderFor(me, <Talk of={roomOf(me, more)} />);
  act(() => conversations.start());
  await screen.findByRole("button", { name: "Propose times" });
}

afterEach(() => {
  cleanup();
  conversations.stop();
  vi.clearAllMocks();
});

const card = () => screen.getByRole("region", { name: "The appointment" });
const buttons = () =>
  within(card())
    .queryAllByRole("button")
    .map((it) => it.querySelector(".aksel-label")?.firstChild?.textContent ?? it.textContent);
const press = (name: string | RegExp) => user.click(within(card()).getByRole("button", { name }));
const sent = () => server.received.filter((it) => it.type === "send");
const saraProposes = (more: object = {}) =>
  server.appoints("sara", { slots: [FIRST, SECOND], ...more });

test("the only other one takes a time by one tap, and all that stands there is what is agreed", async () => {
  await reads(ARE, () => saraProposes({ place: "Øyane DPS" }));
  expect(card().dataset["yours"]).toBe("true");
  expect(buttons()).toEqual(["Choose", "Choose", "Propose other times", "No thank you"]);
  expect(within(card()).getByText("For you and Sara")).toBeTruthy();
  await press(/Choose .*12:00 to 12:45/);
  expect(sent().at(-1)).toMatchObject({
    status: "BOOKED",
    booked: SECOND,
    follows: 1,
    about: 1,
  });
  await waitFor(() => expect(card().dataset["status"]).toBe("BOOKED"));
  expect(buttons()).toEqual(["Add to the calendar", "Move", "Cancel it"]);
  const first = within(screen.getByRole("group", { name: "message 1" }));
  await user.click(first.getByRole("button", { name: "See how it stands now" }));
  expect(goTo).toHaveBeenCalledWith(2);
});

test("of what was agreed and is no longer it says so, wherever somebody reads on", async () => {
  await reads(ARE, () => {
    saraProposes();
    const agreed = { about: 1, follows: 1, slots: [FIRST], status: "BOOKED", booked: FIRST };
    server.appoints("sara", agreed);
    server.appoints("sara", { ...agreed, follows: 2, status: "CANCELLED" });
  });
  const row = (seq: number) => screen.getByRole("group", { name: `message ${seq}` }).textContent;
  expect(row(1)).not.toMatch("No longer holds");
  expect(row(2)).toMatch("No longer holds. See how it stands now");
});

test("two taps on a time take it once", async () => {
  await reads(ARE, () => saraProposes());
  server.dropSends = 9;
  const choose = within(card()).getAllByRole("button", { name: /Choose/ });
  await user.dblClick(choose[0] as HTMLElement);
  await user.click(choose[1] as HTMLElement);
  expect(sent()).toHaveLength(1);
  expect(within(card()).getByText("sending …")).toBeTruthy();
});

test("where more are to come each says what fits, and whoever proposed sees it and settles it", async () => {
  const participantIds = ["sara", "are", "vera"];
  await reads(ARE, () => saraProposes({ participantIds }));
  expect(within(card()).queryByRole("button", { name: /Choose/ })).toBeNull();
  expect(within(card()).getByText("Waiting for an answer from you and Vera")).toBeTruthy();
  await press("Send answer");
  expect(sent()).toHaveLength(0);
  await press("None fits");
  expect(sent().at(-1)).toMatchObject({ kind: "APPOINTMENT_RESPONSE", accepts: [], follows: 1 });
  await within(card()).findByText("You have answered");
  expect(within(card()).getByText("None of the times fits you")).toBeTruthy();
  await user.click(within(card()).getByRole("checkbox", { name: /10:00 to 10:45/ }));
  await press("Send answer");
  expect(sent().at(-1)).toMatchObject({ accepts: [FIRST.start] });
  await within(card()).findByText("Fits you");
  expect(within(card()).getByText("Waiting for an answer from Vera")).toBeTruthy();
});

test("what is ticked stays until it is kept, and where it was refused", async () => {
  await reads(ARE, () => saraProposes({ participantIds: ["sara", "are", "vera"] }));
  const box = () =>
    within(card()).getByRole<HTMLInputElement>("checkbox", { name: /10:00 to 10:45/ });
  await user.click(box());
  server.refuseWith = "too-many-messages";
  await press("Send answer");
  expect(await within(card()).findByRole("alert")).toBeTruthy();
  expect(box().checked).toBe(true);
  server.refuseWith = undefined;
  server.dropSends = 1;
  await press("Send answer");
  expect(box().checked).toBe(true);
  // Said from another device: that is what she has said now.
  act(() => void server.answersTimes("are", { about: 1, accepts: [], follows: 1 }));
  expect(box().checked).toBe(false);
});

test("where the dialogue was opened from is gone, the focus is on the message of what stands, and on nothing that acts", async () => {
  await reads(ARE, () => {
    saraProposes();
    server.appoints("sara", {
      about: 1,
      follows: 1,
      slots: [FIRST],
      status: "BOOKED",
      booked: FIRST,
    });
  });
  await press("Move");
  const dialogue = await screen.findByRole("dialog", { name: "Move the appointment" });
  act(() => (document.activeElement as HTMLElement | null)?.blur());
  await user.click(within(dialogue).getByRole("button", { name: "Cancel" }));
  act(() => (document.activeElement as HTMLElement | null)?.blur());
  await waitFor(() => expect(document.activeElement?.textContent).toBe("2"));
});

test("whoever proposed settles it, and is told of what is not so any more", async () => {
  const participantIds = ["sara", "are", "vera"];
  await reads(SARA, () => saraProposes({ participantIds }));
  expect(within(card()).queryByRole("button", { name: /Agree on it/ })).toBeNull();
  act(() => void server.answersTimes("are", { about: 1, accepts: [FIRST.start], follows: 1 }));
  expect(within(card()).getByText("Fits Are")).toBeTruthy();
  server.refuseWith = "appointment-changed";
  await press(/Agree on it .*10:00 to 10:45/);
  expect((await within(card()).findByRole("alert")).textContent).toMatch(/has changed meanwhile/);
  server.refuseWith = undefined;
  await press(/Agree on it .*10:00 to 10:45/);
  await waitFor(() => expect(card().dataset["status"]).toBe("BOOKED"));
});

test("who is not to come sees how it stands, and has nothing to press", async () => {
  await reads(VERA, () => saraProposes());
  expect(within(card()).getByText("For Are and Sara")).toBeTruthy();
  expect(buttons()).toEqual([]);
});

test("of what is cancelled nothing is left but what stands in the calendar of who was to come", async () => {
  const off = { about: 1, follows: 2, slots: [FIRST], status: "CANCELLED", booked: FIRST };
  await reads(VERA, () => {
    saraProposes();
    server.appoints("sara", { ...off, follows: 1, status: "BOOKED" });
    server.appoints("sara", off);
  });
  expect(screen.queryByRole("region", { name: "The appointment" })).toBeNull();
});

test("what has begun is chosen by nobody, and what is over is neither moved nor kept", async () => {
  const today = todayInNorway();
  const past = at(daysAfter(today, -1), "10:00", "10:45");
  await reads(ARE, () => saraProposes({ slots: [past, SECOND] }));
  expect(within(card()).getByText("This time has passed")).toBeTruthy();
  expect(within(card()).getAllByRole("button", { name: /Choose/ })).toHaveLength(1);
  act(() => {
    const agreed = { about: 1, follows: 1, slots: [past], status: "BOOKED", booked: past };
    server.appoints("sara", agreed);
  });
  expect(buttons()).toEqual([]);
});

test("nobody cancels by a slip, and it says whom it concerns", async () => {
  const agreed = { about: 1, follows: 1, slots: [FIRST], status: "BOOKED", booked: FIRST };
  await reads(ARE, () => {
    saraProposes();
    server.appoints("sara", agreed);
  });
  await press("Cancel it");
  const dialogue = await screen.findByRole("dialog", { name: "Do you want to cancel it?" });
  await user.click(within(dialogue).getByRole("button", { name: "Keep the appointment" }));
  expect(sent()).toHaveLength(0);
  await press("Cancel it");
  await user.click(within(dialogue).getByRole("button", { name: "Cancel it" }));
  expect(sent().at(-1)).toMatchObject({ status: "CANCELLED", booked: FIRST, follows: 2 });
  await waitFor(() => expect(card().dataset["status"]).toBe("CANCELLED"));
  expect(buttons()).toEqual(["Take out of the calendar"]);
});

test("times are proposed in one dialogue, which says what is missing and goes when they are kept", async () => {
  await reads(SARA, () => undefined);
  await user.click(screen.getByRole("button", { name: "Propose times" }));
  const dialogue = await screen.findByRole("dialog", { name: "Propose times" });
  const form = within(dialogue);
  await user.click(form.getByRole("button", { name: "Send proposal" }));
  expect(sent()).toHaveLength(0);
  expect(form.getByText("Say in a few words what you are to meet for.")).toBeTruthy();
  expect(form.getByText("Choose a day and a time.")).toBeTruthy();
  await user.type(form.getByLabelText("What is it for?"), "Samtale");
  fireEvent.change(form.getByLabelText("Day 1"), { target: { value: tomorrow } });
  fireEvent.change(form.getByLabelText("Time 1"), { target: { value: "10:00" } });
  fireEvent.change(form.getByLabelText("Day 2"), { target: { value: later } });
  fireEvent.change(form.getByLabelText("Time 2"), { target: { value: "12:00" } });
  server.refuseWith = "addressee-without-seat";
  await user.click(form.getByRole("button", { name: "Send proposal" }));
  expect(await form.findByText(/can't write in the room/)).toBeTruthy();
  server.refuseWith = undefined;
  await user.click(form.getByRole("button", { name: "Send proposal" }));
  expect(sent().at(-1)).toMatchObject({
    kind: "APPOINTMENT",
    status: "PROPOSED",
    description: "Samtale",
    slots: [FIRST, SECOND],
    participantIds: ["sara", "are"],
    proposedById: "sara",
  });
  await waitFor(() => expect(dialogue.hasAttribute("open")).toBe(false));
  expect(card().dataset["status"]).toBe("PROPOSED");
});

const fillsIn = async () => {
  await user.click(screen.getByRole("button", { name: "Propose times" }));
  const form = within(await screen.findByRole("dialog", { name: "Propose times" }));
  await user.type(form.getByLabelText("What is it for?"), "Samtale");
  fireEvent.change(form.getByLabelText("Day 1"), { target: { value: tomorrow } });
  fireEvent.change(form.getByLabelText("Time 1"), { target: { value: "10:00" } });
  return form;
};
const areCannotCome = () => {
  server.says("are", "Jeg kan ikke den 11.");
  server.asks("vera", { about: 1, addresseeId: "sara" });
};

test("times that are proposed by who is asked are the answer, if she does not say otherwise", async () => {
  await reads(SARA, areCannotCome);
  const form = await fillsIn();
  expect(form.getByRole("checkbox", { name: "This answers: Jeg kan ikke den 11." })).toHaveProperty(
    "checked",
    true,
  );
  await user.click(form.getByRole("button", { name: "Send proposal" }));
  await waitFor(() => expect(sent()).toHaveLength(2));
  expect(sent().at(-1)).toMatchObject({
    ...{ kind: "QUESTION", about: 1, state: "ANSWERED", answer: 3, follows: 2 },
  });
});

test("times that she says are no answer are none", async () => {
  await reads(SARA, areCannotCome);
  const form = await fillsIn();
  await user.click(form.getByRole("checkbox", { name: /This answers/ }));
  await user.click(form.getByRole("button", { name: "Send proposal" }));
  await waitFor(() => expect(card().dataset["status"]).toBe("PROPOSED"));
  expect(sent()).toHaveLength(1);
});

test.each([
  ["nobody asks her anything", () => undefined],
  [
    "two do, and she has not said which she answers",
    () => {
      areCannotCome();
      server.says("are", "Og hva med den 12.?");
      server.asks("vera", { about: 3, addresseeId: "sara" });
    },
  ],
  [
    "it is another who is asked",
    () => {
      server.says("are", "Jeg kan ikke den 11.");
      server.asks("sara", { about: 1, addresseeId: "vera" });
    },
  ],
])("where %s nothing is called an answer", async (_, began) => {
  await reads(SARA, began);
  const form = await fillsIn();
  expect(form.queryByRole("checkbox", { name: /This answers/ })).toBeNull();
});

test("what somebody else has sent on meanwhile is not settled", async () => {
  await reads(SARA, areCannotCome);
  server.dropSends = 1;
  const form = await fillsIn();
  await user.click(form.getByRole("button", { name: "Send proposal" }));
  act(() => void server.asks("vera", { about: 1, askedById: "vera", addresseeId: "are" }));
  act(() => server.live?.cut());
  await waitFor(() => expect(card().dataset["status"]).toBe("PROPOSED"), { timeout: 9_000 });
  expect(sent().filter(({ kind }) => kind === "QUESTION")).toEqual([]);
});

const openForm = async () => {
  await user.click(screen.getByRole("button", { name: "Propose times" }));
  const dialogue = await screen.findByRole("dialog", { name: "Propose times" });
  const form = within(dialogue);
  return {
    ...{ dialogue, form },
    what: () => form.getByLabelText<HTMLInputElement>("What is it for?").value,
    async fills() {
      await user.type(form.getByLabelText("What is it for?"), "Samtale");
      fireEvent.change(form.getByLabelText("Day 1"), { target: { value: tomorrow } });
      fireEvent.change(form.getByLabelText("Time 1"), { target: { value: "10:00" } });
    },
    sends: () => user.click(form.getByRole("button", { name: "Send proposal" })),
  };
};

test("what was begun is there when the dialogue is opened again, and gone once it was sent", async () => {
  await reads(SARA, () => undefined);
  const { form, what, fills, sends, dialogue } = await openForm();
  await fills();
  await user.click(form.getByRole("button", { name: "Cancel" }));
  await openForm();
  expect(what()).toBe("Samtale");
  await sends();
  await waitFor(() => expect(dialogue.hasAttribute("open")).toBe(false));
  await openForm();
  expect(what()).toBe("");
});

test("what was refused stays where it is filled in, whatever others propose meanwhile", async () => {
  await reads(SARA, () => undefined);
  const { form, dialogue, what, fills, sends } = await openForm();
  await fills();
  server.refuseWith = "too-many-messages";
  await sends();
  const told = () => form.queryByText(/too many|wait/i);
  await waitFor(() => expect(told()).toBeTruthy());
  act(() => void server.appoints("are", { slots: [SECOND] }));
  expect(told()).toBeTruthy();
  expect(dialogue.hasAttribute("open")).toBe(true);
  expect(what()).toBe("Samtale");
});

test("a refusal opens the dialogue again that was closed before it came", async () => {
  await reads(SARA, () => undefined);
  const { form, dialogue, fills, sends } = await openForm();
  await fills();
  server.dropSends = 1;
  await sends();
  await user.click(form.getByRole("button", { name: "Close" }));
  const { clientId = "" } = sent().at(-1) ?? {};
  act(() =>
    server.live?.hear({ type: "refused", roomId: ROOM, clientId, code: "too-many-messages" }),
  );
  await waitFor(() => expect(dialogue.hasAttribute("open")).toBe(true));
  // Once: who closes it then has seen it.
  await user.click(form.getByRole("button", { name: "Cancel" }));
  await new Promise((done) => setTimeout(done, 400));
  expect(dialogue.hasAttribute("open")).toBe(false);
});

test("nobody agrees with who has left, who is told as such and waited for no more", async () => {
  const gone = {
    seats: [
      seat("are", "Are Nordmann", "PATIENT"),
      { ...seat("sara", "Sara Moe", "HELPER"), status: "REMOVED" },
    ],
  };
  await reads(ARE, () => saraProposes(), gone);
  expect(within(card()).getByText("No longer taking part: Sara")).toBeTruthy();
  expect(buttons()).toEqual(["Propose other times", "No thank you"]);
});

test("what is moved says what no longer holds, and can be taken out of the calendar", async () => {
  await reads(ARE, () => {
    saraProposes();
    const agreed = { about: 1, follows: 1, slots: [FIRST, SECOND] };
    server.appoints("sara", { ...agreed, status: "BOOKED", booked: FIRST });
    server.appoints("sara", { ...agreed, follows: 2, booked: FIRST, slots: [SECOND] });
  });
  expect(buttons()).toEqual([
    "Choose",
    "Take out of the calendar",
    "Propose other times",
    "No thank you",
  ]);
  act(() => {
    server.appoints("sara", {
      about: 1,
      follows: 3,
      status: "CANCELLED",
      booked: FIRST,
      slots: [SECOND],
    });
  });
  expect(buttons()).toEqual(["Take out of the calendar"]);
});

test("whoever moves what is agreed is told that it holds no more", async () => {
  await reads(ARE, () => {
    saraProposes();
    server.appoints("sara", {
      about: 1,
      follows: 1,
      slots: [FIRST],
      status: "BOOKED",
      booked: FIRST,
    });
  });
  await press("Move");
  const dialogue = await screen.findByRole("dialog", { name: "Move the appointment" });
  expect(within(dialogue).getByText(/no longer holds once you have sent this/)).toBeTruthy();
});

test("where something may have come that is not shown, it says so and offers nothing", async () => {
  await reads(ARE, () => {
    saraProposes();
    server.appoints("sara", {
      about: 1,
      follows: 1,
      slots: [FIRST],
      status: "BOOKED",
      booked: FIRST,
    });
    server.appoints("sara", { about: 1, status: "POSTPONED" });
  });
  expect(within(card()).getByText(/may be something new about the appointment/)).toBeTruthy();
  expect(buttons()).toEqual([]);
});

test("other times begin with what stands, and take its place", async () => {
  await reads(ARE, () => saraProposes({ place: "Øyane DPS" }));
  await press("Propose other times");
  const dialogue = await screen.findByRole("dialog", { name: "Propose other times" });
  const form = within(dialogue);
  expect(form.getByLabelText<HTMLInputElement>("What is it for?").value).toBe("Samtale");
  expect(form.getByLabelText<HTMLInputElement>(/Where/).value).toBe("Øyane DPS");
  fireEvent.change(form.getByLabelText("Day 1"), { target: { value: later } });
  fireEvent.change(form.getByLabelText("Time 1"), { target: { value: "09:00" } });
  await user.click(form.getByRole("button", { name: "Send proposal" }));
  expect(sent().at(-1)).toMatchObject({
    about: 1,
    follows: 1,
    proposedById: "are",
    participantIds: ["are", "sara"],
    place: "Øyane DPS",
    slots: [at(later, "09:00", "09:45")],
  });
  await waitFor(() => expect(card().dataset["yours"]).toBe("false"));
  expect(buttons()).toEqual(["Propose other times", "Take back"]);
});

test("without a connection nothing is chosen and nothing is sent", async () => {
  await reads(ARE, () => saraProposes());
  act(() => server.live?.cut());
  const choose = within(card()).getAllByRole("button", { name: /Choose/ })[0] as HTMLElement;
  await waitFor(() => expect(choose.getAttribute("aria-disabled")).toBe("true"));
  await user.click(choose);
  expect(sent()).toHaveLength(0);
});

test("of two questions times answer the one that she has chosen, and no other where that one falls away", async () => {
  await reads(SARA, () => {
    areCannotCome();
    server.says("are", "Og hva med den 12.?");
    server.asks("vera", { about: 3, addresseeId: "sara" });
  });
  const open = () => user.click(screen.getByRole("button", { name: "Propose times" }));
  const box = () => screen.queryByRole("checkbox", { name: /This answers/ });
  await open();
  expect(box()).toBeNull();
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  const second = questionsIn(server.messages, 4).by.get(3);
  act(() => conversations.answer(ROOM, second as Question));
  await open();
  expect(box()?.closest(".aksel-checkbox")?.textContent).toMatch(/den 12/);
  act(() => void server.asks("vera", { about: 3, addresseeId: "sara", state: "WITHDRAWN" }));
  await waitFor(() => expect(box()).toBeNull());
});

test("times that neither who asks nor whose message it is are to come to are not taken for the answer", async () => {
  await reads(SARA, () => {
    server.says("vera", "Hva koster det?");
    server.asks("vera", { about: 1, addresseeId: "sara" });
  });
  await user.click(screen.getByRole("button", { name: "Propose times" }));
  expect(await screen.findByRole("checkbox", { name: /This answers/ })).toHaveProperty(
    "checked",
    false,
  );
});

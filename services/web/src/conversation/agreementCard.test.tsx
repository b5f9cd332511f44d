import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { Message } from "../contracts/conversation";
import type { Me } from "../contracts/people";
import type { RoomDetails } from "../contracts/rooms";
import { daysAfter, todayInNorway } from "../language/norway";
import { ARE, aresRoom, renderFor, VERA } from "../shell/test-room";
import { AgreementCard } from "./AgreementCard";
import { useAgreementActs } from "./agreementActs";
import { AgreementsInRoom } from "./AgreementsInRoom";
import { Composer } from "./Composer";
import type { Conversation } from "./conversation";
import { Conversations } from "./conversations";
import { FakeServer } from "./fake-server";
import { Keeping } from "./keeping";
import { saidIn } from "./kinds";
import { QuestionActsContext } from "./questionActs";
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

function seat(personId: string, name: string, part: string, status = "ACTIVE") {
  return { seatId: personId, person: { personId, name }, part, status };
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
      <AgreementsInRoom room={of}>
        {conversation.messages.map((message) => (
          <One key={message.seq} {...{ of, message }} {...amendmentsOf(message)} />
        ))}
        <Composer room={of} />
      </AgreementsInRoom>
    </QuestionActsContext>
  );
}

type OneProps = { of: RoomDetails; message: Message } & ReturnType<
  ReturnType<typeof useAmendments>
>;

function One({ of, message, agreement, agreeing, mayAct }: OneProps) {
  const row = useRef<HTMLDivElement>(null);
  const { word } = useAgreementActs();
  const said = saidIn(message);
  if (said.kind === "text") {
    return (
      <button type="button" onClick={() => word({ message })}>
        from message
      </button>
    );
  }
  if (said.kind !== "agreement" || !agreement) return null;
  const props = { room: of, says: said.agreement, agreement, underWay: agreeing, mayAct, row };
  return (
    <div ref={row} role="group" aria-label={`message ${message.seq}`}>
      <AgreementCard {...props} />
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
  await screen.findByRole("button", { name: "We agreed on …" });
}

afterEach(() => {
  cleanup();
  conversations.stop();
  vi.clearAllMocks();
});

const region = (name: string) => screen.getByRole("region", { name });
const card = () => {
  const found = document.querySelector<HTMLElement>(".arranged");
  if (!found) throw new Error("There is no card");
  return found;
};
const button = (name: string) => within(card()).getByRole("button", { name });
const buttons = () =>
  within(card())
    .queryAllByRole("button")
    .map((it) => it.textContent);
/** What has just come takes no tap. */
const settles = () =>
  waitFor(() => expect(card().querySelector("[aria-disabled='true']")).toBeNull());
const press = async (name: string) => {
  await settles();
  await user.click(button(name));
};
const sent = () => server.received.filter((it) => it.type === "send");
const ofAll = { participantIds: ["are", "vera", "sara"] };
const END = { about: 1, follows: 1, proposedById: "vera" };

test("one tap agrees, and only then it is told that all agree", async () => {
  await reads(ARE, () => server.agrees("vera", { ownerId: "vera" }));
  expect(region("Proposal").textContent).toContain("For you and Vera");
  expect(card().textContent).toContain("Proposal: Vera does it");
  expect(card().textContent).not.toContain("Everyone concerned agrees");
  expect(card().dataset["yours"]).toBe("true");
  expect(buttons()).toEqual(["I agree", "I don’t agree", "Change"]);
  await press("I agree");
  await waitFor(() =>
    expect(region("This is agreed").textContent).toContain("Everyone concerned agrees"),
  );
  expect(sent()).toMatchObject([
    { kind: "AGREEMENT_RESPONSE", about: 1, follows: 1, response: "ACCEPTED" },
  ]);
  expect(card().dataset).toMatchObject({ yours: "false", holds: "true" });
  expect(card().textContent).not.toContain("Proposal");
  expect(buttons()).toEqual(["I agree", "I don’t agree", "Done", "Change", "No longer applies"]);
});

test("a second tap at the same spot takes nothing back: both ways stay where they are", async () => {
  await reads(ARE, () => server.agrees("vera"));
  await settles();
  const yes = button("I agree");
  await user.click(yes);
  await user.click(yes);
  await waitFor(() => expect(yes.getAttribute("aria-pressed")).toBe("true"));
  expect(button("I agree")).toBe(yes);
  await user.click(yes);
  await user.dblClick(yes);
  expect(sent()).toHaveLength(1);
  expect(document.activeElement).toBe(yes);
});

test("words that have just come take no tap that was meant for those before them", async () => {
  await reads(ARE, () => server.agrees("vera"));
  await settles();
  act(() => void server.agrees("vera", { about: 1, follows: 1, description: "Are sier opp" }));
  await waitFor(() => expect(screen.getByRole("group", { name: "message 2" })).toBeTruthy());
  await user.click(button("I agree"));
  expect(sent()).toEqual([]);
  await press("I agree");
  expect(sent()).toMatchObject([{ follows: 2, response: "ACCEPTED" }]);
});

test("who does not agree is named, and may change her mind", async () => {
  await reads(SARA, () => server.agrees("vera", ofAll));
  await press("I don’t agree");
  await waitFor(() => expect(card().textContent).toContain("Does not agree: you"));
  expect(card().textContent).toContain("Waiting for Are");
  expect(card().dataset["holds"]).toBe("false");
  expect(button("I don’t agree").getAttribute("aria-pressed")).toBe("true");
  await press("I agree");
  await waitFor(() => expect(card().textContent).toContain("Agreed: you and Vera"));
});

test("who proposed it agrees already, and whom it does not concern can do nothing with it", async () => {
  await reads(SARA, () => server.agrees("vera"));
  expect(buttons()).toEqual([]);
  cleanup();
  conversations.stop();
  await reads(VERA, () => server.agrees("vera"));
  expect(card().textContent).toContain("Waiting for Are");
  expect(buttons()).toEqual(["Done", "Change", "Take back"]);
});

test("who was to do it by a day that has passed is told as that, and what is done is not late", async () => {
  const yesterday = daysAfter(todayInNorway(), -1);
  await reads(ARE, () => server.agrees("vera", { ownerId: "vera", dueBy: yesterday }));
  expect(card().textContent).toMatch(/Vera was to do it by /);
  act(() => void server.agrees("vera", { ...END, status: "COMPLETED", dueBy: yesterday }));
  await waitFor(() => expect(card().dataset["status"]).toBe("COMPLETED"));
  expect(region("Done").textContent).not.toMatch(/was to/);
});

test("of two that agree who has left is named, and nobody agrees alone", async () => {
  const gone = [
    seat("are", "Are Nordmann", "PATIENT"),
    seat("vera", "Vera Veileder", "HELPER", "REMOVED"),
  ];
  await reads(
    ARE,
    () => {
      server.agrees("vera", { ownerId: "vera" });
      server.saysWhether("are", { about: 1, response: "ACCEPTED", follows: 1 });
    },
    { seats: gone },
  );
  expect(card().textContent).toContain("No longer taking part: Vera");
  expect(card().textContent).toContain("Nothing comes of it as it stands.");
  expect(card().textContent).not.toMatch(/agrees|does it/);
  expect(region("Comes to nothing")).toBe(card());
  expect(buttons()).toEqual(["Change", "No longer applies"]);
});

test("done is one tap, and what is done can be taken up again", async () => {
  await reads(VERA, () => server.agrees("vera"));
  await press("Done");
  await waitFor(() => expect(card().dataset["status"]).toBe("COMPLETED"));
  expect(sent()).toMatchObject([
    { kind: "AGREEMENT", status: "COMPLETED", about: 1, follows: 1, proposedById: "vera" },
  ]);
  expect(buttons()).toEqual(["Bring up again"]);
  await press("Bring up again");
  const dialogue = await screen.findByRole("dialog", { name: "Bring up again" });
  await user.click(within(dialogue).getByRole("button", { name: "Ask whether all agree" }));
  await waitFor(() => expect(sent()).toHaveLength(2));
  expect(sent()[1]).toMatchObject({
    ...{ kind: "AGREEMENT", status: "ACTIVE", about: 1, follows: 2, proposedById: "vera" },
  });
});

test("what has ended still says who had not agreed, and so do words that hold no more", async () => {
  await reads(ARE, () => {
    server.agrees("vera");
    server.saysWhether("are", { about: 1, response: "OBJECTED", follows: 1 });
    server.agrees("vera", { ...END, status: "COMPLETED" });
  });
  expect(region("Done").textContent).toContain("Does not agree: you");
  act(() => void server.agrees("vera", { about: 1, follows: 3, description: "På mandag" }));
  const before = screen.getByRole("group", { name: "message 1" });
  await waitFor(() => expect(before.textContent).toContain("Does not agree: you"));
});

test("nobody takes it back by a slip", async () => {
  await reads(VERA, () => server.agrees("vera"));
  await press("Take back");
  const dialogue = await screen.findByRole("dialog", { name: "Do you want to take it back?" });
  expect(dialogue.textContent).toContain("Vera sender søknaden");
  expect(sent()).toEqual([]);
  await user.click(within(dialogue).getByRole("button", { name: "Take back" }));
  await waitFor(() => expect(card().dataset["status"]).toBe("CANCELLED"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("what was not taken back stays asked, and says why", async () => {
  await reads(VERA, () => server.agrees("vera"));
  await press("Take back");
  const dialogue = await screen.findByRole("dialog", { name: "Do you want to take it back?" });
  server.refuseWith = "agreement-changed";
  await user.click(within(dialogue).getByRole("button", { name: "Take back" }));
  await within(dialogue).findByText("This has changed meanwhile. See what holds now.");
});

test("words that are the same as before are told as that, and nothing is changed", async () => {
  await reads(VERA, () => server.agrees("vera"));
  await press("Change");
  const dialogue = await screen.findByRole("dialog", { name: "Write it in another way" });
  server.refuseWith = "agreement-unchanged";
  await user.click(within(dialogue).getByRole("button", { name: "Ask whether all agree" }));
  await within(dialogue).findByText("You have said the same before.");
});

test("what is offered takes no tap that was meant for what stood in its place", async () => {
  await reads(VERA, () => {
    server.agrees("vera");
    server.saysWhether("are", { about: 1, response: "OBJECTED", follows: 1 });
  });
  await settles();
  expect(buttons()).toEqual(["Change", "Take back"]);
  act(() => void server.saysWhether("are", { about: 1, response: "ACCEPTED", follows: 1 }));
  await waitFor(() => expect(buttons()[0]).toBe("Done"));
  await user.click(button("Done"));
  expect(sent()).toEqual([]);
});

test("where not all answers are here nobody is told to agree", async () => {
  await reads(ARE, () => {
    server.agrees("vera");
    server.saysWhether("are", { about: 1, response: "ACCEPTED", follows: 1 });
    server.saysWhether("are", { about: 1, response: "PERHAPS", follows: 1 });
    server.agrees("vera", { ...END, status: "COMPLETED" });
  });
  expect(card().textContent).toContain("Who agrees is not shown here.");
  expect(card().textContent).not.toContain("Agreed:");
});

test("a row that says no more how it stands leads to the one that does", async () => {
  await reads(ARE, () => {
    server.agrees("vera");
    server.agrees("are", { about: 1, follows: 1, description: "Senest fredag" });
  });
  const before = screen.getByRole("group", { name: "message 1" });
  await user.click(within(before).getByRole("button", { name: "See how it stands now" }));
  expect(goTo).toHaveBeenCalledWith(2);
  expect(document.querySelectorAll(".arranged")).toHaveLength(1);
});

test("two taps make a message something that is asked, with who sees to it", async () => {
  await reads(VERA, () => server.says("are", "Vera sender  søknaden"));
  await user.click(screen.getByRole("button", { name: "from message" }));
  const dialogue = await screen.findByRole("dialog", { name: "We agreed on …" });
  const what = within(dialogue).getByLabelText<HTMLInputElement>("What do you agree on?");
  expect(what.value).toBe("Vera sender søknaden");
  await user.selectOptions(within(dialogue).getByLabelText("Who does it?"), "I do");
  await user.click(within(dialogue).getByRole("button", { name: "tomorrow" }));
  await user.click(within(dialogue).getByRole("button", { name: "Ask whether all agree" }));
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).toMatchObject({
    ...{ kind: "AGREEMENT", status: "ACTIVE", description: "Vera sender søknaden", message: 1 },
    ...{ participantIds: ["vera", "are"], proposedById: "vera", ownerId: "vera" },
    dueBy: daysAfter(todayInNorway(), 1),
  });
  expect(sent()[0]).not.toHaveProperty("about");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("what is missing is told, and nothing goes", async () => {
  await reads(VERA, () => undefined);
  await user.click(screen.getByRole("button", { name: "We agreed on …" }));
  const dialogue = await screen.findByRole("dialog", { name: "We agreed on …" });
  await user.click(within(dialogue).getByRole("checkbox", { name: /Are/ }));
  await user.click(within(dialogue).getByRole("button", { name: "Ask whether all agree" }));
  expect(dialogue.textContent).toContain("Write in short what you agree on.");
  expect(dialogue.textContent).toContain("Choose at least one.");
  expect(sent()).toEqual([]);
});

test("what was refused is told where it was asked for, with what was written", async () => {
  await reads(VERA, () => undefined);
  await user.click(screen.getByRole("button", { name: "We agreed on …" }));
  const dialogue = await screen.findByRole("dialog", { name: "We agreed on …" });
  const what = within(dialogue).getByLabelText<HTMLInputElement>("What do you agree on?");
  fireEvent.change(what, { target: { value: "Søknaden" } });
  server.refuseWith = "addressee-without-seat";
  await user.click(within(dialogue).getByRole("button", { name: "Ask whether all agree" }));
  await waitFor(() =>
    expect(dialogue.querySelector(".aksel-error-message")?.textContent).toMatch(
      /can't write in the room/,
    ),
  );
  expect(what.value).toBe("Søknaden");
});

test("a tap that other words have overtaken is told as refused where those stand", async () => {
  await reads(ARE, () => server.agrees("vera"));
  await settles();
  server.dropSends = 1;
  await user.click(button("I agree"));
  act(() => void server.agrees("vera", { about: 1, follows: 1, description: "Senest fredag" }));
  const clientId = sent()[0]?.clientId ?? "";
  const code = "agreement-changed" as const;
  act(() => server.live?.hear({ type: "refused", roomId: ROOM, clientId, code }));
  await within(card()).findByRole("alert");
  expect(card().textContent).not.toContain("Everyone concerned agrees");
});

test("what is said after something was refused is what is told of", async () => {
  await reads(ARE, () => server.agrees("vera", ofAll));
  server.refuseWith = "temporarily-unavailable";
  await press("I don’t agree");
  await within(card()).findByRole("alert");
  server.refuseWith = undefined;
  await press("I agree");
  await waitFor(() => expect(card().textContent).toContain("Agreed: you and Vera"));
  expect(within(card()).queryByRole("alert")).toBeNull();
});

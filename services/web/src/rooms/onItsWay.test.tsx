import { act, cleanup, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Answer } from "../answers/answer";
import { useAnswers } from "../answers/AnswersProvider";
import type { RoomDetails } from "../contracts/rooms";
import { ARE, aresRoom, renderFor, serverAnswers } from "../shell/test-room";
import { AwaitingCard } from "./AwaitingCard";
import { RoomCard } from "./RoomCard";
import { RoomHeader } from "./RoomHeader";

vi.mock("../conversation/ConversationsProvider", () => ({
  useConversations: () => ({
    subscribe: () => () => undefined,
    unread: { count: () => 0, position: () => ({}) },
    keeping: {
      subscribe: () => () => undefined,
      draft: () => "",
      isDraftOnlyHere: () => false,
      outbox: () => [],
      stranded: () => [],
    },
  }),
}));

let answers: ReturnType<typeof useAnswers>;

beforeEach(() => {
  serverAnswers(() => new Promise(() => undefined));
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function Hold() {
  answers = useAnswers();
  return null;
}

const seat = (name: string) => ({
  seatId: name,
  person: { personId: name, name },
  part: "HELPER",
  status: "PROPOSED",
  invitedBy: "Kari",
});
const may = { ...aresRoom().may, approve: true };
const withSeats = (...names: string[]) =>
  aresRoom({ status: "ACTIVE", may, seats: names.map(seat) as RoomDetails["seats"] });
const approved = (name: string): Answer => ({
  kind: "approval",
  roomId: "room",
  seatId: name,
  name,
  decision: "APPROVED",
});

async function shows(what: React.ReactNode) {
  await renderFor(
    ARE,
    <>
      <Hold />
      {what}
    </>,
  );
}

test("the room's line says of a yes that waits for the net that it has not come through", async () => {
  await shows(<RoomHeader room={withSeats("Vera")} />);
  screen.getByText("Answer whether Vera may take part");
  act(() => answers.give(approved("Vera")));
  screen.getByText("Your answer about Vera has not come through yet");
  act(() => answers.forget("approval room Vera"));
  screen.getByText("Answer whether Vera may take part");
});

test("of whom he has not answered about the line says so still, and of her alone", async () => {
  await shows(<RoomHeader room={withSeats("Vera", "Frida")} />);
  act(() => answers.give(approved("Vera")));
  screen.getByText("Answer whether Frida may take part");
});

test("in the list a yes to a room that waits for the net is not asked for again", async () => {
  await shows(<AwaitingCard room={aresRoom({ awaiting: ["CONSENT"] })} />);
  const heading = screen.getByRole("heading");
  expect(heading.textContent).toBe("Would you like a room in Samsnakk?");
  const body = { textVersion: "1", decision: "GIVEN", language: "nb" } as const;
  act(() => answers.give({ kind: "consent", roomId: "room", body }));
  expect(heading.textContent).toBe("Your answer has not come through yet");
});

test("what has been answered is not asked on the card, and its way there is quiet", async () => {
  await shows(<AwaitingCard room={aresRoom({ awaiting: ["CONSENT"] })} />);
  const card = screen.getByRole("heading").parentElement as HTMLElement;
  const way = within(card).getByRole("link");
  expect(card.textContent).toMatch(/asks whether you want/);
  expect(way.dataset.variant).toBe("primary");
  const body = { textVersion: "1", decision: "GIVEN", language: "nb" } as const;
  act(() => answers.give({ kind: "consent", roomId: "room", body }));
  expect(card.textContent).not.toMatch(/asks whether|Read and answer|\?/);
  expect(within(card).getByRole("link")).toBe(way);
  expect(way.textContent).toBe("See your answer");
  expect(way.dataset.variant).toBe("tertiary");
});

test("the room's own row does not say it once more", async () => {
  await shows(<RoomCard room={aresRoom({ awaiting: ["CONSENT"] })} current={false} />);
  const row = screen.getByRole("listitem");
  expect(row.textContent).toMatch(/Waiting for you/);
  const body = { textVersion: "1", decision: "GIVEN", language: "nb" } as const;
  act(() => answers.give({ kind: "consent", roomId: "room", body }));
  expect(row.textContent).not.toMatch(/Waiting for you|not come through/);
});

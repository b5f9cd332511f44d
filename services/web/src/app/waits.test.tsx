import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { questionOf, type Answer } from "../answers/answer";
import type { Given, Progress } from "../answers/given";
import { startLanguage } from "../language/language";
import { Waits } from "./Waits";

const kept = vi.hoisted(() => ({
  given: [] as unknown[],
  listeners: new Set<() => unknown>(),
}));

vi.mock("../answers/AnswersProvider", () => ({
  useAnswers: () => ({
    subscribe: (listener: () => unknown) => {
      kept.listeners.add(listener);
      return () => kept.listeners.delete(listener);
    },
    elsewhere: () => kept.given,
  }),
}));
vi.mock("../answers/WhichRoom", () => ({
  WhichRoom: ({ of }: { of: Answer }) => <strong>{questionOf(of)}</strong>,
}));
vi.mock("../answers/AnswerNotice", () => ({
  AnswerNotice: ({ given }: { given: Given }) => `whole: ${questionOf(given.answer)}`,
}));

const withdrawal = (roomId: string): Answer => ({ kind: "withdrawal", roomId });

function given(kind: Progress["kind"], of: string | Answer): Given {
  return {
    answer: typeof of === "string" ? withdrawal(of) : of,
    progress: { kind },
    unsure: false,
    looks: false,
    byItself: true,
    looksFirst: kind === "looking",
  };
}

function are(...all: Given[]) {
  act(() => {
    kept.given = all;
    kept.listeners.forEach((it) => it());
  });
}

beforeEach(async () => {
  kept.given = [];
  await startLanguage();
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const seen = () => [...document.querySelectorAll(".unanswered__one")].map((it) => it.textContent);

test("one is told of whole, and of several the first: the others at a tap", () => {
  render(<Waits />);
  are(given("waiting", "one"));
  expect(screen.queryByRole("button")).toBeNull();

  are(given("waiting", "one"), given("waiting", "two"));
  expect(seen()).toEqual(["whole: withdrawal one"]);

  const button = screen.getByRole("button", { name: "Show one more" });
  fireEvent.click(button);
  expect(seen()).toEqual(["whole: withdrawal one", "whole: withdrawal two"]);
  expect(button.getAttribute("aria-expanded")).toBe("true");
});

test.each(["sending", "looking"] as const)(
  "the way to the others stays while they are tried (%s)",
  (kind) => {
    vi.useFakeTimers();
    render(<Waits />);
    are(given("waiting", "one"), given("waiting", "two"));
    act(() => void vi.advanceTimersByTime(1_000));
    const button = screen.getByRole("button", { name: "Show one more" });
    button.focus();

    are(given(kind, "one"), given(kind, "two"));
    expect(document.activeElement).toBe(button);
    are(given("waiting", "one"), given("waiting", "two"));
    expect(document.activeElement).toBe(button);
  },
);

test("what is over in a moment is neither drawn nor counted", () => {
  vi.useFakeTimers();
  render(<Waits />);
  are(given("waiting", "one"), given("sending", "two"));
  expect(screen.queryByText("withdrawal two")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();

  act(() => void vi.advanceTimersByTime(1_000));
  screen.getByText("withdrawal two");
  screen.getByRole("button", { name: "Show one more" });
});

const REMOVAL: Answer = { kind: "removal", roomId: "one", seatId: "seat", name: "Vera" };
const BLOCK: Answer = { kind: "block", personId: "vera", name: "Vera", at: 0 };
const APPROVAL: Answer = {
  kind: "approval",
  roomId: "two",
  seatId: "seat",
  name: "Kari",
  decision: "APPROVED",
};

test.each([withdrawal("one"), REMOVAL, BLOCK])(
  "what has not ended comes first: $kind",
  (answer) => {
    const failed = given("failed", answer);
    render(<Waits />);
    are(given("done", "two"), given("waiting", APPROVAL), failed);
    expect(seen()).toEqual([`whole: ${questionOf(answer)}`]);

    fireEvent.click(screen.getByRole("button"));
    expect(seen()[1]).toBe("whole: approval two seat");
    expect(seen()[2]).toBe("whole: withdrawal two");
  },
);

test("what is folded is told to who hears the page, and each by itself", () => {
  render(<Waits />);
  are(given("waiting", "one"), given("waiting", APPROVAL));
  are(given("waiting", "one"), given("failed", APPROVAL));
  const folded = screen.getByText("approval two seat").parentElement;
  expect(folded?.className).toBe("sr-only");
  expect(folded?.textContent).toContain("Kari is not approved");
  expect(folded?.getAttribute("aria-atomic")).toBe("true");
  expect(folded?.closest('[role="status"]')?.getAttribute("aria-atomic")).toBe("false");
});

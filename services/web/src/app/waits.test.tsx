import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startLanguage } from "../language/language";
import css from "../shell/signed-in.css?raw";
import { Waits } from "./Waits";

const kept = vi.hoisted(() => ({ given: [] as unknown[], listener: (): unknown => undefined }));

vi.mock("../answers/AnswersProvider", () => ({
  useAnswers: () => ({
    subscribe: (listener: () => unknown) => {
      kept.listener = listener;
      return () => undefined;
    },
    elsewhere: () => kept.given,
  }),
}));
vi.mock("../answers/Unanswered", () => ({
  Unanswered: () => (
    <div className="unanswered">
      <div className="unanswered__one">first</div>
      <div className="unanswered__one">second</div>
    </div>
  ),
}));

const waiting = (roomId: string) => ({
  answer: { kind: "withdrawal", roomId },
  progress: { kind: "waiting" },
  unsure: false,
  looks: false,
});

beforeEach(async () => {
  await startLanguage();
  const style = document.createElement("style");
  style.textContent = css;
  document.head.append(style);
});
afterEach(() => {
  cleanup();
  document.head.replaceChildren();
});

const isSeen = (text: string) => getComputedStyle(screen.getByText(text)).display !== "none";

test("one is told of whole, and of several the first: the others at a tap", () => {
  kept.given = [waiting("one")];
  render(<Waits />);
  expect(screen.queryByRole("button")).toBeNull();

  act(() => {
    kept.given = [waiting("one"), waiting("two")];
    kept.listener();
  });
  expect(isSeen("first")).toBe(true);
  expect(isSeen("second")).toBe(false);

  const button = screen.getByRole("button", { name: "Show one more" });
  fireEvent.click(button);
  expect(isSeen("second")).toBe(true);
  expect(button.getAttribute("aria-expanded")).toBe("true");
});

import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Message } from "../contracts/conversation";
import { ARE, renderFor } from "../shell/test-room";
import { amongTimes } from "./amongTimes";
import { DateOffer } from "./DateOffer";
import { Linked } from "./Linked";
import type { AskedDate } from "./when";

const TEXT = "Passer 17. nov. kl. 10?";
const NAME = "17. nov. kl. 10: Tuesday 17. November 2026 at 10:00";

function Conversation() {
  const [date, setDate] = useState<AskedDate>();
  const [open, setOpen] = useState(false);
  const ask = (about: AskedDate) => {
    setDate(about);
    setOpen(true);
  };
  const message = { entryId: "entry", sentAt: "2026-10-31T09:00:00Z" } as Message;
  return (
    <div onKeyDown={amongTimes}>
      <p data-testid="text">
        <Linked message={message} text={TEXT} onAskDate={ask} />
      </p>
      <button className="bubble__time">09:00</button>
      {date && <DateOffer date={date} open={open} onClose={() => setOpen(false)} />}
    </div>
  );
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-01T09:00:00Z") });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("the text stays as it is, and the date in it says its day in full", async () => {
  await renderFor(ARE, <Conversation />);
  expect(screen.getByTestId("text").textContent).toBe(TEXT);
  expect(screen.getByRole("button", { name: NAME }).textContent).toBe("17. nov. kl. 10");
});

test("a date that has passed is text", async () => {
  vi.setSystemTime(Date.parse("2026-11-17T09:00:00Z"));
  await renderFor(ARE, <Conversation />);
  expect(screen.getByTestId("text").textContent).toBe(TEXT);
  expect(screen.queryByRole("button", { name: NAME })).toBeNull();
});

test("while it is looked at it passes too", async () => {
  await renderFor(ARE, <Conversation />);
  vi.setSystemTime(Date.parse("2026-11-17T09:00:00Z"));
  fireEvent(document, new Event("visibilitychange"));
  expect(screen.queryByRole("button", { name: NAME })).toBeNull();
});

test.each(["{Enter}", " "])(
  "by keys it is come to from the time, and %o asks about it",
  async (key) => {
    await renderFor(ARE, <Conversation />);
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe("09:00");
    await userEvent.keyboard(`{ArrowUp}${key}`);
    expect(
      within(screen.getByRole("dialog")).getByText("Tuesday 17. November 2026 at 10:00"),
    ).toBeTruthy();
  },
);

test("marking it to copy it asks nothing", async () => {
  await renderFor(ARE, <Conversation />);
  const date = screen.getByRole("button", { name: NAME });
  document.getSelection()?.selectAllChildren(date);
  fireEvent.click(date);
  expect(screen.queryByRole("dialog")).toBeNull();

  document.getSelection()?.collapseToEnd();
  fireEvent.click(date);
  expect(screen.getByRole("dialog")).toBeTruthy();
});

test("R9 what is downloaded is a calendar file whose name says nothing, and so she is told", async () => {
  const made: Blob[] = [];
  URL.createObjectURL = (it: Blob) => `blob:${made.push(it)}`;
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, "click").mockReturnValue();
  await renderFor(ARE, <Conversation />);
  await userEvent.click(screen.getByRole("button", { name: NAME }));
  expect(screen.getByText("The calendar only says “Appointment” and when.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Add to the calendar" }));
  await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(clicked.mock.contexts).toMatchObject([{ href: "blob:1", download: "avtale.ics" }]);
  expect(made.map((it) => it.type)).toEqual(["text/calendar;charset=utf-8"]);
});

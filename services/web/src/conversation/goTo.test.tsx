import { act, cleanup, render, waitFor } from "@testing-library/react";
import { useRef } from "react";
import { MemoryRouter, useNavigate } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import { newConversation } from "./conversation";
import type { Entry } from "./entries";
import { useGoTo } from "./useGoTo";
import type { LongList } from "./useLongList";

const there = vi.hoisted(() => ({ fetchBackTo: vi.fn<() => Promise<void>>() }));
vi.mock("./ConversationsProvider", () => ({ useConversations: () => there }));

afterEach(() => {
  cleanup();
  there.fetchBackTo.mockReset();
  scrollToIndex.mockReset();
});

const scrollToIndex = vi.fn();
const list = { scrollToIndex } as unknown as LongList;
const conversation = { ...newConversation("room"), lastSeq: 9 };
const entries = (...seqs: number[]) =>
  seqs.map((seq) => ({ kind: "message", key: `${seq}`, message: { seq } })) as unknown as Entry[];

let go: (to: string) => void = () => undefined;

function Talk({ of }: { of: readonly Entry[] }) {
  const scroller = useRef<HTMLElement>(null);
  const navigate = useNavigate();
  go = (to) => void navigate(to);
  useGoTo(conversation, of, list, scroller);
  return (
    <section ref={scroller}>
      <textarea />
      {of.map(({ key }) => (
        <p key={key} className="messages__row" data-seq={key}>
          {key}
        </p>
      ))}
    </section>
  );
}

function opens(address: string, ...seqs: number[]) {
  render(
    <MemoryRouter initialEntries={[address]}>
      <Talk of={entries(...seqs)} />
    </MemoryRouter>,
  );
}

const focused = () => document.activeElement?.textContent;

test("it is fetched back to, scrolled to, and has the focus until she is elsewhere", async () => {
  there.fetchBackTo.mockResolvedValue();
  opens("/rooms/room?m=4", 3, 4, 5);
  await waitFor(() => expect(focused()).toBe("4"));
  expect(there.fetchBackTo).toHaveBeenCalledWith("room", 4);
  expect(scrollToIndex).toHaveBeenCalledWith(1, { align: "start" });
  const row = document.activeElement as HTMLElement;
  act(() => row.blur());
  expect(row.hasAttribute("tabindex")).toBe(false);
});

test("who goes there once more is led there once more", async () => {
  there.fetchBackTo.mockResolvedValue();
  opens("/rooms/room?m=4", 4);
  await waitFor(() => expect(focused()).toBe("4"));
  act(() => (document.activeElement as HTMLElement).blur());
  act(() => go("/rooms/room?m=4"));
  await waitFor(() => expect(focused()).toBe("4"));
});

test.each([
  "/rooms/room",
  "/rooms/room?m=",
  "/rooms/room?m=-1",
  "/rooms/room?m=x",
  "/rooms/room?m=10",
])("%s leads nowhere", async (address) => {
  there.fetchBackTo.mockResolvedValue();
  opens(address, 3, 4);
  await act(() => new Promise((done) => setTimeout(done, 50)));
  expect(there.fetchBackTo).not.toHaveBeenCalled();
  expect(scrollToIndex).not.toHaveBeenCalled();
});

test("where a page does not come it leads as far as those did that came, and marks nothing", async () => {
  there.fetchBackTo.mockRejectedValue(new Error("no network"));
  opens("/rooms/room?m=2", 5, 6);
  await waitFor(() => expect(scrollToIndex).toHaveBeenCalledWith(0, { align: "start" }));
  expect(focused()).not.toBe("5");
});

test("who has begun to write meanwhile goes on writing", async () => {
  let come: () => void = () => undefined;
  there.fetchBackTo.mockReturnValue(new Promise((done) => (come = done)));
  opens("/rooms/room?m=4", 4);
  const field = document.querySelector("textarea") as HTMLTextAreaElement;
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
  act(() => come());
  await waitFor(() => expect(scrollToIndex).toHaveBeenCalled());
  await act(() => new Promise((done) => setTimeout(done, 50)));
  expect(document.activeElement).toBe(field);
});

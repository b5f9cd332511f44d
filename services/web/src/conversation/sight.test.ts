import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Sight } from "./sight";

interface Shown {
  height?: number;
  visible?: number;
  from?: number;
}

/**
 * A screen of 600 pixels; rows are put on it by hand. Told of as a browser does: where the part that
 * is visible passes a step, and not where something moves within a row that fills the screen.
 */
class Screen {
  static now: Screen;
  private readonly steps: readonly number[];
  private readonly told = new Map<HTMLElement, number>();

  constructor(
    private readonly changed: (changes: IntersectionObserverEntry[]) => void,
    { threshold }: { threshold: number[] },
  ) {
    this.steps = threshold;
    Screen.now = this;
  }
  observe = vi.fn();
  unobserve = vi.fn();
  disconnect = vi.fn();

  /** So much of a row is visible, from this far below its top. */
  shows(row: HTMLElement, { height = 100, visible = height, from = 0 }: Shown): void {
    // What begins above the screen is at its upper edge, what does not end on it at its lower.
    const top = from > 0 ? -from : 600 - visible;
    row.getBoundingClientRect = () => rect(top, height);
    const step = this.steps.filter((it) => visible > 0 && visible / height >= it).length;
    if (step === (this.told.get(row) ?? 0)) return;
    this.told.set(row, step);
    this.changed([
      { target: row, isIntersecting: visible > 0 } as unknown as IntersectionObserverEntry,
    ]);
  }
}

function rect(top: number, height: number): DOMRect {
  return { top, height, bottom: top + height } as DOMRect;
}

let seen: number[];
let sight: Sight;
let hasFocus: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("IntersectionObserver", Screen);
  hasFocus = true;
  vi.spyOn(document, "hasFocus").mockImplementation(() => hasFocus);
  seen = [];
  const root = document.createElement("div");
  root.getBoundingClientRect = () => rect(0, 600);
  sight = new Sight(root, (seqs) => seen.push(...seqs));
});

afterEach(() => {
  sight.stop();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function row(seq: number): HTMLElement {
  const element = document.createElement("li");
  element.dataset["seq"] = String(seq);
  sight.watch(element);
  return element;
}

test("a row is seen when half of it has been on the screen for half a second", () => {
  const one = row(1);
  Screen.now.shows(one, { visible: 50 });
  vi.advanceTimersByTime(499);
  expect(seen).toEqual([]);
  vi.advanceTimersByTime(300);
  expect(seen).toEqual([1]);
  vi.advanceTimersByTime(5_000);
  expect(seen).toEqual([1]);
  expect(vi.getTimerCount()).toBe(0);
});

test("below the fold nothing is seen, however long it lies there", () => {
  Screen.now.shows(row(1), { visible: 49 });
  Screen.now.shows(row(2), { visible: 0 });
  vi.advanceTimersByTime(60_000);
  expect(seen).toEqual([]);
});

test("what flies past is not seen", () => {
  const one = row(1);
  Screen.now.shows(one, {});
  vi.advanceTimersByTime(400);
  Screen.now.shows(one, { visible: 10 });
  vi.advanceTimersByTime(400);
  Screen.now.shows(one, {});
  vi.advanceTimersByTime(400);
  expect(seen).toEqual([]);
});

test("of a message higher than the screen both ends have to be seen", () => {
  const one = row(1);
  const part = { height: 4_000, visible: 600 };
  Screen.now.shows(one, part);
  vi.advanceTimersByTime(5_000);
  Screen.now.shows(one, { ...part, from: 1_000 });
  vi.advanceTimersByTime(5_000);
  expect(seen).toEqual([]);
  Screen.now.shows(one, { ...part, from: 3_400 });
  vi.advanceTimersByTime(1_000);
  expect(seen).toEqual([1]);
});

test("R6: a hairline of each end of a long message is not reading it", () => {
  const one = row(1);
  Screen.now.shows(one, { height: 4_000, visible: 23 });
  vi.advanceTimersByTime(2_000);
  Screen.now.shows(one, { height: 4_000, visible: 23, from: 3_977 });
  vi.advanceTimersByTime(2_000);
  expect(seen).toEqual([]);
});

test("a line of each end is", () => {
  const one = row(1);
  Screen.now.shows(one, { height: 4_000, visible: 24 });
  vi.advanceTimersByTime(2_000);
  Screen.now.shows(one, { height: 4_000, visible: 24, from: 3_976 });
  vi.advanceTimersByTime(2_000);
  expect(seen).toEqual([1]);
});

test("who goes to the end of a long message at once has not read it", () => {
  Screen.now.shows(row(1), { height: 4_000, visible: 600, from: 3_400 });
  vi.advanceTimersByTime(5_000);
  expect(seen).toEqual([]);
});

test("a window without the focus reads nothing, and goes on when it has it", () => {
  hasFocus = false;
  Screen.now.shows(row(1), {});
  vi.advanceTimersByTime(60_000);
  expect(seen).toEqual([]);
  hasFocus = true;
  window.dispatchEvent(new Event("focus"));
  vi.advanceTimersByTime(400);
  hasFocus = false;
  window.dispatchEvent(new Event("blur"));
  vi.advanceTimersByTime(60_000);
  expect(seen).toEqual([]);
  hasFocus = true;
  window.dispatchEvent(new Event("focus"));
  vi.advanceTimersByTime(600);
  expect(seen).toEqual([1]);
});

test.each([
  ["a dialog", "dialog", "open", ""],
  ["an open menu", "div", "role", "menu"],
])("behind %s nothing is read", (_, tag, name, value) => {
  const dialog = document.createElement(tag);
  dialog.setAttribute(name, value);
  document.body.append(dialog);
  Screen.now.shows(row(1), {});
  vi.advanceTimersByTime(60_000);
  expect(seen).toEqual([]);
  dialog.remove();
  vi.advanceTimersByTime(1_000);
  expect(seen).toEqual([1]);
});

test("a row that has left the page is not seen", () => {
  const element = document.createElement("li");
  element.dataset["seq"] = "1";
  const leave = sight.watch(element);
  Screen.now.shows(element, {});
  leave();
  vi.advanceTimersByTime(5_000);
  expect(seen).toEqual([]);
});

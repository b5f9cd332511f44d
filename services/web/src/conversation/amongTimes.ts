import type { KeyboardEvent } from "react";

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * From the time of one message to that of the next by an arrow: all of them are one stop on the way
 * through the page, at the newest.
 */
export function amongTimes(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const from = event.target;
  if (!step || !(from instanceof HTMLElement) || !from.matches("button.bubble__time")) return;
  const times = [...event.currentTarget.querySelectorAll<HTMLElement>("button.bubble__time")];
  event.preventDefault();
  times[times.indexOf(from) + step]?.focus();
}

import type { KeyboardEvent } from "react";

const STOPS = ".bubble__time, .bubble__date, .bubble__quote";
const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * From the time of one message to that of the next by an arrow, and to the dates in them and what they reply to: all of them
 * are one stop on the way through the page, at the newest.
 */
export function amongTimes(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const from = event.target;
  if (!step || !(from instanceof HTMLElement) || !from.matches(STOPS)) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOPS)];
  event.preventDefault();
  stops[stops.indexOf(from) + step]?.focus();
}

import { useEffect, useRef, type FocusEvent, type RefObject } from "react";
import { isFocusNowhere } from "../shell/useTakesOver";

/** In what stands under a message: where the focus goes first. */
const PARTS = [
  ".arranged button:not([tabindex='-1'])",
  ".arranged__now",
  ".question button:not([tabindex='-1'])",
  ".acknowledgements button:not([tabindex='-1'])",
];

/**
 * Where what had the focus gives way to something else, the focus stays in the row: at what has come
 * in its place, or at the time of the message.
 *
 * @returns what hears of the focus in the part that changes
 */
export function useKeepsFocusInRow(row: RefObject<HTMLElement | null>) {
  const held = useRef(false);
  useEffect(() => {
    if (!held.current || !isFocusNowhere()) return;
    held.current = false;
    const find = (selector: string) => row.current?.querySelector<HTMLElement>(selector);
    const next = PARTS.map(find).find((it) => it) ?? find(".bubble__time");
    next?.focus({ preventScroll: true });
  });
  return {
    onFocus: () => {
      held.current = true;
    },
    // Where it is the window that is left, the focus is where it was.
    onBlur: ({ currentTarget }: FocusEvent<HTMLElement>) => {
      held.current = currentTarget.contains(document.activeElement);
    },
  };
}

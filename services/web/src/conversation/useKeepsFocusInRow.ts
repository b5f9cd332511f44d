import { useEffect, useRef, type FocusEvent, type RefObject } from "react";
import { isFocusNowhere } from "../shell/useTakesOver";

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
    const next = find(".acknowledgements button:not([tabindex='-1'])") ?? find(".bubble__time");
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

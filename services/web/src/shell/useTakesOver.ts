import { useEffect, useRef, type RefObject } from "react";

/** Whether the focus is nowhere: what had it has gone, or cannot be pressed. */
export function isFocusNowhere(): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body;
}

/** Whether the focus may be taken after a press: it is on a button still, or nowhere. */
export function isFocusFree(): boolean {
  return isFocusNowhere() || document.activeElement instanceof HTMLButtonElement;
}

/** For what comes in the place of what was tapped: takes the focus, where that is nowhere now. */
export function useTakesOver<E extends HTMLElement>(takes = true): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    if (takes && isFocusNowhere()) element.current?.focus();
  }, [takes]);
  return element;
}

import { useEffect, useRef, type RefObject } from "react";

/** For what comes in the place of what was tapped: takes the focus, where that is nowhere now. */
export function useTakesOver<E extends HTMLElement>(takes = true): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    const focused = document.activeElement;
    if (takes && (focused === null || focused === document.body)) element.current?.focus();
  }, [takes]);
  return element;
}

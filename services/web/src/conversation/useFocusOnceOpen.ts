import { useEffect, type RefObject } from "react";

/** Where one goes on in a dialogue, once the browser has opened it and put the focus at its cross. */
export function useFocusOnceOpen(at: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const soon = requestAnimationFrame(() => at.current?.focus());
    return () => cancelAnimationFrame(soon);
  }, [at]);
}

import { useEffect, type RefObject } from "react";

/** What had the focus is gone from the page; so that the next Tab does not begin at its top, this takes it. */
export function useLostFocus(place: RefObject<HTMLElement | null>, isNew = true): void {
  useEffect(() => {
    const focused = document.activeElement;
    if (isNew && (focused === null || focused === document.body)) place.current?.focus();
  }, [place, isNew]);
}

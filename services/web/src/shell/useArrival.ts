import { useEffect, useRef, type RefObject } from "react";
import { useLocation } from "react-router";

/** Nobody is taken out of a field. */
function isWriting(focused: Element | null): boolean {
  return focused !== null && ["INPUT", "TEXTAREA", "SELECT"].includes(focused.tagName);
}

/** The key of the place where somebody came in from outside: the browser itself begins at its top. */
const CAME_IN = "default";

/**
 * For a page's heading: whoever has come here from another page of ours is at it, so that a screen
 * reader says where that is, and the next Tab leads to what is there.
 */
export function useArrival<Heading extends HTMLElement>(): RefObject<Heading | null> {
  const heading = useRef<Heading>(null);
  const { key } = useLocation();
  useEffect(() => {
    if (key !== CAME_IN && !isWriting(document.activeElement)) heading.current?.focus();
  }, [key]);
  return heading;
}

import {
  createContext,
  createElement,
  useContext,
  useEffect,
  useState,
  type ReactNode,
  type RefObject,
} from "react";
import { useLocation } from "react-router";
import { useTakesOver } from "./useTakesOver";

/** Nobody is taken out of a field. */
function isWriting(focused: Element | null): boolean {
  return focused !== null && ["INPUT", "TEXTAREA", "SELECT"].includes(focused.tagName);
}

/** The key of the place where somebody came in from outside: the browser itself begins at its top. */
const CAME_IN = "default";

/** Whether the reader has been on another page since: coming back to the first one is an arrival too. */
const HasMoved = createContext(false);

/** Around all pages. */
export function Arrivals({ children }: { children: ReactNode }) {
  const { key } = useLocation();
  const [hasMoved, setHasMoved] = useState(false);
  if (!hasMoved && key !== CAME_IN) setHasMoved(true);
  return createElement(HasMoved, { value: hasMoved }, children);
}

/**
 * For a page's heading: whoever has come here from another page of ours is at it, so that a screen
 * reader says where that is, and the next Tab leads to what is there.
 *
 * @param instead it stands where another page was a moment ago, and takes the focus that was lost there
 */
export function useArrival<Heading extends HTMLElement>(
  instead = false,
): RefObject<Heading | null> {
  const heading = useTakesOver<Heading>(instead);
  const { key } = useLocation();
  const isArrival = useContext(HasMoved) || key !== CAME_IN;
  useEffect(() => {
    if (isArrival && !isWriting(document.activeElement)) heading.current?.focus();
  }, [heading, key, isArrival]);
  return heading;
}

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Conversation } from "./conversation";

/** So near the end counts as being there, in pixels. */
const NEAR = 120;
/** Something of what was there before the line is seen above it, in pixels. */
const LINE_FROM_TOP = 96;

/** Follows the newest message as long as the person is at the bottom, or has just written. */
export function useStickyBottom({ outbox }: Conversation) {
  const scroller = useRef<HTMLElement>(null);
  const [atBottom, setAtBottom] = useState(true);
  const follows = useRef(true);

  const toBottom = useCallback(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      follows.current = leftBelow(element) < NEAR;
      setAtBottom(follows.current);
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    // The keyboard of a phone makes the view smaller, and what is shown grows: the end stays in sight.
    const observer = new ResizeObserver(() => follows.current && toBottom());
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => {
      element.removeEventListener("scroll", onScroll);
      observer.disconnect();
    };
  }, [toBottom]);

  // A view begins where what is new begins, or at the end.
  useLayoutEffect(() => {
    const element = scroller.current;
    const line = element?.querySelector<HTMLElement>("[data-new]");
    if (!element || !line) return toBottom();
    element.scrollTop = Math.max(0, line.offsetTop - LINE_FROM_TOP);
    follows.current = leftBelow(element) < NEAR;
  }, [toBottom]);

  const written = outbox.at(-1)?.clientId;
  useLayoutEffect(() => {
    if (written !== undefined) toBottom();
  }, [written, toBottom]);

  return { scroller, atBottom, toBottom };
}

function leftBelow({ scrollHeight, scrollTop, clientHeight }: HTMLElement): number {
  return scrollHeight - scrollTop - clientHeight;
}

import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { Entry } from "./entries";
import type { LongList } from "./useLongList";

/**
 * Begins where what is new begins, and stays at the end while the person is there or writes.
 *
 * @param written what she has written last and is on its way: another one each time
 */
export function useFollowing(
  list: LongList,
  scroller: RefObject<HTMLElement | null>,
  entries: readonly Entry[],
  written: string | undefined,
  newest: number,
) {
  const [atBottom, setAtBottom] = useState(true);
  const follows = useRef(true);
  const toBottom = useCallback(() => list.scrollToEnd(), [list]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      follows.current = list.isAtEnd();
      setAtBottom(follows.current);
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    let top = element.getBoundingClientRect().top;
    // The keyboard of a phone makes the view smaller: the end stays in sight. Where a line comes above
    // the view, or goes, what is read stays where it is on the screen.
    const observer = new ResizeObserver(() => {
      const before = top;
      top = element.getBoundingClientRect().top;
      if (follows.current) toBottom();
      else element.scrollTop += top - before;
    });
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", onScroll);
      observer.disconnect();
    };
  }, [list, scroller, toBottom]);

  // Only when the view begins: later the line is where it is.
  const line = useRef(entries.findIndex(({ kind }) => kind === "new"));
  useLayoutEffect(() => {
    if (line.current < 0) return toBottom();
    list.scrollToIndex(line.current, { align: "start" });
    follows.current = list.isAtEnd();
    // Where nothing had to be scrolled no scrolling tells that there is more below.
    const drawn = requestAnimationFrame(() => setAtBottom(list.isAtEnd()));
    return () => cancelAnimationFrame(drawn);
  }, [list, toBottom]);

  useLayoutEffect(() => {
    if (written !== undefined) toBottom();
  }, [written, toBottom]);

  // What comes may stand above what is still on its way, so that the last row stays the last.
  useLayoutEffect(() => {
    if (follows.current) toBottom();
  }, [newest, toBottom]);

  return { atBottom, toBottom };
}

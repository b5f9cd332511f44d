import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import type { Conversation } from "./conversation";
import { useConversations } from "./ConversationsProvider";

/** An older page is asked for one screen before its place is reached. */
const AHEAD = "100% 0px 0px 0px";

/** Older pages, one at a time: when one scrolls up to them, or by the button where that failed. */
export function useOlder(
  { roomId, hasOlder, floor }: Conversation,
  scroller: RefObject<HTMLElement | null>,
) {
  const conversations = useConversations();
  const mark = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const load = useCallback(async () => {
    setBusy(true);
    setError(null);
    try {
      await conversations.older(roomId);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  }, [conversations, roomId]);

  const waits = hasOlder && !busy && error === null;
  useEffect(() => {
    if (!waits || !mark.current) return;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && void load(), {
      root: scroller.current,
      rootMargin: AHEAD,
    });
    observer.observe(mark.current);
    return () => observer.disconnect();
    // Looked at again after each page: it may not have filled the screen.
  }, [waits, floor, load, scroller]);

  return { busy, error, load, mark };
}

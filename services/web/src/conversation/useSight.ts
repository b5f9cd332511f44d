import { useCallback, useEffect, useState, type RefObject } from "react";
import { useConversations } from "./ConversationsProvider";
import { Sight } from "./sight";

/** Gives each row what watches it while it is in the page; tells which have been on the screen. */
export function useSight(roomId: string, scroller: RefObject<HTMLElement | null>) {
  const conversations = useConversations();
  const [sight, setSight] = useState<Sight>();
  useEffect(() => {
    if (!scroller.current) return;
    const made = new Sight(scroller.current, (seqs) => conversations.seen(roomId, seqs));
    setSight(made);
    return () => made.stop();
  }, [conversations, roomId, scroller]);
  return useCallback((row: HTMLElement | null) => (row ? sight?.watch(row) : undefined), [sight]);
}

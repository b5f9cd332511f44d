import { useSyncExternalStore } from "react";
import { useConversations } from "./ConversationsProvider";

/** How much before a message the person has not read, and the first of it. */
export function useUnreadBefore(roomId: string, seq: number): { count: number; first?: number } {
  const conversations = useConversations();
  const unread = () => conversations.unreadBefore(roomId, seq);
  const count = useSyncExternalStore(conversations.subscribe, () =>
    unread().reduce((sum, [from, to]) => sum + to - from + 1, 0),
  );
  const first = useSyncExternalStore(conversations.subscribe, () => unread()[0]?.[0]);
  return first === undefined ? { count } : { count, first };
}

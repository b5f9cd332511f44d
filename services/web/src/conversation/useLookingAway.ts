import { useEffect } from "react";
import { useConversations } from "./ConversationsProvider";

/** What comes while the window is hidden is new when the person comes back. */
export function useLookingAway(roomId: string): void {
  const conversations = useConversations();
  useEffect(() => {
    const onChange = () => {
      if (document.visibilityState === "hidden") conversations.lookedAway(roomId);
    };
    document.addEventListener("visibilitychange", onChange);
    return () => document.removeEventListener("visibilitychange", onChange);
  }, [conversations, roomId]);
}

import { useEffect } from "react";
import type { Conversation } from "./conversation";
import { useConversations } from "./ConversationsProvider";

/** Tells how far the person has read, while the room is visible and their window has the focus. */
export function useReading(conversation: Conversation): void {
  const conversations = useConversations();
  const { roomId } = conversation;
  useEffect(() => {
    if (isLooking()) conversations.seen(roomId);
  }, [conversations, conversation, roomId]);
  useEffect(() => {
    const onLook = () => {
      if (isLooking()) conversations.seen(roomId);
    };
    const onAway = () => {
      if (document.visibilityState === "hidden") conversations.lookedAway(roomId);
    };
    window.addEventListener("focus", onLook);
    document.addEventListener("visibilitychange", onLook);
    document.addEventListener("visibilitychange", onAway);
    return () => {
      window.removeEventListener("focus", onLook);
      document.removeEventListener("visibilitychange", onLook);
      document.removeEventListener("visibilitychange", onAway);
    };
  }, [conversations, roomId]);
}

function isLooking(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}

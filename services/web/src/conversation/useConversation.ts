import { useEffect, useSyncExternalStore } from "react";
import type { Conversation, ViewEnd } from "./conversation";
import { useConversations } from "./ConversationsProvider";
import type { SocketState } from "./socket-state";

/** The conversation on the screen: viewed from when this is used until it is not. */
export function useConversation(roomId: string): Conversation | undefined {
  const conversations = useConversations();
  useEffect(() => conversations.view(roomId), [conversations, roomId]);
  return useSyncExternalStore(conversations.subscribe, () => conversations.conversation(roomId));
}

export function useConnection(): SocketState {
  const conversations = useConversations();
  return useSyncExternalStore(conversations.subscribe, conversations.connectionState);
}

/** What the person was told when she could no longer read this room, also where that comes late. */
export function useEndOf(roomId: string): ViewEnd | undefined {
  const conversations = useConversations();
  return useSyncExternalStore(conversations.subscribe, () => conversations.endOf(roomId));
}

export function useUnread(roomId: string): number {
  const conversations = useConversations();
  return useSyncExternalStore(conversations.subscribe, () => conversations.unread.count(roomId));
}

/**
 * How much is written in a room; undefined where this window has not heard, or may have missed what
 * came since.
 */
export function useHowMuchIsWritten(roomId: string): number | undefined {
  const conversations = useConversations();
  const connected = useConnection().kind === "open";
  const written = useSyncExternalStore(conversations.subscribe, () =>
    conversations.unread.written(roomId),
  );
  return connected ? written : undefined;
}

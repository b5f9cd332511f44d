import { useSyncExternalStore } from "react";
import { useConversations } from "./ConversationsProvider";

/** What the person has proposed in this room, on its way; of another matter than this one nothing. */
export function useAppointing(roomId: string, about: number | undefined) {
  const conversations = useConversations();
  const underWay = useSyncExternalStore(conversations.subscribe, () =>
    conversations.amendingIn(roomId),
  );
  return underWay.find(({ what }) => what.kind === "APPOINTMENT" && what.about === about);
}

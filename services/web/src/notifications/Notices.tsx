import { useEffect, useSyncExternalStore } from "react";
import { useConversations } from "../conversation/ConversationsProvider";
import { useConnection } from "../conversation/useConversation";
import { useKnownRooms } from "../rooms/rooms";
import { useNewsInTitle } from "../shell/useTitle";
import { closeNotices } from "./push";

/**
 * A notice says that there is something new, and not where. So it goes when there is nothing new
 * any more: nothing unread in any room and nothing that waits for an answer, as the server has said
 * since this window was last connected. Opening the app alone takes nothing away. The window's title
 * says how much is new.
 */
export function Notices() {
  const conversations = useConversations();
  const connected = useConnection().kind === "open";
  const rooms = useKnownRooms();
  const unread = useSyncExternalStore(conversations.subscribe, () =>
    (rooms ?? []).reduce((sum, { roomId }) => sum + conversations.unread.count(roomId), 0),
  );
  useNewsInTitle(unread);
  const nothingNew =
    connected &&
    unread === 0 &&
    rooms !== undefined &&
    rooms.every((room) => room.awaiting.length === 0);
  useEffect(() => {
    if (nothingNew) closeNotices().catch(() => undefined);
  }, [nothingNew]);
  return null;
}

import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import type { RoomSummary } from "../contracts/rooms";
import { useConversations } from "../conversation/ConversationsProvider";
import { useConnection } from "../conversation/useConversation";
import { useUnseenQuestions } from "../standing/unseen";
import { useTitle } from "../shell/useTitle";
import { Waiting } from "../shell/Waiting";
import { useRooms } from "./rooms";
import { whereNewsIs } from "./whereNewsIs";

/** So long it is waited for what only the socket knows, in milliseconds. */
const PATIENCE = 3_000;

/**
 * Where letters and notices lead, which say nothing (R9): to the one place where something is new.
 * Where there are several, or it cannot be found out, to the list, which shows them all.
 */
export function NewsScreen() {
  const { t } = useTranslation();
  const { data: rooms, error } = useRooms();
  const late = useLate();
  useTitle(t("rooms.title"));
  const unread = useUnreadRooms(rooms);
  const questions = useUnseenQuestions();
  if (error) return <Navigate to="/" replace />;
  if (!rooms || ((!unread || !questions) && !late)) return <Waiting />;
  return <Navigate to={whereNewsIs(rooms, unread ?? [], questions)} replace />;
}

function useLate(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return late;
}

/** Nothing as long as the server has not told how far the rooms have come. */
function useUnreadRooms(rooms: readonly RoomSummary[] | undefined): string[] | undefined {
  const conversations = useConversations();
  const connected = useConnection().kind === "open";
  const unread = useSyncExternalStore(conversations.subscribe, () =>
    (rooms ?? [])
      .map(({ roomId }) => roomId)
      .filter((roomId) => conversations.unread.count(roomId) > 0)
      .join(" "),
  );
  if (!connected) return undefined;
  return unread === "" ? [] : unread.split(" ");
}

import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { useConversations } from "../conversation/ConversationsProvider";
import { useConnection } from "../conversation/useConversation";
import { askedOfMe } from "../standing/forMe";
import { useQuestions } from "../standing/QuestionsProvider";
import { useUnseenQuestions } from "../standing/unseen";
import { useKnownRooms } from "../rooms/rooms";
import { useMe } from "../session/session";
import { useNewsInTitle } from "../shell/useTitle";
import { NEWS_WANTED } from "./notice";
import { closeNotices } from "./push";

/**
 * A notice says that there is something new, and not where. So it goes when there is nothing new
 * any more: nothing unread in any room, no question to her that she has not seen, and nothing that
 * waits for the patient's yes, as the server has said since this window was last connected. Opening the
 * app alone takes nothing away. The window's title says how many questions wait for her, and how much
 * is new.
 */
export function Notices() {
  const conversations = useConversations();
  const connected = useConnection().kind === "open";
  const rooms = useKnownRooms();
  const unread = useSyncExternalStore(conversations.subscribe, () =>
    (rooms ?? []).reduce((sum, { roomId }) => sum + conversations.unread.count(roomId), 0),
  );
  const unseen = useUnseenQuestions();
  useNewsInTitle(unread, useQuestionsText());
  useNewsWanted();
  const nothingNew =
    connected &&
    unread === 0 &&
    unseen?.length === 0 &&
    rooms !== undefined &&
    rooms.every((room) => room.awaiting.length === 0);
  useEffect(() => {
    if (nothingNew) closeNotices().catch(() => undefined);
  }, [nothingNew]);
  return null;
}

function useQuestionsText(): string {
  const { t } = useTranslation();
  const { personId } = useMe();
  const count = askedOfMe(useQuestions().all ?? [], personId).length;
  return count === 0 ? "" : t("standing.inTitle", { count });
}

/** The list and the rooms: nothing is lost of what she does there, and elsewhere she stays. */
const LEAVES_NOTHING = /^\/(rooms\/[^/]+)?$/;
const NEW_ROOM = "/rooms/new";

/** Whoever taps a notice while the app lies behind something else comes to what is new. */
function useNewsWanted() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const mayLeave = LEAVES_NOTHING.test(pathname) && pathname !== NEW_ROOM;
  useEffect(() => {
    const workers = "serviceWorker" in navigator ? navigator.serviceWorker : undefined;
    const hear = ({ data }: MessageEvent) => {
      if (data === NEWS_WANTED && mayLeave) void navigate("/news");
    };
    workers?.addEventListener("message", hear);
    return () => workers?.removeEventListener("message", hear);
  }, [navigate, mayLeave]);
}

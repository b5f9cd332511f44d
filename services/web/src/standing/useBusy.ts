import { useTranslation } from "react-i18next";
import type { RoomDetails, RoomSummary } from "../contracts/rooms";
import { useListed } from "../language/names";
import { useMe } from "../session/session";
import { capital, whoIs } from "./who";

/** The names of those who are taken, for the beginning of a sentence, herself first; nothing of nobody. */
export function useBusy(room: RoomSummary | RoomDetails) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const listed = useListed();
  return (personIds: readonly string[]): string => {
    const ids = [...new Set(personIds)].sort((a, b) => +(b === myId) - +(a === myId));
    const short = (id: string) => whoIs(room, id)?.short ?? t("standing.somebody");
    return capital(listed(ids.map((id) => (id === myId ? t("words.You") : short(id)))));
  };
}

import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useListed } from "../language/names";
import { shortName, takingPart } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Conversation } from "./conversation";

/** "Lest av Are og Vera": everyone but the sender; empty when there is nothing to say. */
export function useReadBy(
  room: RoomDetails,
  { marks }: Conversation,
  { seq, senderId }: Message,
  mine: boolean,
): string {
  const { t } = useTranslation();
  const listed = useListed();
  const { personId: myId } = useMe();
  const others = takingPart(room)
    .map(({ person }) => person.personId)
    .filter((id) => id !== senderId);
  const readers = others.filter((id) => (marks.get(id)?.seq ?? 0) >= seq);
  const unread = readers.length === 0 || (readers.length === 1 && readers[0] === myId);
  if (unread) return mine ? t("conversation.readByNobody") : "";
  if (readers.length === others.length && others.length > 2) return t("conversation.readByAll");
  const names = readers.map((id) => (id === myId ? t("words.you") : shortName(room, id)));
  return t("conversation.readBy", { names: listed(names) });
}

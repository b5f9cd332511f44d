import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useListed } from "../language/names";
import { shortName, takingPart } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Conversation } from "./conversation";

/** "Lest av Are og Vera": everyone but the sender and the one who looks; empty when there is nothing to say. */
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
    .filter((id) => id !== senderId && id !== myId);
  const readers = others.filter((id) => (marks.get(id)?.seq ?? 0) >= seq);
  if (readers.length === 0) return mine ? t("conversation.readByNobody") : "";
  if (readers.length === others.length && others.length > 2) return t("conversation.readByAll");
  return t("conversation.readBy", { names: listed(readers.map((id) => shortName(room, id))) });
}

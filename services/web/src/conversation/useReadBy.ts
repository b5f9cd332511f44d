import { useTranslation } from "react-i18next";
import type { Mark, Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useListed } from "../language/names";
import { shortName, takingPart } from "../rooms/seats";
import { useMe } from "../session/session";

/** "Lest av Are og Vera": everyone but the sender and the one who looks; empty when there is nothing to say. */
export function useReadBy(
  room: RoomDetails,
  marks: ReadonlyMap<string, Mark>,
  { seq, senderId }: Message,
): string {
  const { t } = useTranslation();
  const listed = useListed();
  const { personId: myId } = useMe();
  const mine = senderId === myId;
  const isOther = (id: string) => id !== senderId && id !== myId;
  const hasRead = (id: string) => (marks.get(id)?.seq ?? 0) >= seq;
  const present = takingPart(room).map(({ person }) => person.personId);
  const others = present.filter(isOther);
  // Who has left since has read it all the same (R8).
  const left = [...marks.keys()].filter((id) => isOther(id) && !present.includes(id));
  const readers = [...others, ...left].filter((id) => hasRead(id) && shortName(room, id) !== "");
  if (readers.length === 0) return mine && others.length > 0 ? t("conversation.readByNobody") : "";
  if (others.length > 2 && others.every(hasRead)) return t("conversation.readByAll");
  return t("conversation.readBy", { names: listed(readers.map((id) => shortName(room, id))) });
}

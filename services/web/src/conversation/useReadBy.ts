import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useListed } from "../language/names";
import { shortName, takingPart } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Marks } from "./conversation";
import { has, NONE } from "./ranges";

/**
 * "Lest av Are", "Framme hos Vera": two statements, the second weaker. About everyone but the
 * sender and the one who looks; none where there is nothing to say.
 */
export function useReadBy(
  room: RoomDetails,
  read: Marks,
  received: Marks,
  { seq, senderId }: Message,
): string[] {
  const { t } = useTranslation();
  const listed = useListed();
  const { personId: myId } = useMe();
  const mine = senderId === myId;
  const isOther = (id: string) => id !== senderId && id !== myId;
  const hasRead = (id: string) => has(read.get(id) ?? NONE, seq);
  const named = (ids: string[]) => ids.filter((id) => shortName(room, id) !== "");
  const names = (ids: string[]) => listed(ids.map((id) => shortName(room, id)));

  const present = takingPart(room).map(({ person }) => person.personId);
  const others = present.filter(isOther);
  // Who has left since has read it all the same (R8).
  const left = [...read.keys()].filter((id) => isOther(id) && !present.includes(id));
  const readers = named([...others, ...left].filter(hasRead));
  const reached = mine
    ? named(others.filter((id) => !hasRead(id) && has(received.get(id) ?? NONE, seq)))
    : [];

  const said: string[] = [];
  if (others.length > 2 && others.every(hasRead)) said.push(t("conversation.readByAll"));
  else if (readers.length > 0) said.push(t("conversation.readBy", { names: names(readers) }));
  else if (mine && others.length > 0) said.push(t("conversation.readByNobody"));
  if (reached.length > 0) said.push(t("conversation.reached", { names: names(reached) }));
  return said;
}

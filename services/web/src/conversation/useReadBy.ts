import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useListed } from "../language/names";
import { shortName, takingPart } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Conversation } from "./conversation";
import { furthest, NONE, numbersIn, without, type Ranges } from "./ranges";

/**
 * What no face says of all that somebody wrote together, to this message: who has passed it over and
 * read further down ("Kari har lest 2 av 3", "Ikke lest av Vera"), and of one's own that nobody has
 * reached by reading, whom it has come to ("Framme hos Vera"). Where it may have begun further back,
 * of the last so many. About everyone but the sender and the one who looks.
 */
export function useReadBy(
  room: RoomDetails,
  { read, received }: Pick<Conversation, "read" | "received">,
  { senderId }: Message,
  { group, groupWhole }: { group: Ranges; groupWhole: boolean },
): string[] {
  const { t } = useTranslation();
  const listed = useListed();
  const { personId: myId } = useMe();
  const isOther = (id: string) => id !== senderId && id !== myId;
  const groupFrom = group[0]?.[0] ?? 0;
  const readBy = (id: string) => read.get(id) ?? NONE;
  const names = (ids: string[]) => listed(ids.map((id) => shortName(room, id)));

  const present = takingPart(room).map(({ person }) => person.personId);
  const others = present.filter((id) => isOther(id) && shortName(room, id) !== "");
  // Who has left since has read it all the same (R8).
  const left = [...read.keys()].filter((id) => isOther(id) && !present.includes(id));
  const named = [...others, ...left.filter((id) => shortName(room, id) !== "")];
  const passedOver = named.filter((id) => hasPassedOver(group, readBy(id)));
  const partly = passedOver.filter((id) => touches(group, readBy(id)));
  const unread = passedOver.filter((id) => !partly.includes(id));

  const said: string[] = [];
  for (const id of partly) {
    const of = numbersIn(group);
    const count = of - numbersIn(without(group, readBy(id)));
    const some = groupWhole ? "conversation.readSome" : "conversation.readSomeOfLast";
    said.push(t(some, { name: shortName(room, id), count, of }));
  }
  if (unread.length > 0) said.push(t("conversation.notReadBy", { names: names(unread) }));
  if (senderId !== myId) return said;

  const waiting = others.filter((id) => furthest(readBy(id)) < groupFrom);
  const somebodyHas = left.some((id) => furthest(readBy(id)) >= groupFrom);
  if (others.length > 0 && waiting.length === others.length && !somebodyHas) {
    said.push(t("conversation.readByNobody"));
  }
  const reached = waiting.filter((id) => isWhole(group, received.get(id) ?? NONE));
  if (reached.length > 0) said.push(t("conversation.reached", { names: names(reached) }));
  return said;
}

/** Whether something of it is unread before what has been read. */
function hasPassedOver(group: Ranges, marked: Ranges): boolean {
  const [first] = without(group, marked);
  return first !== undefined && first[0] < furthest(marked);
}

function touches(group: Ranges, marked: Ranges): boolean {
  return numbersIn(without(group, marked)) < numbersIn(group);
}

function isWhole(group: Ranges, marked: Ranges): boolean {
  return without(group, marked).length === 0;
}

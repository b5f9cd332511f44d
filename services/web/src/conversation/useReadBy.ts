import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useListed } from "../language/names";
import { shortName, takingPart } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Conversation } from "./conversation";
import { NONE, numbersIn, without, type Range, type Ranges } from "./ranges";

/**
 * "Lest av Are", "Kari har lest 2 av 3", "Framme hos Vera": what is so of all that somebody wrote
 * together, from `groupFrom` to this message, each weaker than the one before. Where it may have
 * begun further back, of the last so many. About everyone but
 * the sender and the one who looks; none where there is nothing to say.
 */
export function useReadBy(
  room: RoomDetails,
  { read, received }: Pick<Conversation, "read" | "received">,
  { seq, senderId }: Message,
  { groupFrom, groupWhole }: { groupFrom: number; groupWhole: boolean },
): string[] {
  const { t } = useTranslation();
  const listed = useListed();
  const { personId: myId } = useMe();
  const mine = senderId === myId;
  const isOther = (id: string) => id !== senderId && id !== myId;
  const group: Range = [groupFrom, seq];
  const readOf = (id: string) => howMuch(group, read.get(id) ?? NONE);
  const named = (ids: string[]) => ids.filter((id) => shortName(room, id) !== "");
  const names = (ids: string[]) => listed(ids.map((id) => shortName(room, id)));

  const present = takingPart(room).map(({ person }) => person.personId);
  const others = present.filter(isOther);
  // Who has left since has read it all the same (R8).
  const left = [...read.keys()].filter((id) => isOther(id) && !present.includes(id));
  const readers = named([...others, ...left].filter((id) => readOf(id) === "all"));
  const partly = named([...others, ...left].filter((id) => readOf(id) === "some"));
  const isReached = (id: string) =>
    readOf(id) === "none" && howMuch(group, received.get(id) ?? NONE) === "all";
  const reached = mine ? named(others.filter(isReached)) : [];

  const said: string[] = [];
  if (others.length > 2 && others.every((id) => readOf(id) === "all")) {
    said.push(t("conversation.readByAll"));
  } else if (readers.length > 0) {
    said.push(t("conversation.readBy", { names: names(readers) }));
  } else if (mine && others.length > 0 && partly.length === 0) {
    said.push(t("conversation.readByNobody"));
  }
  for (const id of partly) {
    const count = numbersIn([group]) - numbersIn(without([group], read.get(id) ?? NONE));
    const of = numbersIn([group]);
    const some = groupWhole ? "conversation.readSome" : "conversation.readSomeOfLast";
    said.push(t(some, { name: shortName(room, id), count, of }));
  }
  if (reached.length > 0) said.push(t("conversation.reached", { names: names(reached) }));
  return said;
}

function howMuch([from, to]: Range, marked: Ranges): "all" | "some" | "none" {
  const missing = without([[from, to]], marked);
  if (missing.length === 0) return "all";
  const [first] = missing;
  return missing.length === 1 && first?.[0] === from && first[1] === to ? "none" : "some";
}

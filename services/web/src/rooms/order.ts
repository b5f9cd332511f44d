import { useEffect, useState } from "react";
import type { RoomSummary } from "../contracts/rooms";
import { useConversations } from "../conversation/ConversationsProvider";
import { useConnection } from "../conversation/useConversation";
import { hersToAnswer } from "../standing/arranged";
import { forMe } from "../standing/forMe";
import { useStanding } from "../standing/useStanding";
import { useMe } from "../session/session";

/**
 * What waits for the person first, then who waits there for an answer from her, then what she has not
 * read, then the rest; within each, what the latest time stands beside comes first. Nothing moves
 * while she looks: the order is found when the list comes, and the connection and what stands
 * first do, and anew when she comes back to the window. A room that comes meanwhile stands on top.
 */
export function useInOrder(rooms: readonly RoomSummary[] | undefined): readonly RoomSummary[] {
  const conversations = useConversations();
  const connected = useConnection().kind === "open";
  const { personId } = useMe();
  const standing = useStanding();
  const { questions, appointments, agreements } = standing.all;
  // How much of what the order goes by has been told.
  const told = +connected + standing.toldOf;
  const [places, setPlaces] = useState<{ ids: readonly string[]; told: number }>();
  useEffect(() => {
    const onReturn = () => document.visibilityState === "visible" && setPlaces(undefined);
    document.addEventListener("visibilitychange", onReturn);
    return () => document.removeEventListener("visibilitychange", onReturn);
  }, []);
  if (!rooms) return [];
  const waiting = [
    ...forMe(questions, personId),
    ...hersToAnswer(appointments, personId),
    ...hersToAnswer(agreements, personId),
  ];
  const asking = new Set(waiting.map(({ roomId }) => roomId));
  const fresh = inOrder(rooms, talkOf(conversations), asking);
  if (places === undefined || told > places.told) {
    setPlaces({ ids: fresh.map(({ roomId }) => roomId), told });
    return fresh;
  }
  return inPlaces(fresh, places.ids);
}

/** Each in the place that it had; those that had none before them. */
export function inPlaces(
  rooms: readonly RoomSummary[],
  ids: readonly string[],
): readonly RoomSummary[] {
  const place = ({ roomId }: RoomSummary) => ids.indexOf(roomId);
  return [...rooms].sort((a, b) => place(a) - place(b));
}

interface Talk {
  /** Whether the server has told at all how far the rooms have come. */
  isTold: boolean;
  lastAt: (roomId: string) => string | undefined;
  hasNews: (roomId: string) => boolean;
}

export function talkOf({ unread }: Pick<ReturnType<typeof useConversations>, "unread">): Talk {
  return {
    isTold: unread.isTold,
    lastAt: (roomId) => unread.position(roomId).lastAt,
    hasNews: (roomId) => unread.count(roomId) > 0,
  };
}

/**
 * The time that stands beside a room, and by which it has its place: when something was last said
 * there, or where nothing was, when it last changed. Undefined where something may have been said
 * and it has not been told when.
 */
export function movedAt(
  { roomId, changedAt, status }: Pick<RoomSummary, "roomId" | "changedAt" | "status">,
  { isTold, lastAt, hasNews }: Talk,
): string | undefined {
  const mayBeNewer = hasNews(roomId) || (!isTold && status === "ACTIVE");
  return lastAt(roomId) ?? (mayBeNewer ? undefined : changedAt);
}

/**
 * Where that time is not known, it was just now; before anything is known, when the room last changed.
 *
 * @param asking the rooms in which a question or proposed times wait for an answer from her
 */
export function inOrder(
  rooms: readonly RoomSummary[],
  talk: Talk,
  asking: ReadonlySet<string> = new Set(),
): readonly RoomSummary[] {
  const waits = ({ awaiting, roomId }: RoomSummary) => {
    if (awaiting.length > 0) return 3;
    if (asking.has(roomId)) return 2;
    return talk.hasNews(roomId) ? 1 : 0;
  };
  const known = { ...talk, isTold: true };
  const moved = (room: RoomSummary) => Date.parse(movedAt(room, known) ?? "") || Infinity;
  const byMoved = (a: RoomSummary, b: RoomSummary) =>
    Number(moved(b) > moved(a)) - Number(moved(a) > moved(b));
  return [...rooms].sort((a, b) => waits(b) - waits(a) || byMoved(a, b));
}

/** Those that are, or may become, a conversation; and those that are over. */
export function isOver({ status }: RoomSummary): boolean {
  return status === "DECLINED" || status === "WITHDRAWN";
}

/** Whether each word stands in what the room is for, or in whose it is or who asked. */
export function matches({ purpose, patient, proposedBy }: RoomSummary, words: string): boolean {
  const said = folded(`${purpose} ${patient.name} ${proposedBy.name}`);
  return folded(words)
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/** As one types on a keyboard without å, ø and æ, or without thinking of é. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/ø/g, "o")
    .replace(/æ/g, "ae")
    .replace(/å|aa/g, "a")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

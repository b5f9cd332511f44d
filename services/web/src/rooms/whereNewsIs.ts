import type { RoomSummary } from "../contracts/rooms";
import type { OpenQuestion } from "../standing/merged";
import { wayTo } from "../standing/wayTo";

/** Where this person answers what a room waits for from her; nothing, if it waits for nothing. */
export function whereToAnswer({ roomId, awaiting }: RoomSummary): string | undefined {
  if (awaiting.includes("CONSENT")) return `/rooms/${roomId}/consent`;
  return awaiting.length > 0 ? `/rooms/${roomId}/approvals` : undefined;
}

/**
 * The one place where something is new: who waits for an answer goes first, to a room and then to a
 * question in one. The list, where nothing is, or where there are several to choose from.
 *
 * @param questions those to her that she has not seen
 */
export function whereNewsIs(
  rooms: readonly RoomSummary[],
  unread: readonly string[],
  questions: readonly OpenQuestion[] = [],
): string {
  const places = [
    rooms.flatMap((room) => whereToAnswer(room) ?? []),
    questions.map(wayTo),
    unread.map((roomId) => `/rooms/${roomId}`),
  ];
  const [place, ...more] = places.find((some) => some.length > 0) ?? [];
  return place !== undefined && more.length === 0 ? place : "/";
}

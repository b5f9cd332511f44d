import type { RoomSummary } from "../contracts/rooms";

/** Where this person answers what a room waits for from her; nothing, if it waits for nothing. */
export function whereToAnswer({ roomId, awaiting }: RoomSummary): string | undefined {
  if (awaiting.includes("CONSENT")) return `/rooms/${roomId}/consent`;
  return awaiting.length > 0 ? `/rooms/${roomId}/approvals` : undefined;
}

/**
 * The one place where something is new: who waits for an answer goes first. The list, where nothing
 * is, or where there are several to choose from.
 */
export function whereNewsIs(rooms: readonly RoomSummary[], unread: readonly string[]): string {
  const toAnswer = rooms.flatMap((room) => whereToAnswer(room) ?? []);
  const [place, ...more] =
    toAnswer.length > 0 ? toAnswer : unread.map((roomId) => `/rooms/${roomId}`);
  return place !== undefined && more.length === 0 ? place : "/";
}

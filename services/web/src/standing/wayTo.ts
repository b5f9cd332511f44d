import type { OpenQuestion } from "./merged";

/** Where the message is. */
export function wayTo({ roomId, about }: OpenQuestion): string {
  return `/rooms/${roomId}?m=${about}`;
}

/** A question is that of its message, however it stands by now. */
export function keyOf({ roomId, about }: OpenQuestion): string {
  return `${roomId} ${about}`;
}

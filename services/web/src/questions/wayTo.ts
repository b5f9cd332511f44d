import type { Standing } from "./merged";

/** Where the message is. */
export function wayTo({ roomId, about }: Standing): string {
  return `/rooms/${roomId}?m=${about}`;
}

/** A question is that of its message, however it stands by now. */
export function keyOf({ roomId, about }: Standing): string {
  return `${roomId} ${about}`;
}

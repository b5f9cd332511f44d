/** A place in a room. */
interface Place {
  readonly roomId: string;
  readonly about: number;
}

/** Where the message is. */
export function wayTo({ roomId, about }: Place): string {
  return `/rooms/${roomId}?m=${about}`;
}

/** A question is that of its message, however it stands by now. */
export function keyOf({ roomId, about }: Place): string {
  return `${roomId} ${about}`;
}

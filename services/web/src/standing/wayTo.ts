/** A place in a room. */
interface Place {
  readonly roomId: string;
  readonly about: number;
}

/** Where the message is. */
export function wayTo({ roomId, about }: Place): string {
  return `/rooms/${roomId}?m=${about}`;
}

/** What is about a message is the same however it stands by now. */
export function keyOf({ roomId, about }: Place): string {
  return `${roomId} ${about}`;
}

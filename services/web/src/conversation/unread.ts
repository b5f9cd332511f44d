/** How far each room has come, and how far the person has read in it. No content. */
export class Unread {
  private rooms = new Map<string, { lastSeq: number; readSeq: number }>();

  reset(rooms: readonly { roomId: string; lastSeq: number; readSeq: number }[]): void {
    this.rooms = new Map(
      rooms.map(({ roomId, lastSeq, readSeq }) => [roomId, { lastSeq, readSeq }]),
    );
  }

  activity(roomId: string, lastSeq: number): void {
    const { readSeq, lastSeq: before } = this.of(roomId);
    this.rooms.set(roomId, { readSeq, lastSeq: Math.max(before, lastSeq) });
  }

  read(roomId: string, seq: number): void {
    const { readSeq, lastSeq } = this.of(roomId);
    this.rooms.set(roomId, { lastSeq, readSeq: Math.max(readSeq, seq) });
  }

  count(roomId: string): number {
    const { lastSeq, readSeq } = this.of(roomId);
    return Math.max(0, lastSeq - readSeq);
  }

  private of(roomId: string) {
    return this.rooms.get(roomId) ?? { lastSeq: 0, readSeq: 0 };
  }
}

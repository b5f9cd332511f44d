/** So many steps are remembered; what came before them has been here for long. */
const STEPS = 100;

/** When each entry of a room was there for the first time, by how far the room had come. */
export class HeardAt {
  private readonly rooms = new Map<string, { lastSeq: number; at: number }[]>();

  constructor(private readonly now: () => number) {}

  /** The room has come so far. */
  hear(roomId: string, lastSeq: number): void {
    const steps = this.rooms.get(roomId) ?? [];
    if (lastSeq <= (steps.at(-1)?.lastSeq ?? 0)) return;
    const next = [...steps, { lastSeq, at: this.now() }];
    this.rooms.set(roomId, next.slice(-STEPS));
  }

  /** Epoch milliseconds; an older page that comes later was there all the while. */
  of(roomId: string, seq: number): number {
    const steps = this.rooms.get(roomId) ?? [];
    if (steps.length === STEPS && seq <= (steps[0]?.lastSeq ?? 0)) return 0;
    return steps.find(({ lastSeq }) => seq <= lastSeq)?.at ?? 0;
  }
}

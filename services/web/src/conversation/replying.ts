/** Which message is replied to by what the person writes in each room: the one that she chose. */
export class Replying {
  private readonly to = new Map<string, number>();

  constructor(private readonly onChange: () => void) {}

  /** The place of that message. */
  of(roomId: string): number | undefined {
    return this.to.get(roomId);
  }

  begin(roomId: string, seq: number): void {
    this.to.set(roomId, seq);
    this.onChange();
  }

  /** What she writes is no reply. */
  end(roomId: string): void {
    if (this.to.delete(roomId)) this.onChange();
  }

  /** What was written is to be sent: answers what it replies to. */
  composed(roomId: string): number | undefined {
    const seq = this.to.get(roomId);
    this.end(roomId);
    return seq;
  }

  stop(): void {
    this.to.clear();
  }
}

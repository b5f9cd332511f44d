/** Timers by room and by what they are for; setting one again replaces it. */
export class Timers {
  private readonly rooms = new Map<string, Map<string, ReturnType<typeof setTimeout>>>();

  /** After `delay` milliseconds, unless the room's timers are stopped before. */
  set(roomId: string, what: string, delay: number, then: () => void): void {
    const timers = this.rooms.get(roomId) ?? new Map<string, ReturnType<typeof setTimeout>>();
    this.rooms.set(roomId, timers);
    clearTimeout(timers.get(what));
    timers.set(what, setTimeout(then, delay));
  }

  stop(roomId: string): void {
    for (const timer of this.rooms.get(roomId)?.values() ?? []) clearTimeout(timer);
    this.rooms.delete(roomId);
  }

  stopAll(): void {
    for (const roomId of [...this.rooms.keys()]) this.stop(roomId);
  }
}

import type { Conversation } from "./conversation";
import { reduce, type Happening } from "./reduce";

/** The conversations on the screen, and those who watch them. */
export class ConversationStore {
  private readonly open = new Map<string, Conversation>();
  private readonly listeners = new Set<() => void>();
  private changing = false;
  private hasChanged = false;

  /** @param onHappened hears of each conversation in which something has happened */
  constructor(private readonly onHappened: (roomId: string) => void) {}

  get = (roomId: string): Conversation | undefined => this.open.get(roomId);
  has = (roomId: string): boolean => this.open.has(roomId);
  roomIds = (): string[] => [...this.open.keys()];
  all = (): Conversation[] => [...this.open.values()];

  put(conversation: Conversation): void {
    this.open.set(conversation.roomId, conversation);
  }

  remove(roomId: string): void {
    this.open.delete(roomId);
  }

  clear(): void {
    this.open.clear();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Something has happened in a room; in one that is not on the screen it changes nothing. */
  happen(roomId: string, happening: Happening): void {
    const before = this.open.get(roomId);
    if (!before) return;
    const after = reduce(before, happening);
    if (after === before) return;
    this.open.set(roomId, after);
    this.onHappened(roomId);
    this.changed();
  }

  changed(): void {
    if (this.changing) this.hasChanged = true;
    else for (const listener of this.listeners) listener();
  }

  /** Whoever watches hears of all that this changes once, when it is done. */
  atOnce(change: () => void): void {
    if (this.changing) return change();
    this.changing = true;
    try {
      change();
    } finally {
      this.changing = false;
      if (this.hasChanged) this.changed();
      this.hasChanged = false;
    }
  }
}

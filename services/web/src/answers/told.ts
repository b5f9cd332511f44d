import { questionOf } from "./answer";
import type { Given } from "./given";
import type { Item } from "./item";

/** All that has been answered, by its question, and who is told of it. */
export class Told {
  private readonly items = new Map<string, Item>();
  /** By question: how many screens tell of it themselves. */
  private readonly screens = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private readonly settledListeners = new Set<(given: Given) => void>();
  private untold: readonly Given[] = [];

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Calls back with what is done and what has failed. */
  whenSettled = (listener: (given: Given) => void): (() => void) => {
    this.settledListeners.add(listener);
    return () => void this.settledListeners.delete(listener);
  };

  /** What there is to tell of it. */
  to = (question: string): Given | undefined => {
    const item = this.items.get(question);
    return item?.quiet ? undefined : item;
  };

  /** All that is not known to be so. */
  open = (): Given[] => this.all().filter(({ progress }) => progress.kind !== "done");

  /** Those that no screen tells of. */
  elsewhere = (): readonly Given[] => this.untold;

  /** A screen tells of this one itself, until the answer is called. */
  tellsOf = (question: string): (() => void) => {
    this.screens.set(question, (this.screens.get(question) ?? 0) + 1);
    this.changed();
    return () => {
      this.screens.set(question, (this.screens.get(question) ?? 1) - 1);
      this.changed();
    };
  };

  isToldByScreen({ answer }: Item): boolean {
    return Boolean(this.screens.get(questionOf(answer)));
  }

  /** As they are now: what happens to one changes nothing here. */
  all(): Item[] {
    return [...this.items.values()];
  }

  item(question: string): Item | undefined {
    return this.items.get(question);
  }

  put(item: Item): void {
    this.items.set(questionOf(item.answer), item);
    this.changed();
  }

  take(question: string): void {
    this.items.delete(question);
    this.changed();
  }

  settled(given: Given): void {
    for (const listener of [...this.settledListeners]) listener(given);
  }

  private changed(): void {
    this.untold = this.all().filter((it) => !it.quiet && !this.isToldByScreen(it));
    for (const listener of this.listeners) listener();
  }
}

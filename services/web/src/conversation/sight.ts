/** So much of a row, or of the screen where the row is higher, is on the screen… */
const PART = 0.5;
/** …for so long, in milliseconds, before it counts as read. */
const LONG_ENOUGH = 500;
/** Fine enough to hear of half a screen within a row that is ten screens high. */
const STEPS = Array.from({ length: 21 }, (_, step) => step / 20);
/** How often it is looked whether the person looks, while there is something that she has not seen. */
const LOOK_EVERY = 250;

/**
 * Knows which rows have been on the screen: at least half of one, for half a second, in a window
 * that has the focus and with nothing in front. Rows say with `data-seq` which message they are.
 */
export class Sight {
  private readonly observer: IntersectionObserver;
  /** Rows on the screen that have not been seen, and since when they are looked at. */
  private readonly visible = new Map<number, number | undefined>();
  private looking: ReturnType<typeof setInterval> | undefined;

  /** @param onSeen hears of each row that has been on the screen, perhaps more than once */
  constructor(
    root: HTMLElement,
    private readonly onSeen: (seqs: readonly number[]) => void,
  ) {
    this.observer = new IntersectionObserver(this.changed, { root, threshold: STEPS });
    for (const [target, type] of LOOKS) target.addEventListener(type, this.look);
  }

  stop(): void {
    this.observer.disconnect();
    for (const [target, type] of LOOKS) target.removeEventListener(type, this.look);
    clearInterval(this.looking);
  }

  /** Watches a row until the answer is called. */
  watch(row: HTMLElement): () => void {
    const seq = seqOf(row);
    if (seq === undefined) return () => undefined;
    this.observer.observe(row);
    return () => {
      this.observer.unobserve(row);
      this.visible.delete(seq);
    };
  }

  private readonly changed = (changes: readonly IntersectionObserverEntry[]) => {
    for (const change of changes) {
      const seq = seqOf(change.target as HTMLElement);
      if (seq === undefined) continue;
      if (!isEnough(change)) this.visible.delete(seq);
      else if (!this.visible.has(seq)) this.visible.set(seq, undefined);
    }
    this.look();
  };

  private readonly look = () => {
    const now = Date.now();
    const looks = isLooking();
    const seen: number[] = [];
    for (const [seq, since] of this.visible) {
      if (looks && since !== undefined && now - since >= LONG_ENOUGH) seen.push(seq);
      this.visible.set(seq, looks ? (since ?? now) : undefined);
    }
    for (const seq of seen) this.visible.delete(seq);
    if (seen.length > 0) this.onSeen(seen);
    if (this.visible.size > 0) this.looking ??= setInterval(this.look, LOOK_EVERY);
    else {
      clearInterval(this.looking);
      this.looking = undefined;
    }
  };
}

const LOOKS = [
  [window, "focus"],
  [window, "blur"],
  [document, "visibilitychange"],
] as const;

function isLooking(): boolean {
  return (
    document.visibilityState === "visible" &&
    document.hasFocus() &&
    document.querySelector("dialog[open]") === null
  );
}

function isEnough(change: IntersectionObserverEntry): boolean {
  const { intersectionRect, boundingClientRect, rootBounds } = change;
  const most = Math.min(boundingClientRect.height, rootBounds?.height ?? Infinity);
  return intersectionRect.height > 0 && intersectionRect.height >= PART * most;
}

function seqOf(row: HTMLElement): number | undefined {
  const seq = row.dataset["seq"];
  return seq === undefined ? undefined : Number(seq);
}

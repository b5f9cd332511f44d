/** So much of a row is on the screen… */
const PART = 0.5;
/** …for so long, in milliseconds, before it counts as read. */
const LONG_ENOUGH = 500;
/** Fine enough to hear of half a screen within a row that is ten screens high. */
const STEPS = Array.from({ length: 21 }, (_, step) => step / 20);
/** An end is on the screen when its last line is, in pixels. */
const EDGE = 24;
/** How often it is looked whether the person looks, while there is something that she has not seen. */
const LOOK_EVERY = 250;

/**
 * Knows which rows have been on the screen: at least half of one, for half a second, in a window
 * that has the focus and with nothing in front. Of one so high that half does not fit, both ends have
 * been there. Rows say with `data-seq` which message they are.
 */
export class Sight {
  private readonly observer: IntersectionObserver;
  /** Rows on the screen that have not been seen. */
  private readonly visible = new Map<number, Visible>();
  /** Which ends of high rows have been seen. */
  private readonly endsSeen = new Map<number, ReadonlySet<End>>();
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
      const ends = endsOnScreen(change);
      const before = this.visible.get(seq);
      if (ends.length === 0) this.visible.delete(seq);
      else if (before?.ends.join() !== ends.join()) this.visible.set(seq, { ends });
    }
    this.look();
  };

  private hasSeen(seq: number, ends: readonly End[]): boolean {
    const seen = new Set([...(this.endsSeen.get(seq) ?? []), ...ends]);
    this.endsSeen.set(seq, seen);
    return seen.has("top") && seen.has("bottom");
  }

  private readonly look = () => {
    const now = Date.now();
    const looks = isLooking();
    const seen: number[] = [];
    for (const [seq, { ends, since }] of this.visible) {
      const longEnough = looks && since !== undefined && now - since >= LONG_ENOUGH;
      if (longEnough && this.hasSeen(seq, ends)) seen.push(seq);
      this.visible.set(seq, looks ? { ends, since: since ?? now } : { ends });
    }
    for (const seq of seen) this.visible.delete(seq);
    for (const seq of seen) this.endsSeen.delete(seq);
    if (seen.length > 0) this.onSeen(seen);
    if (this.visible.size > 0) this.looking ??= setInterval(this.look, LOOK_EVERY);
    else {
      clearInterval(this.looking);
      this.looking = undefined;
    }
  };
}

type End = "top" | "bottom";

interface Visible {
  ends: readonly End[];
  /** Since when they are looked at. */
  since?: number;
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

/** Both ends where half of the row is on the screen; of a row higher than that, those that are. */
function endsOnScreen(change: IntersectionObserverEntry): End[] {
  const { intersectionRect: shown, boundingClientRect: row, rootBounds: screen } = change;
  if (shown.height === 0) return [];
  const isHigh = screen !== null && row.height * PART > screen.height;
  if (!isHigh) return shown.height >= PART * row.height ? ["top", "bottom"] : [];
  const ends: End[] = [];
  if (shown.top <= row.top + EDGE) ends.push("top");
  if (shown.bottom >= row.bottom - EDGE) ends.push("bottom");
  return ends;
}

function seqOf(row: HTMLElement): number | undefined {
  const seq = row.dataset["seq"];
  return seq === undefined ? undefined : Number(seq);
}

/** So much of a row is on the screen… */
const PART = 0.5;
/** …for so long, in milliseconds, before it counts as read. */
const LONG_ENOUGH = 500;
/** When the browser tells of a row at once; between them it is looked at now and then. */
const STEPS = [0, PART];
/** An end is on the screen when a line of it is, in pixels; what is around a row may hide one more. */
const EDGE = 24;
/** How often it is looked whether the person looks, while there is something that she has not seen. */
const LOOK_EVERY = 250;

/**
 * Knows which rows have been on the screen: at least half of one, for half a second, in a window
 * that has the focus and with nothing in front. Of one so high that half does not fit, both ends have
 * been there. Rows say with `data-seq` which message they are.
 *
 * The browser tells which rows are near; where they are is looked at, because it tells nothing of
 * what moves within one that fills the screen.
 */
export class Sight {
  private readonly observer: IntersectionObserver;
  /** Rows of which something is on the screen and that have not been seen. */
  private readonly near = new Map<HTMLElement, Near>();
  /** Which ends of high rows have been seen. */
  private readonly endsSeen = new Map<number, ReadonlySet<End>>();
  private looking: ReturnType<typeof setInterval> | undefined;

  /** @param onSeen hears of each row that has been on the screen, perhaps more than once */
  constructor(
    private readonly root: HTMLElement,
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
    if (seqOf(row) === undefined) return () => undefined;
    this.observer.observe(row);
    return () => {
      this.observer.unobserve(row);
      this.near.delete(row);
    };
  }

  private readonly changed = (changes: readonly IntersectionObserverEntry[]) => {
    for (const { target, isIntersecting } of changes) {
      const row = target as HTMLElement;
      if (!isIntersecting) this.near.delete(row);
      else if (!this.near.has(row)) this.near.set(row, { ends: [] });
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
    const screen = this.root.getBoundingClientRect();
    const looks = isLooking();
    const seen = [...this.near].flatMap(([row, before]) => {
      const ends = endsOnScreen(row.getBoundingClientRect(), screen);
      const since = before.ends.join() === ends.join() ? (before.since ?? now) : now;
      this.near.set(row, looks ? { ends, since } : { ends });
      const seq = seqOf(row);
      if (!looks || now - since < LONG_ENOUGH || seq === undefined) return [];
      return this.hasSeen(seq, ends) ? [{ row, seq }] : [];
    });
    for (const { row, seq } of seen) {
      this.near.delete(row);
      this.endsSeen.delete(seq);
    }
    if (seen.length > 0) this.onSeen(seen.map(({ seq }) => seq));
    if (this.near.size > 0) this.looking ??= setInterval(this.look, LOOK_EVERY);
    else {
      clearInterval(this.looking);
      this.looking = undefined;
    }
  };
}

type End = "top" | "bottom";

interface Near {
  /** Which of its ends are on the screen. */
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
    document.querySelector("dialog[open], [role=menu]") === null
  );
}

/** Both ends where half of the row is on the screen; of a row higher than that, those that are. */
function endsOnScreen(row: DOMRect, screen: DOMRect): End[] {
  const shown = within(row.top, row.bottom, screen);
  if (shown <= 0) return [];
  const isHigh = row.height * PART > screen.height;
  if (!isHigh) return shown >= PART * row.height ? ["top", "bottom"] : [];
  const ends: End[] = [];
  if (within(row.top, row.top + 2 * EDGE, screen) >= EDGE) ends.push("top");
  if (within(row.bottom - 2 * EDGE, row.bottom, screen) >= EDGE) ends.push("bottom");
  return ends;
}

/** How many pixels of what lies between these two are on the screen. */
function within(top: number, bottom: number, screen: DOMRect): number {
  return Math.min(bottom, screen.bottom) - Math.max(top, screen.top);
}

function seqOf(row: HTMLElement): number | undefined {
  const seq = row.dataset["seq"];
  return seq === undefined ? undefined : Number(seq);
}

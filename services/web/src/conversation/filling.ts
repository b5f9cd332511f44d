import type { Gap } from "./conversation";
import { PAGE_LIMIT } from "./history";
import type { Timers } from "./timers";

/** The live frame is often only a moment behind the hint that announced it. */
const FRAME_MAY_FOLLOW = 150;
const TRY_AGAIN_AFTER = 1_500;
/** Where history has no more to give it is asked less and less often, but never given up. */
const AT_MOST_EVERY = 60_000;

interface FillingSurroundings {
  timers: Timers;
  gapIn: (roomId: string) => Gap | undefined;
  /** Brings the `limit` messages before `before`; rejects where history cannot be reached. */
  fetchBefore: (roomId: string, before: number, limit: number) => Promise<void>;
}

/** R3: what live delivery missed is asked of history, until nothing is missing. */
export class Filling {
  private readonly underWay = new Set<string>();
  /** How often in a row history has brought a room no closer. */
  private readonly inVain = new Map<string, number>();

  constructor(private readonly surroundings: FillingSurroundings) {}

  /** Sees to it that a gap is filled, if there is one; as often as one likes. */
  fill(roomId: string, after = FRAME_MAY_FOLLOW): void {
    const { timers, gapIn } = this.surroundings;
    if (this.underWay.has(roomId) || !gapIn(roomId)) return;
    this.underWay.add(roomId);
    timers.set(roomId, "fill", after, () => void this.fillNow(roomId));
  }

  /** The room's timers have been stopped. */
  forget(roomId: string): void {
    this.underWay.delete(roomId);
    this.inVain.delete(roomId);
  }

  private async fillNow(roomId: string): Promise<void> {
    const { gapIn, fetchBefore } = this.surroundings;
    const gap = gapIn(roomId);
    if (gap) {
      const limit = Math.min(PAGE_LIMIT, gap.to - gap.from + 1);
      await fetchBefore(roomId, gap.to + 1, limit).catch(() => undefined);
    }
    this.underWay.delete(roomId);
    const left = gapIn(roomId);
    const noCloser = gap !== undefined && gap.from === left?.from && gap.to === left.to;
    const inVain = noCloser ? (this.inVain.get(roomId) ?? 0) + 1 : 0;
    this.inVain.set(roomId, inVain);
    const pause = Math.min(AT_MOST_EVERY, TRY_AGAIN_AFTER * 2 ** (inVain - 1));
    this.fill(roomId, noCloser ? pause : FRAME_MAY_FOLLOW);
  }
}

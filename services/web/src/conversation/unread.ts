import type { ServerFrame } from "../contracts/conversation";
import { NONE, numbersIn, rangesOf, without, withRange, withRanges, type Ranges } from "./ranges";

/** As the server tells of it. */
type Told = Extract<ServerFrame, { type: "position" }>["room"];

interface Position {
  lastSeq: number;
  /** The furthest that the person has read, on any device. */
  readSeq: number;
  /** What she wrote herself after that, here or elsewhere: it is never new to her. */
  own: Ranges;
  /** How many more of that there are between what she has read and those. */
  ownBefore: number;
  /** When something was last said there, as far as that is known. */
  lastAt?: string | undefined;
}

/** How much is new in each room since the person was last at its end. No content. */
export class Unread {
  private rooms = new Map<string, Position>();
  /** Whether the server has told of the rooms at all: before that, nothing is known of any. */
  isTold = false;

  reset(rooms: readonly Told[]): void {
    this.isTold = true;
    this.rooms = new Map(
      rooms.map(({ roomId, own, ownBefore = 0, ...position }) => [
        roomId,
        { ...position, own: rangesOf(own), ownBefore },
      ]),
    );
  }

  /**
   * How far a room has come that the person has been let into, or of which what is new could not be
   * told one by one. It may be older than what was heard meanwhile.
   */
  told({ roomId, lastSeq, readSeq, own: told, ownBefore = 0, lastAt }: Told): void {
    const before = this.of(roomId);
    const own = rangesOf(told);
    // What she has heard of up to here and is not named now is among those that are only counted.
    const counted = without(without(before.own, own), [
      [0, before.readSeq],
      [lastSeq + 1, Infinity],
    ]);
    const isOlder = readSeq < before.readSeq;
    if (isOlder && lastSeq <= before.lastSeq) return;
    this.rooms.set(roomId, {
      lastSeq: Math.max(before.lastSeq, lastSeq),
      readSeq: Math.max(before.readSeq, readSeq),
      own: withRanges(own, without(before.own, [[0, lastSeq]])),
      ownBefore: isOlder ? before.ownBefore + numbersIn(counted) : ownBefore,
      lastAt: before.lastSeq > lastSeq ? before.lastAt : lastAt,
    });
  }

  /** The room has come so far; `own` if its last message is the person's, said `at`. */
  activity(roomId: string, lastSeq: number, own: boolean, at?: string): void {
    const before = this.of(roomId);
    const further = lastSeq > before.lastSeq;
    this.rooms.set(roomId, {
      readSeq: before.readSeq,
      ownBefore: before.ownBefore,
      lastSeq: Math.max(before.lastSeq, lastSeq),
      own: own ? withRange(before.own, [lastSeq, lastSeq]) : before.own,
      // What is no row of its own says nothing new; when another was said may not have been told.
      lastAt: further ? (at ?? (own ? before.lastAt : undefined)) : (before.lastAt ?? at),
    });
  }

  read(roomId: string, seq: number): void {
    const before = this.of(roomId);
    const passed = Math.max(0, seq - before.readSeq);
    this.rooms.set(roomId, {
      ...before,
      readSeq: before.readSeq + passed,
      ownBefore: Math.max(0, before.ownBefore - passed),
    });
  }

  count(roomId: string): number {
    const { lastSeq, readSeq, own, ownBefore } = this.of(roomId);
    const mine = own.reduce(
      (sum, [from, to]) => sum + Math.max(0, to - Math.max(from, readSeq + 1) + 1),
      0,
    );
    return Math.max(0, lastSeq - readSeq - mine - ownBefore);
  }

  position(roomId: string): Readonly<Position> {
    return this.of(roomId);
  }

  /** How many entries there are in a room, short answers among them; undefined where the server has not told of it. */
  written(roomId: string): number | undefined {
    return this.rooms.get(roomId)?.lastSeq;
  }

  private of(roomId: string): Position {
    return this.rooms.get(roomId) ?? { lastSeq: 0, readSeq: 0, own: NONE, ownBefore: 0 };
  }
}

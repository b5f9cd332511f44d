import type { Message } from "../contracts/conversation";
import type { KnownOf, Response, SaysAll } from "../conversation/newest";
import { HeardAt } from "./heardAt";
import { hearing, type Opened } from "./hearing";
import type { Told } from "./told";

/** What people have arranged, as the server tells it: of which room, and which entry says how it stands. */
interface Arranged {
  readonly roomId: string;
  /** The place where it began. */
  readonly about: number;
  readonly seq: number;
  /** Whose word is waited for next. */
  readonly waitsForIds: readonly string[];
}

/** What a room that is open here says of one thing. */
export interface HeardOf<T extends SaysAll, R extends Response> {
  readonly roomId: string;
  readonly known: KnownOf<T, R>;
  /** When the newest that is said of it, or answered to it, was there for the first time. */
  readonly heardAt: number;
}

/** What is arranged, as far as it is known. */
export interface AllArranged<S extends Arranged, T extends SaysAll> {
  /** In all rooms; undefined while the server has not told. */
  readonly all: readonly S[] | undefined;
  /** The server has not told all. */
  readonly more: boolean;
  /** In one room; undefined where that is not known. */
  readonly inRoom: (roomId: string) => readonly S[] | undefined;
  /** What it says itself, where its room is open here. */
  readonly saying: (of: S) => T | undefined;
}

export const UNKNOWN = {
  all: undefined,
  more: false,
  inRoom: () => undefined,
  saying: () => undefined,
} as const;

/** What the rooms that are open say of things of one kind, and since when that has been known here. */
export function hearingOf<T extends SaysAll, R extends Response>(
  knownIn: (messages: readonly Message[], lastSeq: number) => ReadonlyMap<number, KnownOf<T, R>>,
  now: () => number,
): (opened: readonly Opened[]) => readonly (readonly HeardOf<T, R>[])[] {
  const heardAt = new HeardAt(now);
  return hearing(({ roomId, messages, lastSeq }): readonly HeardOf<T, R>[] => {
    heardAt.hear(roomId, lastSeq);
    return [...knownIn(messages, lastSeq).values()].map((known) => {
      const seqs = [known.newest.seq, ...known.responses.map(({ seq }) => seq)];
      return { roomId, known, heardAt: heardAt.of(roomId, Math.max(...seqs)) };
    });
  });
}

/**
 * What the server told of all rooms, with what the rooms that are open here have heard since it was
 * asked: of a thing the newer word counts. What was heard before that the server has counted in.
 *
 * @param asItStands what the room itself says, for the moment until the server does; nothing of what
 *   stands no more
 * @param presentIn who is in a room, as far as that is known
 */
export function arranged<S extends Arranged, T extends SaysAll, R extends Response>(
  told: Told<S> | undefined,
  rooms: readonly (readonly HeardOf<T, R>[])[],
  asItStands: (
    heard: HeardOf<T, R>,
    told: S | undefined,
    inRoom: readonly string[] | undefined,
  ) => S | undefined,
  presentIn: (roomId: string) => readonly string[] | undefined,
): AllArranged<S, T> {
  const heard = rooms.flat();
  const asHeard = (it: HeardOf<T, R>, before?: S) =>
    asItStands(it, before, presentIn(it.roomId)) ?? [];
  const mergedWith = ({ items, askedAt }: Told<S>): readonly S[] => {
    const newer = heard.filter((it) => it.known.isSure && it.heardAt >= askedAt);
    const still = items.flatMap((it) => {
      const since = newer.find((one) => isSame(it, one));
      return since && since.known.newest.seq >= it.seq ? asHeard(since, it) : [it];
    });
    const more = newer.filter((one) => items.every((it) => !isSame(it, one)));
    return [...still, ...more.flatMap((it) => asHeard(it))];
  };
  const all = told && mergedWith(told);
  return {
    all,
    more: told !== undefined && !told.whole,
    inRoom: (roomId) => all?.filter((it) => it.roomId === roomId),
    saying: (of) =>
      heard.find(({ roomId, known }) => roomId === of.roomId && known.newest.seq === of.seq)?.known
        .newest,
  };
}

function isSame(it: Arranged, { roomId, known }: HeardOf<SaysAll, Response>): boolean {
  return it.roomId === roomId && it.about === known.newest.about;
}

/** Those in which it is hers to say something. */
export function hersToAnswer<S extends Arranged>(
  all: readonly S[],
  personId: string,
): readonly S[] {
  return all.filter(({ waitsForIds }) => waitsForIds.includes(personId));
}

import type { StandingQuestion } from "../contracts/questions";
import { isStanding, type Questions } from "../conversation/questions";
import type { Told } from "./standing";

/** A message that waits for somebody's answer. */
export interface Standing {
  readonly roomId: string;
  /** The place of the message. */
  readonly about: number;
  /** The place of the entry that says how it stands. */
  readonly seq: number;
  readonly state: "OPEN" | "PROMISED";
  readonly askedById: string;
  readonly addresseeId: string;
  /** Days in Norway. */
  readonly wantedBy?: string | undefined;
  readonly promisedBy?: string | undefined;
  /** The server has said that the addressee can't write there any more. */
  readonly lapsed: boolean;
  /** Since when it stands like this. */
  readonly since: string;
}

/** What the entries of a room that is open here say. */
export interface Heard {
  readonly roomId: string;
  readonly questions: Questions;
  /** Since then it may be otherwise (epoch milliseconds); undefined while it is so. */
  readonly until?: number | undefined;
}

/** What waits for an answer, as far as it is known. */
export interface Known {
  /** In all rooms; undefined while the server has not told. */
  readonly all: readonly Standing[] | undefined;
  /** The server has not told all that waits. */
  readonly more: boolean;
  /** In one room; undefined where that is not known. */
  readonly inRoom: (roomId: string) => readonly Standing[] | undefined;
}

export const UNKNOWN: Known = { all: undefined, more: false, inRoom: () => undefined };

/**
 * What the server told of all rooms, with what the rooms that are open here have heard since: of a
 * message the newer entry counts. A room in which it may be otherwise by now knows of no question that
 * the server does not, if it was asked since; unless it has not told all. Where the server has told
 * nothing, a room of which all is here speaks for itself.
 */
export function merged(told: Told | undefined, heard: readonly Heard[]): Known {
  const isOlder = ({ until }: Heard) => until !== undefined && told && until < told.askedAt;
  const newer = told?.whole ? heard.filter((it) => !isOlder(it)) : heard;
  const all = told && mergedWith(told.items, newer);
  return {
    all,
    more: told !== undefined && !told.whole,
    inRoom: (roomId) => {
      if (all) return all.filter((it) => it.roomId === roomId);
      const here = heard.find((it) => it.roomId === roomId);
      return here && here.questions.wholeFrom <= 1 ? mergedWith([], [here]) : undefined;
    },
  };
}

function mergedWith(told: readonly StandingQuestion[], heard: readonly Heard[]): Standing[] {
  const questionsOf = new Map(heard.map((it) => [it.roomId, it.questions]));
  const still = told.filter(({ roomId, about, seq }) => {
    const here = questionsOf.get(roomId)?.by.get(about);
    return here === undefined || here.seq <= seq;
  });
  const newer = heard.flatMap(({ roomId, questions }) =>
    [...questions.by.values()].flatMap((it): Standing[] => {
      const known = still.some((one) => one.roomId === roomId && one.about === it.about);
      if (known || !isStanding(it)) return [];
      const { at: since, about, seq, askedById, addresseeId, wantedBy, promisedBy } = it;
      const state = it.state === "PROMISED" ? "PROMISED" : "OPEN";
      const days = { wantedBy, promisedBy };
      return [{ roomId, about, seq, state, askedById, addresseeId, ...days, lapsed: false, since }];
    }),
  );
  return [...still.map(fromServer), ...newer];
}

/** The server may say of a day that there is none. */
function fromServer({ wantedBy, promisedBy, ...rest }: StandingQuestion): Standing {
  return { ...rest, wantedBy: wantedBy ?? undefined, promisedBy: promisedBy ?? undefined };
}

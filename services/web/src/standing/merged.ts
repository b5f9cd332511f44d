import type { StandingQuestion } from "../contracts/questions";
import type { Doubt } from "../conversation/conversation";
import { isStanding, questionsIn, type Questions } from "../conversation/questions";
import { hearing } from "./hearing";
import type { Told } from "./told";

/** A message that waits for somebody's answer. */
export interface OpenQuestion {
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
  readonly doubt?: Doubt | undefined;
}

/** What the rooms that are open say of questions. */
export const hearingOfQuestions = () =>
  hearing(({ roomId, messages, lastSeq, doubt }): Heard => ({
    roomId,
    questions: questionsIn(messages, lastSeq),
    doubt,
  }));

/** What waits for an answer, as far as it is known. */
export interface Known {
  /** In all rooms; undefined while the server has not told. */
  readonly all: readonly OpenQuestion[] | undefined;
  /** The server has not told all that waits. */
  readonly more: boolean;
  /** In one room; undefined where that is not known. */
  readonly inRoom: (roomId: string) => readonly OpenQuestion[] | undefined;
}

export const UNKNOWN: Known = { all: undefined, more: false, inRoom: () => undefined };

/**
 * What the server told of all rooms, with what the rooms that are open here have heard since: of a
 * message the newer entry counts. What may be otherwise in a room by now stands if the server says so,
 * where it was asked since and has told all. Where the server has told nothing, a room of which all is
 * here speaks for itself.
 */
export function merged(told: Told<StandingQuestion> | undefined, heard: readonly Heard[]): Known {
  const all = told && mergedWith(told, heard);
  return {
    all,
    more: told !== undefined && !told.whole,
    inRoom: (roomId) => {
      if (all) return all.filter((it) => it.roomId === roomId);
      const here = heard.find((it) => it.roomId === roomId);
      return here && here.questions.wholeFrom <= 1 ? mergedWith(NOTHING, [here]) : undefined;
    },
  };
}

const NOTHING: Told<StandingQuestion> = { items: [], whole: true, askedAt: 0 };

function mergedWith(told: Told<StandingQuestion>, heard: readonly Heard[]): OpenQuestion[] {
  const questionsOf = new Map(heard.map((it) => [it.roomId, it.questions]));
  const still = told.items.filter(({ roomId, about, seq }) => {
    const here = questionsOf.get(roomId)?.by.get(about);
    return here === undefined || here.seq <= seq;
  });
  const newer = heard.flatMap(({ roomId, questions, doubt }) =>
    [...questions.by.values()].flatMap((it): OpenQuestion[] => {
      const known = still.some((one) => one.roomId === roomId && one.about === it.about);
      if (known || !isStanding(it) || isRefuted(it.seq, doubt, told)) return [];
      const { at: since, about, seq, askedById, addresseeId, wantedBy, promisedBy } = it;
      const state = it.state === "PROMISED" ? "PROMISED" : "OPEN";
      const days = { wantedBy, promisedBy };
      return [{ roomId, about, seq, state, askedById, addresseeId, ...days, lapsed: false, since }];
    }),
  );
  return [...still.map(fromServer), ...newer];
}

function isRefuted(
  seq: number,
  doubt: Doubt | undefined,
  { whole, askedAt }: Told<unknown>,
): boolean {
  return doubt !== undefined && seq <= doubt.upTo && whole && doubt.since < askedAt;
}

/** The server may say of a day that there is none. */
function fromServer({ wantedBy, promisedBy, ...rest }: StandingQuestion): OpenQuestion {
  return { ...rest, wantedBy: wantedBy ?? undefined, promisedBy: promisedBy ?? undefined };
}

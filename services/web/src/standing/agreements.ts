import type { StandingAgreement } from "../contracts/agreements";
import {
  agreeing,
  agreementsIn,
  isAgreed,
  type Agreement,
  type AgreementResponse,
} from "../conversation/agreements";
import { arranged, hearingOf, type AllArranged, type HeardOf } from "./arranged";
import type { Told } from "./told";

type HeardAgreement = HeardOf<Agreement, AgreementResponse>;

/** What is agreed on, or is to be, as far as it is known. */
export type StandingAgreements = AllArranged<StandingAgreement, Agreement>;

/** What the rooms that are open say of agreements. */
export const hearingOfAgreements = (now: () => number = Date.now) => hearingOf(agreementsIn, now);

/** What the server told, with what was heard since: see `arranged`. */
export function mergedAgreements(
  told: Told<StandingAgreement> | undefined,
  rooms: readonly (readonly HeardAgreement[])[],
  presentIn: (roomId: string) => readonly string[] | undefined = () => undefined,
): StandingAgreements {
  return arranged(told, rooms, asItStands, presentIn);
}

function asItStands(
  { roomId, known }: HeardAgreement,
  told: StandingAgreement | undefined,
  inRoom: readonly string[] | undefined,
): StandingAgreement | undefined {
  const { about, seq, status, participantIds, proposedById, ownerId, dueBy, at } = known.newest;
  if (status !== "ACTIVE") return undefined;
  // Of an answer that can't be read here only the server knows whose it is.
  const isTold = told?.seq === seq && !known.isWhole;
  const stand = agreeing(known, inRoom ?? participantIds);
  return {
    ...{ roomId, about, seq, proposedById, participantIds: [...participantIds] },
    ...(ownerId !== undefined && { ownerId }),
    ...(dueBy !== undefined && { dueBy }),
    waitsForIds: isTold ? told.waitsForIds : [...stand.waitsFor],
    objectedIds: isTold ? told.objectedIds : [...stand.objected],
    lapsed: stand.isLapsed,
    since: at,
  };
}

/** Whether all whom it concerns have said that it holds. */
export function holds({ waitsForIds, objectedIds, lapsed }: StandingAgreement): boolean {
  return isAgreed({ waitsFor: waitsForIds, objected: objectedIds, isLapsed: lapsed });
}

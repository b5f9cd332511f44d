import type { Agreement, AgreementResponse, AgreementStatus } from "./agreements";
import type { Agrees, SaysWhether } from "./amending";

/* What is said of agreements. Each says all of it anew, so that whoever was faster is not talked over. */

/** What somebody puts in words. */
export interface Wording {
  readonly description: string;
  readonly participantIds: readonly string[];
  readonly ownerId: string | undefined;
  readonly dueBy: string | undefined;
}

/**
 * Something is put in words, for the first time or, of what stands or did, in other ones.
 *
 * @param message the place of the message that it is made from, if it is
 */
export function worded(
  myId: string,
  wording: Wording,
  { stands, message }: { stands?: Agreement | undefined; message?: number | undefined } = {},
): Agrees {
  const { description, participantIds, ownerId, dueBy } = wording;
  const from = stands ? stands.message : message;
  return {
    kind: "AGREEMENT",
    status: "ACTIVE",
    description,
    participantIds: [...new Set([myId, ...participantIds])],
    proposedById: myId,
    ...(ownerId !== undefined && { ownerId }),
    ...(dueBy !== undefined && { dueBy }),
    ...(from !== undefined && { message: from }),
    ...(stands && { about: stands.about, follows: stands.seq }),
  };
}

/** It is done, or holds no more. */
export function ended(stands: Agreement, status: Exclude<AgreementStatus, "ACTIVE">): Agrees {
  const { about, seq, description, participantIds, ownerId, dueBy, message, proposedById } = stands;
  return {
    ...{ kind: "AGREEMENT", status, about, description, proposedById, follows: seq },
    participantIds: [...participantIds],
    ...(ownerId !== undefined && { ownerId }),
    ...(dueBy !== undefined && { dueBy }),
    ...(message !== undefined && { message }),
  };
}

export function whether(
  { about, seq }: Agreement,
  response: AgreementResponse["response"],
): SaysWhether {
  return { kind: "AGREEMENT_RESPONSE", about, response, follows: seq };
}

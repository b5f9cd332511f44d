import { fromDevice, type Lying } from "../answers/answer";
import type { Keeping } from "./keeping";
import type { Unsent } from "./conversation";
import { isAnswer, isDraft, type Place } from "./vault";

/** Something that the server does not have, for all that is known here. */
export type Piece = WrittenPiece | AnswerPiece;

export interface WrittenPiece {
  key: string;
  text: string;
  /** `waiting` goes by itself, `unsent` does not; `proposed` may have come through. */
  kind: "draft" | "waiting" | "unsent" | "proposal" | "proposed";
  /** It would be gone with this window: the device has not taken it. */
  onlyHere: boolean;
}

/** An answer that is not known to be so. */
export interface AnswerPiece extends Lying {
  key: string;
  kind: "answer";
}

/** What this window has of one room. */
export function piecesIn(keeping: Keeping, roomId: string): WrittenPiece[] {
  const draft = keeping.draft(roomId);
  const stranded = keeping.stranded().filter((it) => it.roomId === roomId);
  return [
    ...stranded.map(({ clientId, body }) => ({
      key: clientId,
      text: body,
      kind: "unsent" as const,
      onlyHere: keeping.isOnlyHere(clientId),
    })),
    ...keeping.outbox(roomId).flatMap((it) => pieceOf(it, keeping.isOnlyHere(it.clientId))),
    ...draftIn(roomId, draft, keeping.isDraftOnlyHere(roomId)),
  ];
}

/** What lies on the device, in whichever window it was written. */
export function pieceOn({ place, text }: { place: Place; text: string }): Piece[] {
  const key = place.join(" ");
  if (isAnswer(place)) {
    const lying = fromDevice(text);
    return lying ? [{ key, kind: "answer", ...lying }] : [];
  }
  if (isDraft(place)) return draftIn(key, text, false);
  return pieceOf(JSON.parse(text) as Unsent, false);
}

function draftIn(key: string, text: string, onlyHere: boolean): WrittenPiece[] {
  return text.trim() === "" ? [] : [{ key, text, kind: "draft", onlyHere }];
}

function pieceOf({ clientId, body, state }: Unsent, onlyHere: boolean): WrittenPiece[] {
  if (state.kind === "accepted") return [];
  const goes = state.kind === "waiting" || state.kind === "sending";
  return [{ key: clientId, text: body, kind: goes ? "waiting" : "unsent", onlyHere }];
}

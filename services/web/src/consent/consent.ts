import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { intentionOf, questionOf, seenIn, type Answer, type Asked } from "../answers/answer";
import { isQuick, type Given } from "../answers/given";
import { useAnswers, useGiven } from "../answers/AnswersProvider";
import type {
  Approval,
  ConsentAnswer,
  ConsentTexts,
  GivenConsents,
  RoomDetails,
  Seat,
} from "../contracts/rooms";
import { request } from "../gateway/request";
import { useFreshIntention } from "../session/useFreshIntention";
import { useHeld } from "./useHeld";

export function useConsentTexts() {
  return useQuery({
    queryKey: ["consent-texts"],
    queryFn: () => request<ConsentTexts>("GET", "/api/consent-texts/current"),
    staleTime: 0,
  });
}

/** What he has said yes to in a room; fetched where he wants to read it. */
export function useGivenConsents(roomId: string) {
  return useQuery({
    queryKey: ["given-consents", roomId],
    queryFn: () => request<GivenConsents>("GET", `/api/rooms/${roomId}/consents`),
    staleTime: 0,
  });
}

/** Giving or declining; `onAnswered` hears of what the room has become while the screen is there. */
export function useAnswer(
  roomId: string,
  onAnswered: (decision: ConsentAnswer["decision"]) => void,
) {
  const { give, ...rest } = useFreshAnswer({ kind: "consent", roomId }, ({ answer }) => {
    if (answer.kind === "consent") onAnswered(answer.body.decision);
  });
  return { give: (body: ConsentAnswer) => give({ kind: "consent", roomId, body }), ...rest };
}

/** A yes after a no, to a room that the patient has closed himself. */
export function useOpening(roomId: string) {
  const { give, ...rest } = useFreshAnswer({ kind: "opening", roomId }, () => undefined);
  return { give: (body: ConsentAnswer) => give({ kind: "opening", roomId, body }), ...rest };
}

/** Taking consent back: as few taps as giving it (R5). */
export function useWithdrawal(room: RoomDetails) {
  const asked = { kind: "withdrawal", roomId: room.roomId } as const;
  const { give, ...rest } = useFreshAnswer(asked, () => undefined);
  return { give: () => give({ ...asked, seen: seenIn(room) }), ...rest };
}

/** One helper's seat. The answer can be taken back for a while before it is sent. */
export function useApproval(roomId: string, { seatId, status, person }: Seat) {
  const answers = useAnswers();
  const asked = { kind: "approval", roomId, seatId } as const;
  const given = useGiven(asked);
  const { held, hold, undo } = useHeld<Approval>((decision) => {
    if (status === "PROPOSED") answers.give({ ...asked, name: person.name, decision });
  });
  return { held, answer: hold, undo, given, forget: () => answers.forget(questionOf(asked)) };
}

/** Where a fresh sign-in is needed, the answer is given on the way back. */
function useFreshAnswer(asked: Asked, onDone: (given: Given) => void) {
  const answers = useAnswers();
  const question = questionOf(asked);
  const [leaving, setLeaving] = useState<Answer>();
  const give = (answer: Answer) => answers.give(answer);
  const fresh = useFreshIntention<Answer>(intentionOf(asked), give);
  const given = useGiven(asked, (settled) => {
    if (settled.progress.kind === "done") return onDone(settled);
    if (settled.progress.kind !== "failed" || !fresh.needsFreshLogin(settled.progress.error))
      return;
    setLeaving(settled.answer);
    answers.handOver(question);
    fresh.signInAgain(settled.answer);
  });
  return { give, given, pending: leaving ?? (isQuick(given) ? given?.answer : undefined) };
}

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Approval, ConsentAnswer, ConsentTexts, RoomDetails, Seat } from "../contracts/rooms";
import { request } from "../gateway/request";
import { useRoomChange } from "../rooms/rooms";
import { useFreshIntention } from "../session/useFreshIntention";
import { useHeld } from "./useHeld";

export function useConsentTexts() {
  return useQuery({
    queryKey: ["consent-texts"],
    queryFn: () => request<ConsentTexts>("GET", "/api/consent-texts/current"),
    staleTime: 0,
  });
}

/** Giving or declining; where a fresh sign-in is needed, the answer is given on the way back. */
export function useAnswer(roomId: string, onAnswered: (answer: ConsentAnswer) => void) {
  const change = useRoomChange<ConsentAnswer>(roomId, (answer) =>
    request<RoomDetails>("POST", `/api/rooms/${roomId}/consent`, answer),
  );
  return useFreshAct(`consent ${roomId}`, change, onAnswered);
}

/** Taking consent back: as few taps as giving it (R5). */
export function useWithdrawal(roomId: string, onWithdrawn: () => void) {
  const change = useRoomChange<object>(roomId, () =>
    request<RoomDetails>("POST", `/api/rooms/${roomId}/withdrawal`, {}),
  );
  return useFreshAct(`withdrawal ${roomId}`, change, onWithdrawn);
}

/** One helper's seat. The answer can be taken back for a while before it is sent. */
export function useApproval(roomId: string, { seatId, status }: Seat) {
  const change = useRoomChange<Approval>(roomId, (decision) =>
    request<RoomDetails>("POST", `/api/rooms/${roomId}/seats/${seatId}/approval`, { decision }),
  );
  const [sending, setSending] = useState(false);
  const { held, hold, undo } = useHeld<Approval>((decision) => {
    if (status !== "PROPOSED") return;
    setSending(true);
    change.mutate(decision, { onError: () => setSending(false) });
  });
  return { held, answer: hold, undo, sending, error: change.error };
}

function useFreshAct<Input>(
  kind: string,
  change: ReturnType<typeof useRoomChange<Input>>,
  onDone: (input: Input) => void,
) {
  const act = (input: Input) => {
    change.mutate(input, {
      onSuccess: () => onDone(input),
      onError: (error) => {
        if (fresh.needsFreshLogin(error)) fresh.signInAgain(input);
      },
    });
  };
  const fresh = useFreshIntention<Input>(kind, act);
  const leaving = fresh.needsFreshLogin(change.error);
  return {
    act,
    pending: change.isPending || leaving ? change.variables : undefined,
    error: leaving ? null : change.error,
  };
}

import { useSyncExternalStore } from "react";
import { questionOf, type Asked } from "../answers/answer";
import { useAnswers } from "../answers/AnswersProvider";
import { goesOnByItself, isQuick, type Given } from "../answers/given";
import type { RoomDetails, RoomSummary, Seat } from "../contracts/rooms";
import { useRoomAtHand } from "./rooms";
import { waitingForApproval } from "./seats";

/** It has been answered in this window, and is still to get there. */
function isOnItsWay(given: Given | undefined): boolean {
  return given?.looks === false && (goesOnByItself(given) || isQuick(given));
}

/** It waits, or nobody knows yet whether it is so: nothing can be promised to come of it at once. */
export function isOpenYet(given: Given | undefined): boolean {
  return goesOnByItself(given) || (isQuick(given) && given?.unsure === true);
}

/** Whether the patient has asked here for this place to be taken away, and that is still to get there. */
export function useIsBeingRemoved(roomId: string, seatId: string): boolean {
  const answers = useAnswers();
  const removal = questionOf({ kind: "removal", roomId, seatId });
  return useSyncExternalStore(answers.subscribe, () => isOnItsWay(answers.to(removal)));
}

/** Those of whom the patient has answered here, without it having come through. */
export function useOnTheirWay(room: RoomDetails | undefined): Seat[] {
  const answers = useAnswers();
  const waiting = room ? waitingForApproval(room) : [];
  const asked = ({ seatId }: Seat) =>
    questionOf({ kind: "approval", roomId: room?.roomId ?? "", seatId });
  const those = useSyncExternalStore(answers.subscribe, () =>
    waiting
      .filter((seat) => isOnItsWay(answers.to(asked(seat))))
      .map(({ seatId }) => seatId)
      .join(),
  );
  return waiting.filter(({ seatId }) => those.split(",").includes(seatId));
}

/** Whether all that a room of the list waits for has been answered here, as far as is known. */
export function useIsOnItsWay({ roomId, accessEpoch, awaiting }: RoomSummary): boolean {
  const answers = useAnswers();
  const consent: Asked = { kind: "consent", roomId };
  const consented = useSyncExternalStore(answers.subscribe, () =>
    isOnItsWay(answers.to(questionOf(consent))),
  );
  const known = useRoomAtHand(roomId);
  const room = known?.accessEpoch === accessEpoch ? known : undefined;
  const answered = useOnTheirWay(room).length;
  if (awaiting.includes("CONSENT")) return consented;
  return room !== undefined && answered > 0 && answered === waitingForApproval(room).length;
}

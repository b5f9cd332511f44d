import { BodyShort, Detail, VStack } from "@navikt/ds-react";
import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { AnswerHere } from "../answers/AnswerNotice";
import { inARow } from "../language/isolated";
import type { RoomDetails, Seat } from "../contracts/rooms";
import { hueOf } from "../rooms/seats";
import { Face } from "../shell/Face";
import { ApprovalAnswer } from "./ApprovalAnswer";
import { useApproval } from "./consent";
import { useApprovalState } from "./approvalState";

/**
 * One helper, one answer. Nothing is chosen beforehand, and the card stays where it is and as high
 * as it is whatever is answered: a second tap at the same spot answers for nobody else.
 */
export function ApprovalCard({ room, seat }: { room: RoomDetails; seat: Seat }) {
  const { t } = useTranslation();
  const approval = useApproval(room.roomId, seat);
  const state = useApprovalState(seat, approval);
  const { given } = approval;
  const undo = given ? approval.forget : approval.undo;
  const card = useKeptFocus(state.kind);
  const name = seat.person.name;
  return (
    <VStack
      as="section"
      gap="space-12"
      className="card"
      aria-label={inARow(name, seat.organisation?.name)}
      ref={card}
      tabIndex={-1}
    >
      <div className="asker">
        <Face name={name} hue={hueOf(room, seat.person.personId)} />
        <div>
          <BodyShort weight="semibold">
            <bdi>{name}</bdi>
          </BodyShort>
          <Detail as="p" textColor="subtle">
            {inARow(seat.title, seat.organisation?.name)}
          </Detail>
          {seat.invitedBy && (
            <Detail as="p" textColor="subtle">
              {t("participants.invitedBy", { name: seat.invitedBy })}
            </Detail>
          )}
        </div>
      </div>
      <ApprovalAnswer name={name} state={state} onAnswer={approval.answer} onUndo={undo} />
      <p className="sr-only" role="status">
        {state.said}
      </p>
      {given?.progress.kind === "failed" && <AnswerHere given={given} />}
    </VStack>
  );
}

/** A button that one has pressed is gone then: whoever goes by the keyboard stays at the card. */
function useKeptFocus(kind: string) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (card.current?.contains(document.activeElement)) card.current.focus({ preventScroll: true });
  }, [kind]);
  return card;
}

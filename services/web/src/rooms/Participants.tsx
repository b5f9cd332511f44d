import { BodyShort, Heading, VStack } from "@navikt/ds-react";
import { useEffect, useState, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../answers/answer";
import { useAnswers } from "../answers/AnswersProvider";
import type { RoomDetails } from "../contracts/rooms";
import { ApprovalCard } from "../consent/ApprovalCard";
import { useAsked } from "../consent/useAsked";
import { WhatTheyWillRead } from "../consent/WhatTheyWillRead";
import { useSettled } from "../shell/useSettled";
import { useStaysInList } from "../shell/useStaysInList";
import { Invite } from "./Invite";
import { SeatRow } from "./SeatRow";
import { takingPart, waitingForApproval } from "./seats";

interface ParticipantsProps {
  room: RoomDetails;
  /** "1": the page's own heading says it already. */
  headingLevel: "1" | "2";
}

/**
 * Who is in the room, who waits for the patient's yes, and a way to ask for one more. Whom he has
 * answered for here stands where he did so until he leaves the screen.
 */
export function Participants({ room, headingLevel }: ParticipantsProps) {
  const { t } = useTranslation();
  const asked = useAsked(room);
  const waiting = room.may.approve ? asked : waitingForApproval(room);
  const seated = takingPart(room).filter((seat) => !waiting.includes(seat));
  const list = useStaysInList<HTMLUListElement>(seated.length);
  const settled = useSettled(seated.length);
  const below = headingLevel === "1" ? "2" : "3";
  // Whom he has answered for stands there still: a question is true of her too.
  const about = t(room.may.approve ? "approval.title" : "participants.waiting");
  return (
    <VStack gap="space-24">
      {headingLevel === "2" && (
        <Heading level="2" size="small">
          {t("participants.title")}
        </Heading>
      )}
      <VStack
        as="ul"
        gap="space-12"
        className="plain-list"
        aria-label={t("participants.title")}
        ref={list}
        tabIndex={-1}
      >
        {seated.map((seat) => (
          <SeatRow key={seat.seatId} room={room} seat={seat} />
        ))}
      </VStack>
      <Removed room={room} />
      {waiting.length > 0 && (
        <VStack
          as="section"
          gap="space-12"
          aria-label={about}
          {...(!settled && { onClickCapture: passBy })}
        >
          <Heading level={below} size="xsmall">
            {about}
          </Heading>
          {room.may.approve ? (
            <>
              <WhatTheyWillRead roomId={room.roomId} />
              <BodyShort size="small">{t("approval.leaving")}</BodyShort>
              {waiting.map((seat) => (
                <ApprovalCard key={seat.seatId} room={room} seat={seat} />
              ))}
            </>
          ) : (
            <VStack as="ul" gap="space-12" className="plain-list">
              {waiting.map((seat) => (
                <SeatRow key={seat.seatId} room={room} seat={seat} />
              ))}
            </VStack>
          )}
        </VStack>
      )}
      {room.may.invite && <Invite room={room} headingLevel={below} />}
    </VStack>
  );
}

/** The row above has gone, and what stands under the finger now is another question. */
function passBy(event: MouseEvent): void {
  // By the keyboard nobody presses what was elsewhere.
  if (event.detail === 0) return;
  event.preventDefault();
  event.stopPropagation();
}

/** The row that told of it as under way is gone; what has become of it since is what it says. */
function Removed({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const answers = useAnswers();
  const [removal, setRemoval] = useState<Extract<Answer, { kind: "removal" }>>();
  useEffect(
    () =>
      answers.whenSettled(({ answer, progress }) => {
        if (answer.kind === "removal" && progress.kind === "done") setRemoval(answer);
      }),
    [answers],
  );
  const isOut =
    removal?.roomId === room.roomId &&
    room.seats.some((it) => it.seatId === removal.seatId && it.status === "REMOVED");
  return (
    <BodyShort size="small" aria-live="polite" className="quiet-when-empty">
      {isOut && t("answer.removal.done", { name: removal.name })}
    </BodyShort>
  );
}

import { BodyShort, Heading, VStack } from "@navikt/ds-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { ApprovalCard } from "../consent/ApprovalCard";
import { useAsked } from "../consent/useAsked";
import { WhatTheyWillRead } from "../consent/WhatTheyWillRead";
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
  const list = useStaysInList(seated.length);
  const below = headingLevel === "1" ? "2" : "3";
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
      {waiting.length > 0 && (
        <VStack as="section" gap="space-12" aria-label={t("participants.waiting")}>
          <Heading level={below} size="xsmall">
            {t("participants.waiting")}
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

/** Where the row that had the focus goes, the focus stays in the list. */
function useStaysInList(rows: number) {
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(rows);
  useEffect(() => {
    if (rows < before.current && document.activeElement === document.body) list.current?.focus();
    before.current = rows;
  }, [rows]);
  return list;
}

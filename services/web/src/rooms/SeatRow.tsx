import { BodyShort, Button, Detail, HStack, VStack } from "@navikt/ds-react";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { inARow } from "../language/isolated";
import type { RoomDetails, Seat } from "../contracts/rooms";
import { Face } from "../shell/Face";
import { useIsBeingRemoved } from "./onItsWay";
import { mayEnd, RemoveOrLeave } from "./RemoveOrLeave";
import { hueOf } from "./seats";

/** One participant; the patient can take anyone's place away, a helper can leave. */
export function SeatRow({ room, seat }: { room: RoomDetails; seat: Seat }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  // Answered on a screen before, it stands here as it would have stayed.
  const asking = useIsBeingRemoved(room.roomId, seat.seatId) || opened;
  const ask = useRef<HTMLButtonElement>(null);
  const mine = seat.seatId === room.me.seatId;
  const name = seat.person.name;
  const cancel = () => {
    flushSync(() => setOpened(false));
    ask.current?.focus();
  };
  return (
    <VStack as="li" gap="space-8">
      <HStack gap="space-12" align="center">
        <Face name={name} hue={hueOf(room, seat.person.personId)} />
        <div className="seat__who">
          <BodyShort weight="semibold">
            <bdi>{name}</bdi>
            {mine && ` (${t("words.you")})`}
          </BodyShort>
          <Detail as="p" textColor="subtle">
            {seat.part === "PATIENT"
              ? t("participants.patient")
              : inARow(seat.title, seat.organisation?.name)}
          </Detail>
          {seat.status === "PROPOSED" && room.status !== "PROPOSED" && seat.invitedBy && (
            <Detail as="p" textColor="subtle">
              {t("participants.invitedBy", { name: seat.invitedBy })}
            </Detail>
          )}
        </div>
        {mayEnd(room, seat) && !asking && (
          <Button
            ref={ask}
            size="small"
            variant="tertiary"
            data-color="neutral"
            onClick={() => setOpened(true)}
            aria-label={mine ? t("participants.leave") : t("participants.removeName", { name })}
          >
            {mine ? t("participants.leaveShort") : t("participants.remove")}
          </Button>
        )}
      </HStack>
      {asking && <RemoveOrLeave room={room} seat={seat} onCancel={cancel} />}
    </VStack>
  );
}

import { BodyShort, Button, Detail, HStack, VStack } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { RoomDetails, Seat } from "../contracts/rooms";
import { request } from "../gateway/request";
import { initials } from "../language/names";
import { Refused } from "../shell/Refused";
import { useRoomChange } from "./rooms";
import { isPatientOf } from "./seats";

/** One participant; the patient can take anyone's place away, a helper can leave. */
export function SeatRow({ room, seat }: { room: RoomDetails; seat: Seat }) {
  const { t } = useTranslation();
  const mine = seat.seatId === room.me.seatId;
  return (
    <VStack as="li" gap="space-8">
      <HStack gap="space-12" wrap={false} align="center">
        <span className="avatar" data-part={seat.part} aria-hidden>
          {initials(seat.person.name)}
        </span>
        <div className="seat__who">
          <BodyShort weight="semibold">
            {seat.person.name}
            {mine && ` (${t("words.you")})`}
          </BodyShort>
          <Detail as="p" textColor="subtle">
            {seat.part === "PATIENT"
              ? t("participants.patient")
              : [seat.title, seat.organisation?.name].filter(Boolean).join(", ")}
          </Detail>
          {seat.status === "PROPOSED" && seat.invitedBy && (
            <Detail as="p" textColor="subtle">
              {t("participants.invitedBy", { name: seat.invitedBy })}
            </Detail>
          )}
        </div>
        <RemoveOrLeave room={room} seat={seat} mine={mine} />
      </HStack>
    </VStack>
  );
}

function RemoveOrLeave({ room, seat, mine }: { room: RoomDetails; seat: Seat; mine: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const change = useRoomChange<undefined>(room.roomId, () =>
    request<RoomDetails | undefined>("DELETE", `/api/rooms/${room.roomId}/seats/${seat.seatId}`),
  );
  const patientRemoves = isPatientOf(room) && !mine && room.status === "ACTIVE";
  const leaves = mine && room.may.leave;
  if (seat.status !== "ACTIVE" || (!patientRemoves && !leaves)) return null;
  const name = seat.person.name;
  const act = () =>
    change.mutate(undefined, { onSuccess: () => (mine ? void navigate("/") : undefined) });

  if (!asking) {
    return (
      <Button
        size="small"
        variant="tertiary"
        data-color="neutral"
        onClick={() => setAsking(true)}
        aria-label={mine ? t("participants.leave") : t("participants.removeName", { name })}
      >
        {mine ? t("participants.leaveShort") : t("participants.remove")}
      </Button>
    );
  }
  return (
    <VStack gap="space-4" align="end">
      <Button
        size="small"
        variant="primary"
        data-color="danger"
        loading={change.isPending}
        onClick={act}
        aria-label={mine ? t("participants.leaveSure") : t("participants.removeSure", { name })}
      >
        {mine ? t("participants.leaveShort") : t("participants.remove")}
      </Button>
      <Button size="xsmall" variant="tertiary" onClick={() => setAsking(false)}>
        {t("words.cancel")}
      </Button>
      <Refused error={change.error} />
    </VStack>
  );
}

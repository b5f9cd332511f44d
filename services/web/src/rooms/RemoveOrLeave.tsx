import { BodyShort, Button, HStack, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { RoomDetails, Seat } from "../contracts/rooms";
import { request } from "../gateway/request";
import { firstName } from "../language/names";
import { Refused } from "../shell/Refused";
import { useRoomChange } from "./rooms";
import { isPatientOf } from "./seats";

/** Whether the one who looks may end this seat: the patient anyone's, a helper her own. */
export function mayEnd(room: RoomDetails, seat: Seat): boolean {
  const mine = seat.seatId === room.me.seatId;
  const patientRemoves = isPatientOf(room) && !mine && room.status === "ACTIVE";
  return seat.status === "ACTIVE" && (patientRemoves || (mine && room.may.leave));
}

interface RemoveOrLeaveProps {
  room: RoomDetails;
  seat: Seat;
  onCancel: () => void;
}

/** What it means, and a yes that does not lie under the finger that asked. */
export function RemoveOrLeave({ room, seat, onCancel }: RemoveOrLeaveProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mine = seat.seatId === room.me.seatId;
  const name = firstName(seat.person.name);
  const change = useRoomChange<undefined>(room.roomId, () =>
    request<RoomDetails | undefined>("DELETE", `/api/rooms/${room.roomId}/seats/${seat.seatId}`),
  );
  const act = () =>
    change.mutate(undefined, { onSuccess: () => (mine ? void navigate("/") : undefined) });
  return (
    <VStack gap="space-12" className="card card--slim">
      <BodyShort>
        {mine ? t("participants.leaveMeans") : t("participants.removeMeans", { name })}
      </BodyShort>
      <HStack gap="space-8">
        <Button size="small" variant="secondary" data-color="neutral" autoFocus onClick={onCancel}>
          {t("words.cancel")}
        </Button>
        <Button size="small" data-color="danger" loading={change.isPending} onClick={act}>
          {mine ? t("participants.leaveSure") : t("participants.removeSure", { name })}
        </Button>
      </HStack>
      <Refused error={change.error} />
    </VStack>
  );
}

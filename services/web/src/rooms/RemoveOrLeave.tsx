import { BodyShort, Button, HStack, Link, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink, useNavigate } from "react-router";
import { seenIn } from "../answers/answer";
import { AnswerHere } from "../answers/AnswerNotice";
import { goesOnByItself, isQuick } from "../answers/given";
import { useAnswers, useGiven } from "../answers/AnswersProvider";
import type { RoomDetails, Seat } from "../contracts/rooms";
import { request } from "../gateway/request";
import { firstName } from "../language/names";
import { Refused } from "../shell/Refused";
import { isOpenYet } from "./onItsWay";
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
export function RemoveOrLeave(props: RemoveOrLeaveProps) {
  return props.seat.seatId === props.room.me.seatId ? <Leave {...props} /> : <Remove {...props} />;
}

function Leave({ room, seat, onCancel }: RemoveOrLeaveProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const change = useRoomChange<undefined>(
    room.roomId,
    () =>
      request<RoomDetails | undefined>("DELETE", `/api/rooms/${room.roomId}/seats/${seat.seatId}`),
    { ends: true },
  );
  const act = () => change.mutate(undefined, { onSuccess: () => void navigate("/") });
  return (
    <VStack gap="space-12" className="card card--slim">
      <BodyShort>{t("participants.leaveMeans")}</BodyShort>
      <Sure opens onCancel={onCancel} onSure={act} busy={change.isPending}>
        {t("participants.leaveSure")}
      </Sure>
      <Refused error={change.error} />
    </VStack>
  );
}

/** The patient's answer about somebody's place: it is not lost with the screen. */
function Remove({ room, seat, onCancel }: RemoveOrLeaveProps) {
  const { t } = useTranslation();
  const answers = useAnswers();
  const name = firstName(seat.person.name);
  const asked = { kind: "removal", roomId: room.roomId, seatId: seat.seatId } as const;
  const given = useGiven(asked);
  return (
    <VStack gap="space-12" className="card card--slim">
      {!isOpenYet(given) && <BodyShort>{t("participants.removeMeans", { name })}</BodyShort>}
      {!goesOnByItself(given) && (
        <Sure
          opens={!given}
          onCancel={onCancel}
          onSure={() =>
            answers.give({ ...asked, name: seat.person.name, seen: seenIn(room, seat.seatId) })
          }
          busy={isQuick(given)}
        >
          {t("participants.removeSure", { name })}
        </Sure>
      )}
      <AnswerHere given={given} />
      <Link as={RouterLink} to="/blocks" state={{ roomId: room.roomId, seatId: seat.seatId }}>
        {t("blocks.fromAll", { name: seat.person.name })}
      </Link>
    </VStack>
  );
}

interface SureProps {
  /** Nothing has been answered yet: the focus comes from what opened it. */
  opens: boolean;
  onCancel: () => void;
  onSure: () => void;
  busy: boolean;
  children: string;
}

function Sure({ opens, onCancel, onSure, busy, children }: SureProps) {
  const { t } = useTranslation();
  return (
    <HStack gap="space-8">
      <Button
        size="small"
        variant="secondary"
        data-color="neutral"
        autoFocus={opens}
        disabled={busy}
        onClick={onCancel}
      >
        {t("words.cancel")}
      </Button>
      <Button size="small" data-color="danger" loading={busy} onClick={onSure}>
        {children}
      </Button>
    </HStack>
  );
}

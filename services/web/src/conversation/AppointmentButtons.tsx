import { Button } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { presentIn } from "../rooms/seats";
import { useMe } from "../session/session";
import { ActButton } from "./ActButton";
import { isOnItsWay } from "./amending";
import { useAppointmentActs } from "./appointmentActs";
import { mayWith, type Appointment } from "./appointments";
import { appointmentFile, download, uidFor } from "./calendarFile";
import { NotConnected } from "./NotConnected";
import type { OfMessage } from "./useAmendments";
import { isInCalendarOf } from "./useAppointmentWords";
import { isOver, whenOf } from "./when";

interface AppointmentButtonsProps extends Pick<OfMessage, "appointing"> {
  room: RoomDetails;
  stands: Appointment;
  isSure: boolean;
  /** Whether the person is to come, may write, and knows how it stands. */
  mayChange: boolean;
}

/** What may be done with an appointment as a whole. */
export function AppointmentButtons(props: AppointmentButtonsProps) {
  const { room, stands, isSure, appointing, mayChange } = props;
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const acts = useAppointmentActs();
  const { status, booked, proposedById } = stands;
  const waits = isOnItsWay(appointing);
  const isProposed = status === "PROPOSED";
  const isAhead = booked !== undefined && !isOver(whenOf(booked), Date.now());
  const mayMove = mayChange && (isProposed || isAhead);
  const no = proposedById === myId ? t("appointment.takeBack") : t("appointment.decline");
  return (
    <>
      <div className="act-buttons">
        {isSure && isInCalendarOf(myId, stands) && <ToCalendar {...{ room, stands }} />}
        {mayMove && (
          <ActButton
            text={isProposed ? t("appointment.others") : t("appointment.move")}
            variant="tertiary"
            waits={waits}
            onAct={() => acts.propose(stands)}
          />
        )}
        {mayMove && mayWith(stands, myId, presentIn(room)).cancel && (
          <ActButton
            text={isProposed ? no : t("appointment.cancel")}
            variant="tertiary"
            waits={waits}
            onAct={() => acts.cancel(stands)}
          />
        )}
      </div>
      {mayMove && <NotConnected />}
    </>
  );
}

/** Into the calendar, or out of it where it is agreed no more. */
function ToCalendar({ room, stands }: Pick<AppointmentButtonsProps, "room" | "stands">) {
  const { t } = useTranslation();
  const { status, booked, about, at } = stands;
  if (!booked) return null;
  const isOff = status !== "BOOKED";
  const hand = async () => {
    const uid = await uidFor(`${room.roomId} ${about}`);
    const told = { uid, when: whenOf(booked), at, cancelled: isOff };
    download(appointmentFile(t("calendar.event"), told, new Date()));
  };
  return (
    <Button
      type="button"
      size="xsmall"
      variant={isOff ? "tertiary" : "secondary"}
      className="act-button"
      onClick={() => void hand()}
    >
      {isOff ? t("appointment.outOfCalendar") : t("calendar.add")}
    </Button>
  );
}

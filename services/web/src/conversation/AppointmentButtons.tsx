import { Button } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useMe } from "../session/session";
import { useAppointmentActs } from "./appointmentActs";
import { mayWith, type Appointment } from "./appointments";
import { appointmentFile, download, uidFor } from "./calendarFile";
import { NotConnected } from "./NotConnected";
import { isOnItsWay } from "./ProposedTimes";
import type { OfMessage } from "./useAmendments";
import { whenOf } from "./useAppointmentWords";
import { useConnection } from "./useConversation";
import { isOver } from "./when";

interface AppointmentButtonsProps extends Pick<OfMessage, "appointing" | "mayAct"> {
  room: RoomDetails;
  stands: Appointment;
}

/** What may be done with an appointment as a whole. */
export function AppointmentButtons({ room, stands, appointing, mayAct }: AppointmentButtonsProps) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const acts = useAppointmentActs();
  const connected = useConnection().kind === "open";
  const { status, booked, about, seq } = stands;
  const waits = !connected || isOnItsWay(appointing);
  const isAhead = booked !== undefined && !isOver(whenOf(booked), Date.now());
  const comes = stands.participantIds.includes(myId);
  const keep = async () => {
    if (!booked) return;
    const uid = await uidFor(`${room.roomId} ${about}`);
    const when = whenOf(booked);
    const is = { uid, when, sequence: seq, cancelled: status === "CANCELLED" };
    download(appointmentFile(t("calendar.event"), is, new Date()));
  };
  const button = (text: string, act: () => void) => (
    <Button
      key={text}
      type="button"
      size="xsmall"
      variant="tertiary"
      className="question__button"
      aria-disabled={waits}
      onClick={() => {
        if (!waits) act();
      }}
    >
      {text}
    </Button>
  );
  const others = status === "PROPOSED" ? "appointment.others" : "appointment.move";
  const no = stands.proposedById === myId ? "appointment.takeBack" : "appointment.decline";
  const off = status === "PROPOSED" ? no : "appointment.cancel";
  const mayCancel = mayWith(stands, myId).cancel;
  const open = status === "PROPOSED" || isAhead;
  return (
    <>
      <div className="question__buttons">
        {isAhead && comes && (
          <Button
            type="button"
            size="xsmall"
            variant="secondary"
            className="question__button"
            onClick={() => void keep()}
          >
            {t(status === "CANCELLED" ? "appointment.outOfCalendar" : "calendar.add")}
          </Button>
        )}
        {mayAct && open && button(t(others), () => acts.propose(stands))}
        {mayAct && open && mayCancel && button(t(off), () => acts.cancel(stands))}
      </div>
      {mayAct && open && <NotConnected />}
    </>
  );
}

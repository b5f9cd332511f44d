import { BodyLong, Modal } from "@navikt/ds-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useMe } from "../session/session";
import { cancelled } from "./appointing";
import type { Appointment } from "./appointments";
import { useConversations } from "./ConversationsProvider";
import { EndIt } from "./EndIt";
import { ProposeTimes } from "./ProposeTimes";
import { useAppointmentWords } from "./useAppointmentWords";

/** What the person wants to say of an appointment. */
export type AppointmentMatter =
  { kind: "propose"; stands?: Appointment | undefined } | { kind: "cancel"; stands: Appointment };

interface AppointmentDialogueProps {
  room: RoomDetails;
  matter: AppointmentMatter | undefined;
  open: boolean;
  onClose: () => void;
  onOpen: () => void;
}

/**
 * Times to propose, or whether an appointment is to be cancelled. Closed it stays in the page: the
 * browser leads back to where it was asked for only then.
 */
export function AppointmentDialogue(props: AppointmentDialogueProps) {
  const { room, matter, open, onClose, onOpen } = props;
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  // What was begun and not sent is there when it is opened again, if nothing else was in between.
  const [sent, setSent] = useState(0);
  const onSent = useCallback(() => {
    setSent((before) => before + 1);
    onClose();
  }, [onClose]);
  if (!matter) return null;
  const title = () => {
    const { kind, stands } = matter;
    if (kind === "propose" && !stands) return t("appointment.propose");
    if (kind === "propose")
      return stands?.status === "BOOKED" ? t("appointment.moveTitle") : t("appointment.others");
    if (stands.status === "BOOKED") return t("appointment.cancelTitle");
    return isMine(stands, myId) ? t("appointment.takeBackTitle") : t("appointment.declineTitle");
  };
  return (
    <Modal
      open={open}
      onClose={onClose}
      header={{ heading: title() }}
      width="small"
      portal
      className="arranged-dialogue"
    >
      {matter.kind === "propose" && (
        <ProposeTimes
          key={`${matter.stands?.seq} ${sent}`}
          {...{ room, open, onClose, onOpen, onSent }}
          stands={matter.stands}
        />
      )}
      {open && matter.kind === "cancel" && (
        <CancelIt {...{ room, stands: matter.stands, onClose }} />
      )}
    </Modal>
  );
}

/** Whether the times are those that she has proposed herself. */
function isMine({ proposedById }: Appointment, myId: string): boolean {
  return proposedById === myId;
}

interface CancelItProps {
  room: RoomDetails;
  stands: Appointment;
  onClose: () => void;
}

function CancelIt({ room, stands, onClose }: CancelItProps) {
  const { t } = useTranslation();
  const conversations = useConversations();
  const { when } = useAppointmentWords(room);
  const { personId: myId } = useMe();
  const booked = stands.status === "BOOKED" ? stands.booked : undefined;
  const no = isMine(stands, myId) ? t("appointment.takeBack") : t("appointment.decline");
  return (
    <EndIt
      roomId={room.roomId}
      end={booked ? t("appointment.cancel") : no}
      keep={booked ? t("appointment.keepIt") : t("words.cancel")}
      onEnd={() => conversations.appoint(room.roomId, cancelled(stands), stands.seq)}
      onClose={onClose}
    >
      <BodyLong>
        {booked
          ? t("appointment.cancelSays", { when: when(booked) })
          : t("appointment.takeBackSays")}
      </BodyLong>
    </EndIt>
  );
}

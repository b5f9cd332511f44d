import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { isolated } from "../language/isolated";
import { shortName } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Appointment } from "./appointments";
import { isOver, useSlotWords, whenOf } from "./when";

/** Whether a time that is agreed, or was, is still ahead in the calendar of one who is to come. */
export function isInCalendarOf(personId: string, { booked, participantIds }: Appointment): boolean {
  return (
    booked !== undefined && participantIds.includes(personId) && !isOver(whenOf(booked), Date.now())
  );
}

/** What is said of appointments, in words. */
export function useAppointmentWords(room: RoomDetails) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const { when } = useSlotWords();
  const name = (id: string) =>
    id === myId ? t("words.you") : isolated(shortName(room, id)) || t("conversation.somebody");
  /** What one entry says, in the words of whoever sent it. */
  const says = (said: Appointment): string => {
    const { status, booked, description, about, seq, saidById, proposedById } = said;
    const what = isolated(description);
    // Of more than two it is she who decides, and not all have agreed.
    if (status === "BOOKED" && booked)
      return t(`appointment.says.${saidById === proposedById ? "DECIDED" : "BOOKED"}`, {
        when: when(booked),
        what,
      });
    if (status === "CANCELLED" && booked)
      return t("appointment.says.CANCELLED", { when: when(booked), what });
    if (status === "CANCELLED")
      return t(`appointment.says.${saidById === proposedById ? "TAKEN_BACK" : "DECLINED"}`, {
        what,
      });
    if (booked) return t("appointment.says.MOVED", { when: when(booked), what });
    return t(about === seq ? "appointment.says.PROPOSED" : "appointment.says.OTHERS", { what });
  };
  return { name, names: (ids: readonly string[]) => ids.map(name), when, says };
}

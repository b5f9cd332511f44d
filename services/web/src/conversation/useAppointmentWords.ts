import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { isolated } from "../language/isolated";
import { shortName } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Appointment, Slot } from "./appointments";
import { inNorway, isOver, type When } from "./when";

/** A time of an appointment, as a day and from when to when on it. */
export function whenOf({ start, end }: Slot): Required<When> {
  const [day = "", from = ""] = start.split("T");
  const [, to = ""] = end.split("T");
  return { day, from, to };
}

/** Whether a time that is agreed, or was, is still ahead in the calendar of one who is to come. */
export function isInCalendarOf(personId: string, { booked, participantIds }: Appointment): boolean {
  return (
    booked !== undefined && participantIds.includes(personId) && !isOver(whenOf(booked), Date.now())
  );
}

/** Whether this device's clock shows then what the clocks in Norway show. */
export function isNorwaysTime(time: string): boolean {
  return inNorway(Date.parse(time)) === time.replace("T", " ");
}

/** What is said of appointments, in words. */
export function useAppointmentWords(room: RoomDetails) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const dates = useDates();
  const name = (id: string) =>
    id === myId ? t("words.you") : isolated(shortName(room, id)) || t("conversation.somebody");
  /** Whoever is where the clocks show something else is told whose time it is. */
  const inZone = ({ start }: Slot, text: string) =>
    isNorwaysTime(start) ? text : t("appointment.norwegianTime", { time: text });
  const when = (slot: Slot) => {
    const { day, from, to } = whenOf(slot);
    return inZone(slot, t("appointment.when", { day: dates.inWords(day), from, to }));
  };
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
  return { name, names: (ids: readonly string[]) => ids.map(name), when, inZone, says };
}

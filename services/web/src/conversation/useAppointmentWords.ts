import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { isolated } from "../language/isolated";
import { shortName } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Appointment, Slot } from "./appointments";
import type { When } from "./when";

/** A time of an appointment, as a day and from when to when on it. */
export function whenOf({ start, end }: Slot): Required<When> {
  const [day = "", from = ""] = start.split("T");
  const [, to = ""] = end.split("T");
  return { day, from, to };
}

/** What is said of appointments, in words. */
export function useAppointmentWords(room: RoomDetails) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const dates = useDates();
  const name = (id: string) =>
    id === myId ? t("words.you") : isolated(shortName(room, id)) || t("conversation.somebody");
  const when = (slot: Slot) => {
    const { day, from, to } = whenOf(slot);
    return t("appointment.when", { day: dates.inWords(day), from, to });
  };
  /** What one entry says, in the words of whoever sent it. */
  const says = (said: Appointment): string => {
    const { status, booked, description, about, seq, saidById, proposedById } = said;
    const what = isolated(description);
    if (status === "BOOKED" && booked)
      return t("appointment.says.BOOKED", { when: when(booked), what });
    if (status === "CANCELLED" && booked)
      return t("appointment.says.CANCELLED", { when: when(booked), what });
    if (status === "CANCELLED")
      return t(`appointment.says.${saidById === proposedById ? "TAKEN_BACK" : "DECLINED"}`, {
        what,
      });
    return t(about === seq ? "appointment.says.PROPOSED" : "appointment.says.OTHERS", { what });
  };
  return { name, names: (ids: readonly string[]) => ids.map(name), when, says };
}

import { useTranslation } from "react-i18next";
import type { StandingAppointment } from "../contracts/appointments";
import type { RoomDetails, RoomSummary } from "../contracts/rooms";
import { inARow } from "../language/isolated";
import { useListed } from "../language/names";
import { useMe } from "../session/session";
import { whoIs } from "./who";

/** Whom she meets, or who meet where she is not among them; where they work, of one alone. */
export function useWithWhom() {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const listed = useListed();
  return ({ participantIds }: StandingAppointment, room: RoomSummary | RoomDetails): string => {
    const others = participantIds.filter((id) => id !== myId).map((id) => whoIs(room, id));
    const [only] = others;
    const names =
      others.length === 1
        ? inARow(only?.name ?? t("standing.somebody"), only?.organisation)
        : listed(others.map((it) => it?.short ?? t("standing.somebody")));
    return t(participantIds.includes(myId) ? "next.with" : "next.others", { names });
  };
}

import { useTranslation } from "react-i18next";
import type { RoomDetails, Seat } from "../contracts/rooms";
import { isolated } from "../language/isolated";
import { useListed } from "../language/names";
import { isPatientOf } from "../rooms/seats";
import type { Change, Happening } from "./changes";

/** Says who came and who left, in whole sentences: of oneself as "you". */
export function useChangeText(room: RoomDetails): (change: Change) => string {
  const { t } = useTranslation();
  const listed = useListed();
  const patient = isolated(room.patient.name);
  const isMe = ({ seatId }: Seat) => seatId === room.me.seatId;
  const said = (what: Happening, seats: readonly Seat[]) => {
    const others = seats.filter((seat) => !isMe(seat)).map(({ person }) => person.name);
    const names = listed(others);
    const ofMe = seats.some(isMe) ? [t(`changes.me.${what}`, { patient })] : [];
    const byMe = what === "removed" && isPatientOf(room);
    if (others.length === 0) return ofMe;
    const key = byMe ? ("changes.removedByMe" as const) : (`changes.${what}` as const);
    return [...ofMe, t(key, { names, patient })];
  };
  return ({ happenings }) => happenings.flatMap(({ what, seats }) => said(what, seats)).join(" ");
}

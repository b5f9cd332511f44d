import { BodyShort } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoomSummary } from "../contracts/rooms";
import { useRooms, wasEndedHere } from "./rooms";

/**
 * Says that a room which somebody helps in has gone while she looks at the list, whatever for. Not of
 * what she has left or taken back herself; what goes from a patient's own he has taken away himself.
 *
 * @param current the room that is on the screen beside the list, and tells of itself
 */
export function Gone({ current }: { current?: string }) {
  const { t } = useTranslation();
  const { data: rooms } = useRooms();
  const [known, setKnown] = useState(rooms);
  const [gone, setGone] = useState<readonly RoomSummary[]>([]);
  if (rooms !== known) {
    setKnown(rooms);
    setGone(
      [...gone, ...(known ?? [])]
        .filter((room) => room.me.part === "HELPER" && !wasEndedHere(room))
        .filter(({ roomId }) => roomId !== current)
        .filter((room) => !rooms?.some(({ roomId }) => roomId === room.roomId)),
    );
  }
  const told = ({ roomId, patient: { name }, purpose }: RoomSummary) => {
    const another = [...gone, ...(rooms ?? [])].some(
      (it) => it.roomId !== roomId && it.me.part === "HELPER" && it.patient.name === name,
    );
    return another ? t("rooms.goneOfSeveral", { name, purpose }) : t("rooms.gone", { name });
  };
  return (
    <BodyShort size="small" role="status" className="quiet-when-empty">
      {gone.length > 0 && gone.map(told).join(" ")}
    </BodyShort>
  );
}

import { BodyShort } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoomSummary } from "../contracts/rooms";
import { useRooms } from "./rooms";

/**
 * Says that a room which somebody helps in has gone while she looks at the list, whatever for. What
 * goes from a patient's own he has taken away himself.
 */
export function Gone() {
  const { t } = useTranslation();
  const { data: rooms } = useRooms();
  const [known, setKnown] = useState(rooms);
  const [gone, setGone] = useState<readonly RoomSummary[]>([]);
  if (rooms !== known) {
    setKnown(rooms);
    setGone(
      [...gone, ...(known ?? [])]
        .filter(({ me }) => me.part === "HELPER")
        .filter((room) => !rooms?.some(({ roomId }) => roomId === room.roomId)),
    );
  }
  return (
    <BodyShort size="small" role="status" className="quiet-when-empty">
      {gone.length > 0 &&
        gone.map(({ patient }) => t("rooms.gone", { name: patient.name })).join(" ")}
    </BodyShort>
  );
}

import { useTranslation } from "react-i18next";
import type { RoomSummary } from "../contracts/rooms";

interface WhichRoomProps {
  of: RoomSummary;
  /** How many rooms it may be. */
  among: number;
}

/** To a helper whose room it is, and what for; to a patient what for, where he has several. */
export function WhichRoom({ of: { me, patient, purpose }, among }: WhichRoomProps) {
  const { t } = useTranslation();
  if (me.part === "HELPER") {
    return <bdi>{t("standing.about", { name: patient.name, purpose })}</bdi>;
  }
  return among > 1 && <bdi>{t("standing.inRoom", { purpose })}</bdi>;
}

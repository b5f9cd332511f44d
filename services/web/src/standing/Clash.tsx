import { Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { StandingAppointment } from "../contracts/appointments";
import type { RoomDetails, RoomSummary } from "../contracts/rooms";
import { useBusy } from "./useBusy";
import "../shell/clash.css";

interface ClashProps {
  clashes: StandingAppointment["clashes"];
  room: RoomSummary | RoomDetails;
}

/** Who has another appointment at that time; nothing where nobody is known to. */
export function Clash({ clashes, room }: ClashProps) {
  const { t } = useTranslation();
  const busy = useBusy(room)(clashes.flatMap(({ personIds }) => personIds));
  return (
    busy && (
      <Detail as="p" className="clash">
        {t("next.busy", { names: busy })}
      </Detail>
    )
  );
}

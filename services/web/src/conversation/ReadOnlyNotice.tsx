import { BodyShort } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";

/** Where the composer would be. */
export function ReadOnlyNotice({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  return (
    <div className="composer composer--closed" role="status">
      <BodyShort>
        {t(room.status === "WITHDRAWN" ? "room.withdrawnYours" : "room.readOnly")}
      </BodyShort>
    </div>
  );
}

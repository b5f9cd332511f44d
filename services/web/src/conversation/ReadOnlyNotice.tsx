import { BodyShort } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useEffect } from "react";
import type { RoomDetails } from "../contracts/rooms";
import { useConversations } from "./ConversationsProvider";

/** Where the composer would be, and what was begun in it is told as what reaches nobody. */
export function ReadOnlyNotice({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const { closedElsewhere } = useConversations();
  const { roomId } = room;
  useEffect(() => closedElsewhere(roomId), [closedElsewhere, roomId]);
  return (
    <div className="composer composer--closed" role="status">
      <BodyShort>
        {t(room.status === "WITHDRAWN" ? "room.withdrawnYours" : "room.readOnly")}
      </BodyShort>
    </div>
  );
}

import { Detail } from "@navikt/ds-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import type { Conversation } from "./conversation";
import { DayLine } from "./DayLine";
import type { Entry } from "./entries";
import { MessageBubble } from "./MessageBubble";
import { UnsentBubble } from "./UnsentBubble";

interface EntryViewProps {
  entry: Entry;
  room: RoomDetails;
  conversation: Conversation;
}

/** One row. Scrolling draws only the rows that come into sight. */
export const EntryView = memo(function EntryView({ entry, ...rest }: EntryViewProps) {
  const { t } = useTranslation();
  switch (entry.kind) {
    case "day":
      return <DayLine at={entry.at} />;
    case "new":
      return (
        <div className="new-line">
          <Detail as="p" weight="semibold">
            {t("conversation.new")}
          </Detail>
        </div>
      );
    case "gap":
      return (
        <div className="gap">
          <Detail as="p">{t("conversation.filling")}</Detail>
        </div>
      );
    case "message":
      return <MessageBubble {...entry} {...rest} />;
    case "unsent":
      return <UnsentBubble unsent={entry.unsent} roomId={rest.room.roomId} />;
  }
});

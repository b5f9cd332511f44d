import { Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { ChangeLine } from "./ChangeLine";
import type { Marks } from "./conversation";
import { DayLine } from "./DayLine";
import type { Entry } from "./entries";
import { MessageBubble } from "./MessageBubble";
import type { OfMessage } from "./useAmendments";
import { UnsentBubble } from "./UnsentBubble";
import type { AskedDate } from "./when";

interface EntryViewProps extends OfMessage {
  entry: Entry;
  room: RoomDetails;
  read: Marks;
  received: Marks;
  readers: readonly string[];
  onAskReaders: (message: Message) => void;
  onAskDate: (date: AskedDate) => void;
}

export function EntryView({ entry, room, read, received, ...rest }: EntryViewProps) {
  switch (entry.kind) {
    case "day":
      return <DayLine at={entry.at} />;
    case "new":
      return <NewLine />;
    case "gap":
      return <GapLine />;
    case "change":
      return <ChangeLine change={entry.change} room={room} />;
    case "message": {
      const { message, startsGroup, endsGroup, firstOfDay, newest, group, groupWhole } = entry;
      const place = { startsGroup, endsGroup, firstOfDay, newest, group, groupWhole };
      return <MessageBubble {...{ message, room, read, received, ...rest, ...place }} />;
    }
    case "unsent":
      return <UnsentBubble unsent={entry.unsent} room={room} repliesTo={rest.repliesTo} />;
  }
}

function NewLine() {
  const { t } = useTranslation();
  return (
    <div className="new-line">
      <Detail as="p" weight="semibold">
        {t("conversation.new")}
      </Detail>
    </div>
  );
}

function GapLine() {
  const { t } = useTranslation();
  return (
    <div className="gap">
      <Detail as="p">{t("conversation.filling")}</Detail>
    </div>
  );
}

import { ArrowDownIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Detail, Heading } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { useMe } from "../session/session";
import { Announcer } from "./Announcer";
import type { Conversation } from "./conversation";
import { entriesOf, type Entry } from "./entries";
import { MessageBubble } from "./MessageBubble";
import { Older } from "./Older";
import { UnsentBubble } from "./UnsentBubble";
import { useStickyBottom } from "./useStickyBottom";

interface MessageListProps {
  room: RoomDetails;
  conversation: Conversation;
}

export function MessageList({ room, conversation }: MessageListProps) {
  const { t } = useTranslation();
  const me = useMe();
  const entries = entriesOf(conversation, me.personId);
  const { scroller, atBottom, toBottom } = useStickyBottom(conversation);
  return (
    <div className="talk-frame">
      <section className="talk" ref={scroller} tabIndex={0} aria-label={t("conversation.title")}>
        <Older conversation={conversation} scroller={scroller} />
        {entries.length === 0 && (
          <BodyShort className="talk__empty">{t("conversation.empty")}</BodyShort>
        )}
        <ol className="plain-list messages">
          {entries.map((entry) => (
            <EntryView key={entry.key} entry={entry} room={room} conversation={conversation} />
          ))}
        </ol>
      </section>
      {!atBottom && (
        <Button
          size="small"
          className="to-bottom"
          icon={<ArrowDownIcon aria-hidden />}
          onClick={toBottom}
        >
          {t("conversation.toNewest")}
        </Button>
      )}
      <Announcer room={room} conversation={conversation} />
    </div>
  );
}

function EntryView({ entry, ...rest }: MessageListProps & { entry: Entry }) {
  const { t } = useTranslation();
  const dates = useDates();
  switch (entry.kind) {
    case "day":
      return (
        <li className="day">
          <Heading level="2" size="xsmall" className="day__text">
            {dates.day(entry.at)}
          </Heading>
        </li>
      );
    case "new":
      return (
        <li className="new-line" data-new>
          <Detail as="p" weight="semibold">
            {t("conversation.new")}
          </Detail>
        </li>
      );
    case "gap":
      return (
        <li className="gap">
          <Detail as="p">{t("conversation.filling")}</Detail>
        </li>
      );
    case "message":
      return <MessageBubble {...entry} {...rest} />;
    case "unsent":
      return <UnsentBubble unsent={entry.unsent} roomId={rest.room.roomId} />;
  }
}

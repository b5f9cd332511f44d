import { BodyShort } from "@navikt/ds-react";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useMe } from "../session/session";
import { Announcer } from "./Announcer";
import { Beginning } from "./Beginning";
import type { Conversation } from "./conversation";
import { entriesOf } from "./entries";
import { Row } from "./Row";
import { ToNewest } from "./ToNewest";
import { useFollowing } from "./useFollowing";
import { useLongList } from "./useLongList";

interface MessageListProps {
  room: RoomDetails;
  conversation: Conversation;
}

export function MessageList({ room, conversation }: MessageListProps) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const { messages, joints, outbox, newAfter, lastSeq, marks } = conversation;
  const entries = useMemo(
    () => entriesOf({ messages, joints, outbox, newAfter }, personId),
    [messages, joints, outbox, newAfter, personId],
  );
  const scroller = useRef<HTMLElement>(null);
  const above = useRef<HTMLDivElement>(null);
  const list = useLongList(entries, scroller, above);
  const { atBottom, toBottom } = useFollowing(list, scroller, entries, outbox);
  return (
    <div className="talk-frame">
      <section className="talk" ref={scroller} tabIndex={0} aria-label={t("conversation.title")}>
        <div ref={above}>
          {entries.length === 0 ? (
            <BodyShort className="talk__empty">{t("conversation.empty")}</BodyShort>
          ) : (
            <Beginning conversation={conversation} scroller={scroller} />
          )}
        </div>
        <ol className="plain-list messages" ref={list.containerRef}>
          {list.getVirtualItems().map(({ key, index }) => {
            const entry = entries[index];
            if (!entry) return null;
            const measure = list.measureElement;
            return <Row key={key} {...{ entry, index, measure, room, marks, lastSeq }} />;
          })}
        </ol>
      </section>
      {!atBottom && <ToNewest onClick={toBottom} />}
      <Announcer room={room} conversation={conversation} />
    </div>
  );
}

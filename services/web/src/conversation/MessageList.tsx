import { ArrowDownIcon } from "@navikt/aksel-icons";
import { BodyShort, Button } from "@navikt/ds-react";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useMe } from "../session/session";
import { Announcer } from "./Announcer";
import { Beginning } from "./Beginning";
import type { Conversation } from "./conversation";
import { entriesOf, type Entry } from "./entries";
import { EntryView } from "./EntryView";
import { useFollowing } from "./useFollowing";
import { useLongList } from "./useLongList";

interface MessageListProps {
  room: RoomDetails;
  conversation: Conversation;
}

export function MessageList({ room, conversation }: MessageListProps) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const { messages, joints, outbox, newAfter, lastSeq } = conversation;
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
            return (
              <li
                key={key}
                ref={list.measureElement}
                data-index={index}
                className="messages__row"
                {...placeOf(entry, lastSeq)}
              >
                <EntryView entry={entry} room={room} conversation={conversation} />
              </li>
            );
          })}
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

/** A list that is not whole in the page has to say where in the whole a message stands. */
function placeOf(entry: Entry, lastSeq: number) {
  return entry.kind === "message"
    ? { "aria-posinset": entry.message.seq, "aria-setsize": lastSeq }
    : {};
}

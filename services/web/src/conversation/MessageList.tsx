import { BodyShort } from "@navikt/ds-react";
import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useMe } from "../session/session";
import { fetchedDialogue } from "../shell/fetchedDialogue";
import { isFocusFree } from "../shell/useTakesOver";
import { amongTimes } from "./amongTimes";
import { Announcer } from "./Announcer";
import { Beginning } from "./Beginning";
import { changesOf } from "./changes";
import { DayNow } from "./DayNow";
import type { Conversation } from "./conversation";
import { useConversations } from "./ConversationsProvider";
import { beginningOf, entriesOf, firstMessageFrom, type Entry } from "./entries";
import { isRow } from "./kinds";
import { lastReadOf } from "./lastRead";
import { QuestionsInRoom } from "./QuestionsInRoom";
import { Row } from "./Row";
import { ToNewest } from "./ToNewest";
import { ToUnread } from "./ToUnread";
import { useAmendments } from "./useAmendments";
import { useFollowing } from "./useFollowing";
import { useGoTo } from "./useGoTo";
import { useLongList, type LongList } from "./useLongList";
import { useSight } from "./useSight";
import type { AskedDate } from "./when";

const DateOffer = fetchedDialogue(() => import("./DateOffer").then((it) => it.DateOffer));
const Readers = fetchedDialogue(() => import("./Readers").then((it) => it.Readers));

const PROPOSES: ReadonlySet<string> = new Set(["PROPOSED", "ACTIVE"]);

/** So far from its top the first day is out of sight, in pixels. */
const BEGINNING = 96;

interface MessageListProps {
  room: RoomDetails;
  conversation: Conversation;
}

export function MessageList({ room, conversation }: MessageListProps) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const { messages, hasOlder, joints, outbox, newAfter, lastSeq, read, received } = conversation;
  const changes = useMemo(() => changesOf(room), [room]);
  const entries = useMemo(
    () => entriesOf({ messages, hasOlder, joints, outbox, newAfter }, personId, changes),
    [messages, hasOlder, joints, outbox, newAfter, personId, changes],
  );
  const lastRead = useMemo(() => lastReadOf(entries, read, personId), [entries, read, personId]);
  const amendmentsOf = useAmendments(room, conversation);
  const ofEntry = (entry: Entry) => {
    const of = amendmentsOf(entry.kind === "message" ? entry.message : null);
    if (entry.kind !== "unsent" || entry.unsent.inResponseTo === undefined) return of;
    return { ...of, repliesTo: messages.find(({ seq }) => seq === entry.unsent.inResponseTo) };
  };
  const [asked, setAsked] = useState<number | null>(null);
  // As it stands now, whatever has become of it since.
  const askedMessage = messages.find(({ seq }) => seq === asked) ?? null;
  const askReaders = useCallback(({ seq }: Message) => setAsked(seq), []);
  const [date, setDate] = useState<AskedDate>();
  const [dateAsked, setDateAsked] = useState(false);
  const askDate = useCallback((about: AskedDate) => {
    setDate(about);
    setDateAsked(true);
  }, []);
  const countable = useMemo(() => messages.every(isRow), [messages]);
  const scroller = useRef<HTMLElement>(null);
  const above = useRef<HTMLDivElement>(null);
  const list = useLongList(entries, scroller, above, (entry) => ofEntry(entry));
  const watch = useSight(room.roomId, scroller);
  const newest = messages.findLast(isRow)?.seq ?? 0;
  const worded = useWordedNow(room.roomId);
  const written = outbox.at(-1)?.clientId ?? worded;
  const goTo = useGoTo(conversation, entries, list, scroller);
  const { atBottom, toBottom } = useFollowing(list, scroller, entries, written, newest);
  // Whoever writes meanwhile goes on writing.
  const toTalk = useCallback(() => {
    if (isFocusFree()) scroller.current?.focus({ preventScroll: true });
  }, []);
  const toNewest = useCallback(() => {
    toTalk();
    toBottom();
  }, [toTalk, toBottom]);
  const seenFrom = firstSeenIn(list);
  const onTop = firstMessageFrom(entries, seenFrom);
  const dayOnTop = beginningOf(entries, seenFrom);
  return (
    <QuestionsInRoom {...{ room, goTo, watch }}>
      <div className="talk-frame">
        {dayOnTop && (list.scrollOffset ?? 0) > BEGINNING && (
          <DayNow at={dayOnTop} {...{ scroller }} />
        )}
        <ToUnread
          roomId={room.roomId}
          before={onTop?.seq ?? 0}
          isCovering={hasOlder && (list.scrollOffset ?? 0) <= BEGINNING}
          onGo={toTalk}
          {...{ entries, list }}
        />
        <section className="talk" ref={scroller} tabIndex={0} aria-label={t("conversation.title")}>
          <div ref={above}>
            <Beginning at={beginningOf(entries)} {...{ conversation, scroller }} />
          </div>
          <ol className="plain-list messages" ref={list.containerRef} onKeyDown={amongTimes}>
            {list.getVirtualItems().map(({ key, index }) => {
              const entry = entries[index];
              if (!entry) return null;
              const measure = list.measureElement;
              const told = { room, read, received, lastRead, lastSeq, countable };
              return (
                <Row
                  key={key}
                  {...{ entry, index, measure, watch, ...told }}
                  {...ofEntry(entry)}
                  onAskReaders={askReaders}
                  onAskDate={askDate}
                />
              );
            })}
          </ol>
          {messages.length === 0 && outbox.length === 0 && (
            <BodyShort className="talk__empty">{t("conversation.empty")}</BodyShort>
          )}
        </section>
        {!atBottom && <ToNewest roomId={room.roomId} onClick={toNewest} />}
        <Readers
          asked={asked}
          message={askedMessage}
          onClose={() => setAsked(null)}
          {...{ room, conversation, ...amendmentsOf(askedMessage) }}
        />
        <DateOffer
          asked={dateAsked && date}
          date={date}
          open={dateAsked}
          onClose={() => setDateAsked(false)}
        />
        <Announcer {...{ room, conversation, entries, atBottom }} />
      </div>
    </QuestionsInRoom>
  );
}

/** The id of what she has proposed in a form, while it is on its way. */
function useWordedNow(roomId: string): string | undefined {
  const conversations = useConversations();
  return useSyncExternalStore(conversations.subscribe, () => {
    const proposed = conversations
      .amendingIn(roomId)
      .findLast(({ what }) => "status" in what && PROPOSES.has(what.status));
    return proposed?.state.kind === "refused" ? undefined : proposed?.clientId;
  });
}

/** The first row of which at least half is below the upper edge. */
function firstSeenIn(list: LongList): number {
  const first = list.range?.startIndex ?? 0;
  const row = list.getVirtualItems().find(({ index }) => index === first);
  const hidden = row !== undefined && row.end - (list.scrollOffset ?? 0) < row.size / 2;
  return hidden ? first + 1 : first;
}

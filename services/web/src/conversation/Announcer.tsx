import { memo, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { seatOf } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Change } from "./changes";
import { contiguousUpTo, type Conversation } from "./conversation";
import { isRow, saidIn } from "./kinds";
import { useChangeText } from "./useChangeText";

interface AnnouncerProps {
  room: RoomDetails;
  conversation: Conversation;
  changes: readonly Change[];
  /** Whether what comes is on the screen as well. */
  atBottom: boolean;
}

/** Only what is added is spoken: those before it may stand there for a while. */
const KEPT = 20;

/**
 * Tells a screen reader of each message that others write while the room is open, and of who comes
 * and goes, and of nothing older. What a message says is read out where it is on the screen too: what
 * somebody has heard she has read, and the others are told so. A text that is the same as the last
 * would not be spoken again, so each is a line.
 */
export const Announcer = memo(function Announcer(props: AnnouncerProps) {
  const { room, conversation, changes, atBottom } = props;
  const [lines, setLines] = useState<{ key: string; text: string }[]>([]);
  const say = useCallback((more: readonly { key: string; text: string }[]) => {
    if (more.length > 0) setLines((before) => [...before, ...more].slice(-KEPT));
  }, []);
  useMessages({ room, conversation, atBottom, say });
  useChanges(room, changes, say);
  return (
    <div className="sr-only" role="log" aria-live="polite" aria-relevant="additions">
      {lines.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  );
});

type Say = (lines: readonly { key: string; text: string }[]) => void;

interface Spoken {
  room: RoomDetails;
  conversation: Conversation;
  atBottom: boolean;
  say: Say;
}

function useMessages({ room, conversation, atBottom, say }: Spoken) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const upTo = contiguousUpTo(conversation);
  const told = useRef(upTo);
  const { messages } = conversation;
  useEffect(() => {
    // What lies behind a gap waits until the gap is filled: nothing is passed over.
    const fresh = messages.filter(({ seq }) => seq > told.current && seq <= upTo);
    if (fresh.length === 0) return;
    told.current = upTo;
    const others = fresh.filter((it) => isRow(it) && it.senderId !== personId);
    say(
      others.map((message) => {
        const { seq, senderId } = message;
        const name = seatOf(room, senderId)?.person.name ?? t("conversation.somebody");
        const said = saidIn(message);
        const key = `message ${seq}`;
        return atBottom && said.kind === "text"
          ? { key, text: t("conversation.announced", { name, text: said.body }) }
          : { key, text: t("conversation.announcedBelow", { name }) };
      }),
    );
  }, [messages, upTo, personId, room, atBottom, say, t]);
}

function useChanges(room: RoomDetails, changes: readonly Change[], say: Say) {
  const text = useChangeText(room);
  const since = useRef(room.accessEpoch);
  const tell = useEffectEvent(() => {
    const fresh = changes.filter(({ epoch }) => epoch !== undefined && epoch > since.current);
    since.current = Math.max(since.current, room.accessEpoch);
    say(fresh.map((change) => ({ key: change.key, text: text(change) })));
  });
  useEffect(() => tell(), [changes]);
}

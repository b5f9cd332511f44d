import { memo, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { seatOf } from "../rooms/seats";
import { useMe } from "../session/session";
import { contiguousUpTo, type Conversation } from "./conversation";
import { isRow } from "./kinds";

interface AnnouncerProps {
  room: RoomDetails;
  conversation: Conversation;
}

/** Only what is added is spoken: those before it may stand there for a while. */
const KEPT = 20;

/**
 * Tells a screen reader of each message that others write while the room is open, and of nothing
 * older. A text that is the same as the last would not be spoken again, so each is a line.
 */
export const Announcer = memo(function Announcer({ room, conversation }: AnnouncerProps) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const upTo = contiguousUpTo(conversation);
  const told = useRef(upTo);
  const [lines, setLines] = useState<{ seq: number; text: string }[]>([]);
  const { messages } = conversation;
  useEffect(() => {
    // What lies behind a gap waits until the gap is filled: nothing is passed over.
    const fresh = messages.filter(({ seq }) => seq > told.current && seq <= upTo);
    if (fresh.length === 0) return;
    told.current = upTo;
    const more = fresh
      .filter((it) => isRow(it) && it.senderId !== personId)
      .map(({ seq, senderId }) => {
        const name = seatOf(room, senderId)?.person.name ?? t("conversation.somebody");
        return { seq, text: t("conversation.announced", { name }) };
      });
    if (more.length > 0) setLines((before) => [...before, ...more].slice(-KEPT));
  }, [messages, upTo, personId, room, t]);
  return (
    <div className="sr-only" role="log" aria-live="polite" aria-relevant="additions">
      {lines.map(({ seq, text }) => (
        <p key={seq}>{text}</p>
      ))}
    </div>
  );
});

import { memo, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { seatOf } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Conversation } from "./conversation";

interface AnnouncerProps {
  room: RoomDetails;
  conversation: Conversation;
}

/** Tells a screen reader of what others write while the room is open, and of nothing older. */
export const Announcer = memo(function Announcer({ room, conversation }: AnnouncerProps) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const told = useRef(conversation.lastSeq);
  const [text, setText] = useState("");
  const newest = conversation.messages.at(-1);
  useEffect(() => {
    if (!newest || newest.seq <= told.current) return;
    told.current = newest.seq;
    if (newest.senderId === personId) return;
    const name = seatOf(room, newest.senderId)?.person.name ?? t("conversation.somebody");
    setText(t("conversation.announced", { name }));
  }, [newest, personId, room, t]);
  return (
    <p className="sr-only" aria-live="polite">
      {text}
    </p>
  );
});

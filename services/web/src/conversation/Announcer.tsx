import { memo, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { seatOf } from "../rooms/seats";
import { correctedOf } from "./corrected";
import { contiguousUpTo, type Conversation } from "./conversation";
import type { Entry } from "./entries";
import { saidIn } from "./kinds";
import { useAgreementWords } from "./useAgreementWords";
import { useAppointmentWords } from "./useAppointmentWords";
import { useSaidOfText } from "./useSaidOfText";
import { useChangeText } from "./useChangeText";

interface AnnouncerProps {
  room: RoomDetails;
  conversation: Conversation;
  entries: readonly Entry[];
  /** Whether what comes is on the screen as well. */
  atBottom: boolean;
}

interface Line {
  readonly key: string;
  readonly text: string;
}

/** Only what is added is spoken: those before it may stand there for a while. */
const KEPT = 20;

/**
 * Tells a screen reader of each message that others write while the room is open, of who comes and
 * goes, and of short answers and questions that are one's own or to one's own; and of nothing older. What a message says is read out where it is on the screen too: what
 * somebody has heard she has read, and the others are told so. A text that is the same as the last
 * would not be spoken again, so each is a line.
 */
export const Announcer = memo(function Announcer(props: AnnouncerProps) {
  const { room, conversation, entries } = props;
  const text = useText(props);
  const saidOfText = useSaidOfText(room, conversation.messages);
  const upTo = contiguousUpTo(conversation);
  const known = Math.max(room.accessEpoch, conversation.write.accessEpoch);
  const told = useRef({ seq: upTo, epoch: known });
  const [lines, setLines] = useState<readonly Line[]>([]);
  const tell = useEffectEvent(() => {
    const { seq, epoch } = told.current;
    // What lies behind a gap waits until the gap is filled: nothing is passed over.
    const fresh = entries.filter((entry) => isAfter(entry, seq, epoch) && !isAfter(entry, upTo));
    const answered = conversation.messages
      .filter((it) => it.seq > seq && it.seq <= upTo)
      .flatMap((it) => {
        const text = saidOfText(it);
        return text === undefined ? [] : [{ key: it.clientId, text }];
      });
    told.current = { seq: Math.max(seq, upTo), epoch: Math.max(epoch, room.accessEpoch) };
    const more = [...fresh.flatMap((entry) => text(entry) ?? []), ...answered];
    // What was said otherwise, or taken back, is not kept in the page as it was read out.
    const gone = new Set(
      conversation.messages.filter((it) => correctedOf(it)).map(({ clientId }) => clientId),
    );
    const isGone = (lines: readonly Line[]) => lines.some(({ key }) => gone.has(key));
    if (more.length > 0 || isGone(lines))
      setLines((before) => [...before.filter(({ key }) => !gone.has(key)), ...more].slice(-KEPT));
  });
  useEffect(() => tell(), [entries, upTo]);
  return (
    <div className="sr-only" role="log" aria-live="polite" aria-relevant="additions">
      {lines.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  );
});

/** Whether it was said after this message, or happened after this epoch. */
function isAfter(entry: Entry, seq: number, epoch = Infinity): boolean {
  if (entry.kind === "message") return entry.message.seq > seq;
  return entry.kind === "change" && (entry.change.epoch ?? 0) > epoch;
}

/** What is said of a row; of what one says oneself only what one arranges. */
function useText({ room, atBottom }: AnnouncerProps) {
  const { t } = useTranslation();
  const { says } = useAppointmentWords(room);
  const { says: agreed } = useAgreementWords(room);
  const changeText = useChangeText(room);
  return (entry: Entry): Line | undefined => {
    const { key } = entry;
    if (entry.kind === "change") return { key, text: changeText(entry.change) };
    if (entry.kind !== "message") return undefined;
    const said = saidIn(entry.message);
    const arranged = () => {
      if (said.kind === "appointment") return says(said.appointment);
      return said.kind === "agreement" ? agreed(said.agreement) : undefined;
    };
    const text = () => (said.kind === "text" ? said.body : arranged());
    if (entry.mine) {
      const own = arranged();
      return own === undefined ? undefined : { key, text: own };
    }
    const name = seatOf(room, entry.message.senderId)?.person.name ?? t("conversation.somebody");
    const words = atBottom ? text() : undefined;
    return words === undefined
      ? { key, text: t("conversation.announcedBelow", { name }) }
      : { key, text: t("conversation.announced", { name, text: words }) };
  };
}

import { Chat } from "@navikt/ds-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { inARow } from "../language/isolated";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { initials } from "../language/names";
import { seatOf } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Marks } from "./conversation";
import { saidIn, type Said } from "./kinds";
import { ReadBy } from "./ReadBy";

interface MessageBubbleProps {
  message: Message;
  room: RoomDetails;
  read: Marks;
  received: Marks;
  startsGroup: boolean;
  endsGroup: boolean;
  groupFrom: number;
  groupWhole: boolean;
}

/** Who said it, from where, when, and who has read it. Stays as it is when older pages come. */
export const MessageBubble = memo(function MessageBubble(props: MessageBubbleProps) {
  const { message, room, read, received, startsGroup, endsGroup, ...group } = props;
  const { t } = useTranslation();
  const dates = useDates();
  const mine = message.senderId === useMe().personId;
  const seat = seatOf(room, message.senderId);
  const name = seat?.person.name ?? t("conversation.somebody");
  const from = mine ? t("words.You") : inARow(name, seat?.organisation?.name);
  return (
    <div className="message" data-mine={mine} data-starts={startsGroup}>
      <Chat
        size="small"
        position={mine ? "right" : "left"}
        data-color={mine ? "accent" : "neutral"}
        toptextPosition="left"
        toptextHeadingLevel="3"
        {...(startsGroup ? { name: from, timestamp: dates.time(message.sentAt) } : {})}
        {...(!mine && startsGroup ? { avatar: initials(name) } : {})}
      >
        <Chat.Bubble>
          {!startsGroup && (
            <span className="sr-only">
              {from} {dates.time(message.sentAt)}
            </span>
          )}
          <Says said={saidIn(message)} />
        </Chat.Bubble>
      </Chat>
      {endsGroup && <ReadBy {...{ room, read, received, message, ...group }} />}
    </div>
  );
});

function Says({ said }: { said: Said }) {
  const { t } = useTranslation();
  switch (said.kind) {
    case "text":
      return (
        <bdi className="body" dir="auto">
          {said.body}
        </bdi>
      );
    case "unreadable":
      return <span className="body unreadable">{t("conversation.unreadable")}</span>;
    case "newer":
      return <span className="body unreadable">{t("conversation.newer")}</span>;
  }
}

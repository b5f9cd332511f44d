import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { isolated } from "../language/isolated";
import { shortName } from "../rooms/seats";
import { useMe } from "../session/session";
import { WhatItIs } from "./AnswersQuestion";
import { useConversations } from "./ConversationsProvider";
import { useTextOf } from "./Quote";

/** Over where one writes: which message it replies to, as long as it does. */
export function RepliesTo({ room, seq }: { room: RoomDetails; seq: number }) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const conversations = useConversations();
  const message = useSyncExternalStore(conversations.subscribe, () =>
    conversations.conversation(room.roomId)?.messages.find((it) => it.seq === seq),
  );
  const textOf = useTextOf(room);
  const words = message && {
    name: isolated(shortName(room, message.senderId) || t("conversation.somebody")),
    text: textOf(message),
  };
  return (
    <WhatItIs
      close={t("question.noAnswer")}
      onClose={() => conversations.noReply(room.roomId)}
      to={message}
    >
      {words
        ? t(message.senderId === myId ? "reply.writingToSelf" : "reply.writing", words)
        : t("reply.toEarlier")}
    </WhatItIs>
  );
}

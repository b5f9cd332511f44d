import { ArrowUpIcon } from "@navikt/aksel-icons";
import { Button } from "@navikt/ds-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useConversations } from "./ConversationsProvider";
import type { Entry } from "./entries";
import type { LongList } from "./useLongList";
import { useUnreadBefore } from "./useUnreadBefore";

interface ToUnreadProps {
  roomId: string;
  /** The first message on the screen. */
  before: number;
  entries: readonly Entry[];
  list: LongList;
}

/** Over the conversation while something above it has not been read: how much, and the way there. */
export function ToUnread({ roomId, before, entries, list }: ToUnreadProps) {
  const { t } = useTranslation();
  const conversations = useConversations();
  const { count, first } = useUnreadBefore(roomId, before);
  const [goingTo, setGoingTo] = useState<number>();

  // Where the rows are is known once the pages that were fetched for it have been drawn.
  useEffect(() => {
    if (goingTo === undefined) return;
    const index = entries.findIndex((it) => it.kind === "message" && it.message.seq >= goingTo);
    const found = entries[index];
    if (found?.kind !== "message" || found.message.seq > goingTo) return;
    list.scrollToIndex(index, { align: "start" });
    setGoingTo(undefined);
  }, [goingTo, entries, list]);

  if (count === 0 || first === undefined) return null;
  const go = async () => {
    setGoingTo(first);
    await conversations.fetchBackTo(roomId, first).catch(() => setGoingTo(undefined));
  };
  return (
    <Button
      size="small"
      className="to-unread"
      icon={<ArrowUpIcon aria-hidden />}
      loading={goingTo !== undefined}
      onClick={() => void go()}
    >
      {t("conversation.unreadAbove", { count })}
    </Button>
  );
}

import { ArrowUpIcon } from "@navikt/aksel-icons";
import { Button } from "@navikt/ds-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useConversations } from "./ConversationsProvider";
import type { Entry } from "./entries";
import { numbersIn } from "./ranges";
import type { LongList } from "./useLongList";

interface ToUnreadProps {
  roomId: string;
  /** The first message on the screen. */
  before: number;
  /** The way to what is older stands where it would, and leads there too. */
  isCovering: boolean;
  entries: readonly Entry[];
  list: LongList;
  /** It leads into the conversation, and the focus with it: it is gone when all has been read. */
  onGo: () => void;
}

/** Over the conversation while something above it has not been read: how much, and the way there. */
export function ToUnread({ roomId, before, isCovering, entries, list, onGo }: ToUnreadProps) {
  const { t } = useTranslation();
  const conversations = useConversations();
  const count = useSyncExternalStore(conversations.subscribe, () =>
    numbersIn(conversations.unreadBefore(roomId, before)),
  );
  const [busy, setBusy] = useState(false);
  const [goingTo, setGoingTo] = useState<number>();

  // Where the rows are is known once the pages that were fetched for it have been drawn.
  useEffect(() => {
    if (goingTo === undefined) return;
    const index = entries.findIndex((it) => it.kind === "message" && it.message.seq >= goingTo);
    if (index >= 0) list.scrollToIndex(index, { align: "start" });
    setGoingTo(undefined);
  }, [goingTo, entries, list]);

  if (count === 0 || (isCovering && !busy)) return null;
  const go = async () => {
    const first = conversations.unreadBefore(roomId, before)[0]?.[0];
    if (first === undefined) return;
    onGo();
    setBusy(true);
    // Where a page does not come, as far as those lead that did: the rest is asked for from there.
    await conversations.fetchBackTo(roomId, first).catch(() => undefined);
    setBusy(false);
    setGoingTo(first);
  };
  return (
    <Button
      size="small"
      className="to-unread"
      icon={<ArrowUpIcon aria-hidden />}
      loading={busy}
      onClick={() => void go()}
    >
      {t("conversation.unreadAbove", { count })}
    </Button>
  );
}

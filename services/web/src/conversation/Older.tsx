import { Button } from "@navikt/ds-react";
import { useState, type RefObject } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { Refused } from "../shell/Refused";
import type { Conversation } from "./conversation";
import { useConversations } from "./ConversationsProvider";

interface OlderProps {
  conversation: Conversation;
  scroller: RefObject<HTMLElement | null>;
}

/** One page further up; what the person was reading stays where it is. */
export function Older({ conversation, scroller }: OlderProps) {
  const { t } = useTranslation();
  const conversations = useConversations();
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({
    busy: false,
    error: null,
  });
  if (!conversation.hasOlder) return null;
  const load = async () => {
    const fromEnd = (scroller.current?.scrollHeight ?? 0) - (scroller.current?.scrollTop ?? 0);
    setState({ busy: true, error: null });
    try {
      await conversations.older(conversation.roomId);
      flushSync(() => setState({ busy: false, error: null }));
      if (scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight - fromEnd;
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  return (
    <div className="older">
      <Button size="small" variant="secondary" loading={state.busy} onClick={() => void load()}>
        {t("conversation.older")}
      </Button>
      <Refused error={state.error} />
    </div>
  );
}

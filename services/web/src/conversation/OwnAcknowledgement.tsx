import { ChevronDownIcon } from "@navikt/aksel-icons";
import { ActionMenu } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SAYS, TAKEN_BACK, type Says } from "./acknowledgements";
import type { Answers, UnderWay } from "./amending";
import { useConversations } from "./ConversationsProvider";
import { useConnection } from "./useConversation";

interface OwnAcknowledgementProps {
  roomId: string;
  /** The place of the message. */
  about: number;
  mine: Says;
  underWay: UnderWay<Answers> | undefined;
  children: ReactNode;
}

/** What the person has answered: from here she answers otherwise, or takes it back. Opening it moves nothing. */
export function OwnAcknowledgement(props: OwnAcknowledgementProps) {
  const { roomId, about, mine, underWay, children } = props;
  const { t } = useTranslation();
  const conversations = useConversations();
  const connected = useConnection().kind === "open";
  const waits = !connected || (underWay !== undefined && underWay.state.kind !== "refused");
  const item = (says: Answers["says"]) => (
    <ActionMenu.Item
      key={says}
      disabled={waits}
      onSelect={() => conversations.acknowledge(roomId, about, says)}
    >
      {t(`acknowledge.says.${says}`)}
    </ActionMenu.Item>
  );
  return (
    <ActionMenu>
      <ActionMenu.Trigger>
        <button type="button" className="acknowledged__own">
          <span className="acknowledged__one">
            {children}
            <ChevronDownIcon aria-hidden />
            <span className="sr-only">{t("acknowledge.change")}</span>
          </span>
        </button>
      </ActionMenu.Trigger>
      <ActionMenu.Content>
        <ActionMenu.Group label={t(connected ? "acknowledge.change" : "connection.lost")}>
          {SAYS.filter((it) => it !== mine).map(item)}
          {item(TAKEN_BACK)}
        </ActionMenu.Group>
      </ActionMenu.Content>
    </ActionMenu>
  );
}

import { ArrowDownIcon } from "@navikt/aksel-icons";
import { Button, Detail } from "@navikt/ds-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useUnread } from "./useConversation";

interface ToNewestProps {
  roomId: string;
  onClick: () => void;
}

/** Beside the conversation while one reads further back, with how much is new down there. */
export const ToNewest = memo(function ToNewest({ roomId, onClick }: ToNewestProps) {
  const { t } = useTranslation();
  const unread = useUnread(roomId);
  return (
    <div className="to-bottom">
      <Button
        icon={<ArrowDownIcon title={t("conversation.toNewest")} />}
        aria-describedby="to-bottom-news"
        onClick={onClick}
      />
      <Detail as="span" className="to-bottom__news" id="to-bottom-news">
        {unread > 0 && (
          <>
            <span aria-hidden>{unread}</span>
            <span className="sr-only">{t("rooms.unread", { count: unread })}</span>
          </>
        )}
      </Detail>
    </div>
  );
});

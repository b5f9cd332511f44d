import { Detail, Loader } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useMatch } from "react-router";
import { Lasting } from "../shell/Lasting";
import { useConnection } from "./useConversation";

/** In a conversation. Told gently, and only when it lasts. */
export function ConnectionNotice() {
  const { t } = useTranslation();
  return <Lost of={t("connection.lost")} />;
}

/** On every other screen, over what is there: nothing moves, and nothing is taken from a finger. */
export function ConnectionNoticeElsewhere() {
  const { t } = useTranslation();
  const inConversation = useMatch("/rooms/:roomId")?.params.roomId;
  if (inConversation !== undefined && inConversation !== "new") return null;
  return (
    <div className="connection-elsewhere">
      <Lost of={t("connection.goesOn")} />
    </div>
  );
}

function Lost({ of }: { of: string }) {
  const { t } = useTranslation();
  const connection = useConnection();
  const crowded = "crowded" in connection && connection.crowded;
  return (
    <div role="status">
      {connection.kind !== "open" && (
        <Lasting>
          <Detail as="p" className="connection">
            <Loader size="xsmall" aria-hidden /> {crowded ? t("connection.crowded") : of}
          </Detail>
        </Lasting>
      )}
    </div>
  );
}

import { BodyLong } from "@navikt/ds-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { EmergencyBelow } from "../shell/EmergencyBelow";
import { Lasting } from "../shell/Lasting";
import { LinkButton } from "../shell/LinkButton";
import { Waiting } from "../shell/Waiting";
import { ConnectionNotice } from "./ConnectionNotice";
import { useConversations } from "./ConversationsProvider";
import { piecesIn } from "./pieces";
import { useConnection } from "./useConversation";
import { Written } from "./Written";

/** A conversation that is not here yet; without a connection, what its reader has written herself is. */
export function WaitingConversation({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const connected = useConnection().kind === "open";
  return (
    <>
      <ConnectionNotice />
      <div className="talk">
        {connected ? (
          <Waiting rows={4} />
        ) : (
          <Lasting before={<Waiting rows={4} />}>
            <div className="page">
              <OwnWritten roomId={roomId} />
              <BodyLong>{t("connection.conversationComes")}</BodyLong>
              <LinkButton to="/" variant="secondary">
                {t("room.backToRooms")}
              </LinkButton>
            </div>
          </Lasting>
        )}
      </div>
      <EmergencyBelow />
    </>
  );
}

function OwnWritten({ roomId }: { roomId: string }) {
  const { keeping } = useConversations();
  useSyncExternalStore(keeping.subscribe, () => JSON.stringify(piecesIn(keeping, roomId)));
  const pieces = piecesIn(keeping, roomId).filter(({ kind }) => kind !== "unsent");
  return <Written pieces={pieces} />;
}

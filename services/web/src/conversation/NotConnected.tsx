import { Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Lasting } from "../shell/Lasting";
import { useConnection } from "./useConversation";

/** Why buttons do nothing that need a connection, once there has been none for a moment. */
export function NotConnected() {
  const { t } = useTranslation();
  if (useConnection().kind === "open") return null;
  return (
    <Lasting>
      <Detail as="p" textColor="subtle">
        {t("acknowledge.whenConnected")}
      </Detail>
    </Lasting>
  );
}

import { Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { Corrects, UnderWay } from "./amending";
import { RefusedAmendment } from "./RefusedAmendment";
import { useConnection } from "./useConversation";

/** Under a message of one's own, while other words for it, or that it is taken back, are on their way. */
export function Correcting({ underWay }: { underWay: UnderWay<Corrects> }) {
  const { t } = useTranslation();
  const connected = useConnection().kind === "open";
  const { kind } = underWay.what;
  if (underWay.state.kind === "refused") return <RefusedAmendment underWay={underWay} />;
  return (
    <Detail as="p" className="read-by" textColor="subtle">
      {connected ? t(`correction.underWay.${kind}`) : t("acknowledge.notConfirmed")}
    </Detail>
  );
}

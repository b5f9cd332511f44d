import { BodyShort, Button } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useKeepsWritten } from "./keepsWritten";
import { upgrade, useIsOld, type Upgrade } from "./upgrade";

/** One slim line: a newer version is there, and what is written survives the change. */
export function UpgradeNotice({ of = upgrade }: { of?: Upgrade }) {
  const { t } = useTranslation();
  const kept = useKeepsWritten();
  if (!useIsOld(of)) return null;
  return (
    <div className="upgrade" role="status">
      <BodyShort size="small">{t(kept ? "upgrade.there" : "upgrade.thereNotKept")}</BodyShort>
      <Button size="xsmall" variant="secondary" onClick={() => window.location.reload()}>
        {t("upgrade.reload")}
      </Button>
    </div>
  );
}

import { Detail, Link } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";

/** What Samsnakk is not, and whom to ring instead. */
export function Emergency() {
  const { t } = useTranslation();
  return (
    <Detail as="p" className="emergency" textColor="subtle">
      {t("emergency.not")} <Link href="tel:113">{t("emergency.113")}</Link>
      {" · "}
      <Link href="tel:116117">{t("emergency.116117")}</Link>
    </Detail>
  );
}

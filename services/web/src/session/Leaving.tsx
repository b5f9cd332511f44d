import { BodyShort, Loader, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";

/** Between the tap on "sign out" and the way back from the sign-in: nothing to read, nothing to tap. */
export function Leaving() {
  const { t } = useTranslation();
  return (
    <VStack gap="space-16" align="center" className="page" role="status">
      <Loader size="xlarge" aria-hidden />
      <BodyShort>{t("session.leaving")}</BodyShort>
    </VStack>
  );
}

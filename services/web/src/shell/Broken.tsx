import { Button, Heading, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Emergency } from "./Emergency";

/** A fault of our own while drawing. It stands in place of the page, so it knows nothing of what is kept. */
export function Broken() {
  const { t } = useTranslation();
  return (
    <VStack gap="space-16" align="start" className="page">
      <Heading level="1" size="medium">
        {t("trouble.broken")}
      </Heading>
      <Button onClick={() => window.location.assign("/")}>{t("trouble.startOver")}</Button>
      <Emergency />
    </VStack>
  );
}

import { BodyLong, Loader, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Emergency } from "../shell/Emergency";
import { Page } from "../shell/Page";

/** Where signing in begins: the gateway's own address, so this screen is never navigated to. */
export const BUSY_AT = "/auth/login";

/**
 * Where signing in begins, when too many others begin at this moment. The gateway answers with this
 * page and a header by which the browser asks again by itself.
 */
export function BusyScreen() {
  const { t } = useTranslation();
  return (
    <Page title={t("busy.title")}>
      <VStack gap="space-16" role="status">
        <BodyLong>{t("busy.text")}</BodyLong>
        <Loader size="large" title={t("busy.waiting")} />
      </VStack>
      <Emergency />
    </Page>
  );
}

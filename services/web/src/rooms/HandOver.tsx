import { QrCodeIcon } from "@navikt/aksel-icons";
import { BodyLong, BodyShort, Button, CopyButton, HStack, VStack } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fetched } from "../shell/Fetched";

const WayInCode = fetched(() => import("./WayInCode").then((it) => it.WayInCode));

/**
 * What the proposer gives the patient when they sit together, or sends him: the way to what is new
 * for him. It is the same for everybody and reveals nothing; only his own sign-in shows the question.
 */
export function HandOver({ name }: { name: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const address = `${window.location.origin}/news`;
  return (
    <VStack as="section" gap="space-12" className="card" aria-label={t("handOver.title", { name })}>
      <BodyLong>{t("handOver.text", { name })}</BodyLong>
      <BodyShort className="hand-over__address">{address}</BodyShort>
      <HStack gap="space-12" align="center">
        <CopyButton
          copyText={address}
          text={t("handOver.copy")}
          activeText={t("handOver.copied")}
          variant="action"
        />
        <Button
          variant="tertiary"
          icon={<QrCodeIcon aria-hidden />}
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? "handOver.hideCode" : "handOver.showCode")}
        </Button>
      </HStack>
      {shown && <WayInCode address={address} title={t("handOver.code")} />}
    </VStack>
  );
}

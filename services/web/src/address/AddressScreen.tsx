import { BodyLong, Button, InlineMessage, VStack } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStandingError } from "../gateway/standingError";
import type { Address } from "../contracts/people";
import { useMe } from "../session/session";
import { Page } from "../shell/Page";
import { Refused } from "../shell/Refused";
import { Trouble } from "../shell/Trouble";
import { Waiting } from "../shell/Waiting";
import { useAddress, useChangeAddress } from "./address";
import { AddressField } from "./AddressField";

/** Where one's own letters go. Nobody else can say it, but the directory of one's own workplace. */
export function AddressScreen() {
  const { t } = useTranslation();
  const address = useAddress();
  const { data, refetch } = address;
  const error = useStandingError(address);
  return (
    <Page title={t("address.title")} back="/" backText={t("rooms.title")}>
      <BodyLong>{t("address.lead")}</BodyLong>
      {data ? (
        <Where address={data} />
      ) : error ? (
        <Trouble error={error} onRetry={() => void refetch()} />
      ) : (
        <Waiting rows={1} />
      )}
    </Page>
  );
}

function Where({ address }: { address: Address }) {
  const { t } = useTranslation();
  const takeBack = useChangeAddress();
  const [saved, setSaved] = useState<string>();
  return (
    <VStack gap="space-16">
      <Now address={address} justSaved={saved === address.email} />
      <AddressField address={address} label={t("address.label")} onSaved={setSaved}>
        {address.source === "OWN" && (
          <Button
            type="button"
            size="small"
            variant="tertiary"
            data-color="neutral"
            loading={takeBack.isPending}
            onClick={() => takeBack.mutate({ version: address.version })}
          >
            {t("address.takeBack")}
          </Button>
        )}
      </AddressField>
      <Refused error={takeBack.error} />
    </VStack>
  );
}

interface NowProps {
  address: Address;
  /** She has, just now, here. */
  justSaved: boolean;
}

/** What holds now; said again to those who hear it when it changes. */
function Now({ address: { email, source }, justSaved }: NowProps) {
  const { t } = useTranslation();
  const { roles } = useMe();
  return (
    <InlineMessage status={email && justSaved ? "success" : "info"} role="status">
      {!email
        ? t("address.none")
        : source === "DIRECTORY"
          ? t(roles.length > 0 ? "address.fromDirectory" : "address.fromRegister", { email })
          : t("address.own", { email })}
    </InlineMessage>
  );
}

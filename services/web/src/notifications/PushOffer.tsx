import { BellIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, HStack, VStack } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../shell/LinkButton";
import { Refused } from "../shell/Refused";
import { useMe } from "../session/session";
import { needsHomeScreen } from "./iphone";
import { useDevice } from "./useDevice";
import { declineOffer, mayOffer, turnOn, type Push } from "./push";

type Offer = "offered" | "asking" | "on" | "blocked" | "gone";

/** One quiet offer, once to each person on each device. There is no settings page: see `PushItem`. */
export function PushOffer() {
  const { t } = useTranslation();
  const { personId } = useMe();
  const device = useDevice();
  const [offer, setOffer] = useState<Offer>(() => (mayOffer(personId) ? "offered" : "gone"));
  const [error, setError] = useState<unknown>(null);
  const accept = async () => {
    setOffer("asking");
    setError(null);
    try {
      setOffer(afterwards(await turnOn(personId)));
    } catch (failure) {
      setOffer("offered");
      setError(failure);
    }
  };
  if (offer === "gone") return null;
  if (offer === "on" || offer === "blocked") {
    return (
      <BodyShort size="small" role="status">
        {t(offer === "on" ? "push.on" : "push.allow")}
      </BodyShort>
    );
  }
  return (
    <VStack gap="space-8">
      <BodyShort size="small">{t("push.why")}</BodyShort>
      <HStack gap="space-8" align="center">
        {needsHomeScreen() ? (
          <LinkButton to="/iphone" size="small" variant="secondary" icon={<BellIcon aria-hidden />}>
            {t("iphone.how")}
          </LinkButton>
        ) : (
          <Button
            size="small"
            variant="secondary"
            icon={<BellIcon aria-hidden />}
            loading={offer === "asking"}
            onClick={() => void accept()}
          >
            {t("push.offer", device)}
          </Button>
        )}
        <Button
          size="small"
          variant="tertiary"
          data-color="neutral"
          onClick={() => {
            declineOffer(personId);
            setOffer("gone");
          }}
        >
          {t("push.notNow")}
        </Button>
      </HStack>
      <Refused error={error} />
    </VStack>
  );
}

/** Who closed the browser's question without an answer has not answered ours. */
function afterwards(push: Push): Offer {
  return push === "on" || push === "blocked" ? push : "offered";
}

import { BellIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, HStack } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Refused } from "../shell/Refused";
import { useMe } from "../session/session";
import { declineOffer, mayOffer, turnOn } from "./push";

type Offer = "offered" | "asking" | "on" | "gone";

/** One quiet offer, once to each person on each device. There is no settings page: see `PushItem`. */
export function PushOffer() {
  const { t } = useTranslation();
  const { personId } = useMe();
  const [offer, setOffer] = useState<Offer>(() => (mayOffer(personId) ? "offered" : "gone"));
  const [error, setError] = useState<unknown>(null);
  const accept = async () => {
    setOffer("asking");
    setError(null);
    try {
      setOffer((await turnOn(personId)) ? "on" : "gone");
    } catch (failure) {
      setOffer("offered");
      setError(failure);
    }
  };
  if (offer === "gone") return null;
  if (offer === "on") {
    return (
      <BodyShort size="small" role="status">
        {t("push.on")}
      </BodyShort>
    );
  }
  return (
    <div>
      <HStack gap="space-8" align="center">
        <Button
          size="small"
          variant="secondary"
          icon={<BellIcon aria-hidden />}
          loading={offer === "asking"}
          onClick={() => void accept()}
        >
          {t("push.offer")}
        </Button>
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
    </div>
  );
}

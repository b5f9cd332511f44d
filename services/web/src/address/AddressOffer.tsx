import { BodyShort, Button } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { declineAddressOffer, mayOfferAddress, useAddress } from "./address";
import { AddressField } from "./AddressField";

type Offer = "offered" | "saved" | "gone";

/**
 * For a patient whose letters go nowhere: one quiet field, once on each device. Whatever is not as
 * it should be, it is simply not there, and the menu still leads to the same.
 */
export function AddressOffer() {
  const { t } = useTranslation();
  const [offer, setOffer] = useState<Offer>(() => (mayOfferAddress() ? "offered" : "gone"));
  const { data } = useAddress();
  if (offer === "saved") {
    return (
      <BodyShort size="small" role="status">
        {t("address.offerSaved")}
      </BodyShort>
    );
  }
  if (offer === "gone" || !data || data.email) return null;
  return (
    <section className="card" aria-label={t("address.title")}>
      <AddressField
        address={data}
        label={t("address.offer")}
        description={t("address.offerHint")}
        onSaved={() => setOffer("saved")}
      >
        <Button
          type="button"
          size="small"
          variant="tertiary"
          data-color="neutral"
          onClick={() => {
            declineAddressOffer();
            setOffer("gone");
          }}
        >
          {t("address.notNow")}
        </Button>
      </AddressField>
    </section>
  );
}

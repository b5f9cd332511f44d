import { HourglassIcon } from "@navikt/aksel-icons";
import { BodyLong, BodyShort, InfoCard } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { firstName } from "../language/names";
import { Page } from "../shell/Page";
import { Participants } from "./Participants";

/** The proposer's view until the patient has answered: nobody else sees that the room exists (R1). */
export function WaitingForConsent({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const name = firstName(room.patient.name);
  return (
    <Page
      title={room.patient.name}
      publicTitle={t("room.title")}
      back="/"
      backText={t("rooms.title")}
    >
      <InfoCard data-color="info">
        <InfoCard.Header icon={<HourglassIcon aria-hidden />}>
          <InfoCard.Title as="h2">{t("room.waitsForConsent", { name })}</InfoCard.Title>
        </InfoCard.Header>
        <InfoCard.Content>
          <BodyLong>{t("room.waitsForConsentText", { name })}</BodyLong>
        </InfoCard.Content>
      </InfoCard>
      <div>
        <BodyShort weight="semibold">{t("room.purpose")}</BodyShort>
        <BodyLong>{room.purpose}</BodyLong>
      </div>
      <Participants room={room} headingLevel="2" />
    </Page>
  );
}

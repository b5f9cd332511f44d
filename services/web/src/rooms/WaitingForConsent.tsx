import { HourglassIcon } from "@navikt/aksel-icons";
import { BodyLong, BodyShort, Heading, InfoCard, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { firstName } from "../language/names";
import { Page } from "../shell/Page";
import { HandOver } from "./HandOver";
import { Retract } from "./Retract";
import { SeatRow } from "./SeatRow";
import { waitingForApproval } from "./seats";

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
        <BodyLong>
          <bdi>{room.purpose}</bdi>
        </BodyLong>
      </div>
      <HandOver name={name} />
      <Proposed room={room} />
      <Retract room={room} />
    </Page>
  );
}

function Proposed({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const proposed = waitingForApproval(room);
  if (proposed.length === 0) return null;
  return (
    <VStack as="section" gap="space-12">
      <Heading level="2" size="small">
        {t("room.proposedHelpers")}
      </Heading>
      <VStack as="ul" gap="space-12" className="plain-list">
        {proposed.map((seat) => (
          <SeatRow key={seat.seatId} room={room} seat={seat} />
        ))}
      </VStack>
    </VStack>
  );
}

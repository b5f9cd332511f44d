import { BodyLong, BodyShort, Heading, VStack } from "@navikt/ds-react";
import { useId } from "react";
import { LinkButton } from "../shell/LinkButton";
import { useTranslation } from "react-i18next";
import type { RoomSummary } from "../contracts/rooms";
import { useIsOnItsWay } from "./onItsWay";
import { whereToAnswer } from "./whereNewsIs";

/**
 * What waits for this person and in which room, first and largest on the screen. What has been answered
 * is not asked for again while the answer is on its way.
 */
export function AwaitingCard({ room }: { room: RoomSummary }) {
  const { t } = useTranslation();
  const consent = room.awaiting.includes("CONSENT");
  const { name, organisationName } = room.proposedBy;
  const purposeId = useId();
  const onItsWay = useIsOnItsWay(room);
  const title = consent ? "rooms.awaitingConsentTitle" : "rooms.awaitingApprovalTitle";
  return (
    <VStack gap="space-12" align="start" className="card card--awaiting">
      <Heading level="2" size="small">
        {t(onItsWay ? "rooms.onItsWay" : title)}
      </Heading>
      <BodyShort weight="semibold" className="clamp" id={purposeId}>
        <bdi>{room.purpose}</bdi>
      </BodyShort>
      {!onItsWay && (
        <BodyLong>
          {consent
            ? t("rooms.awaitingConsent", { name, organisation: organisationName })
            : t("rooms.awaitingApproval")}
        </BodyLong>
      )}
      <LinkButton
        to={whereToAnswer(room) ?? "/"}
        aria-describedby={purposeId}
        variant={onItsWay ? "tertiary" : "primary"}
      >
        {t(onItsWay ? "rooms.seeAnswer" : consent ? "rooms.readAndAnswer" : "rooms.seeWho")}
      </LinkButton>
    </VStack>
  );
}

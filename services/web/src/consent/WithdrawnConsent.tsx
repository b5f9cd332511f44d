import { BodyLong, Heading, HStack, VStack } from "@navikt/ds-react";
import { LinkButton } from "../shell/LinkButton";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";

/** Calm: it is done, and it was alright to do. */
export function WithdrawnConsent({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  return (
    <VStack gap="space-16" role="status">
      <Heading level="2" size="medium">
        {t("consent.withdrawnTitle")}
      </Heading>
      <BodyLong>{t("consent.withdrawn")}</BodyLong>
      <HStack gap="space-12">
        <LinkButton to={`/rooms/${room.roomId}`} variant="secondary">
          {t("consent.readWhatWasWritten")}
        </LinkButton>
        <LinkButton to={`/rooms/${room.roomId}/seen`} variant="secondary">
          {t("accessLog.link")}
        </LinkButton>
      </HStack>
    </VStack>
  );
}

import { BodyLong, Button, Heading, HStack, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
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
        <Button as={RouterLink} to={`/rooms/${room.roomId}`} variant="secondary">
          {t("consent.readWhatWasWritten")}
        </Button>
        <Button as={RouterLink} to={`/rooms/${room.roomId}/seen`} variant="secondary">
          {t("accessLog.link")}
        </Button>
      </HStack>
    </VStack>
  );
}

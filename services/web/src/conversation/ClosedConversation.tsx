import { BodyLong, Button, Heading, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";

/** Access is over: nothing of what was said is left on the screen or in memory (R4). */
export function ClosedConversation() {
  const { t } = useTranslation();
  return (
    <VStack gap="space-16" align="start" className="talk talk--closed" role="status">
      <Heading level="2" size="medium">
        {t("room.closedTitle")}
      </Heading>
      <BodyLong>{t("room.closedHelper")}</BodyLong>
      <Button as={RouterLink} to="/" variant="secondary">
        {t("room.backToRooms")}
      </Button>
    </VStack>
  );
}

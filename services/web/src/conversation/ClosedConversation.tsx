import { BodyLong, Heading, VStack } from "@navikt/ds-react";
import { LinkButton } from "../shell/LinkButton";
import { useTranslation } from "react-i18next";

/** Access is over: nothing of what was said is left on the screen or in memory (R4). */
export function ClosedConversation() {
  const { t } = useTranslation();
  return (
    <VStack gap="space-16" align="start" className="talk talk--closed" role="status">
      <Heading level="2" size="medium">
        {t("room.closedTitle")}
      </Heading>
      <BodyLong>{t("room.closedHelper")}</BodyLong>
      <LinkButton to="/" variant="secondary">
        {t("room.backToRooms")}
      </LinkButton>
    </VStack>
  );
}

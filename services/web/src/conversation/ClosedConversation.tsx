import { BodyLong, Heading, VStack } from "@navikt/ds-react";
import { LinkButton } from "../shell/LinkButton";
import { useTranslation } from "react-i18next";
import type { ViewEnd } from "./conversation";

/** Access is over: nothing of what was said is left on the screen or in memory (R4). */
export function ClosedConversation({ code }: { code: ViewEnd }) {
  const { t } = useTranslation();
  const erased = code === "room-erased";
  return (
    <VStack gap="space-16" align="start" className="talk talk--closed" role="status">
      <Heading level="2" size="medium">
        {t(erased ? "room.erasedTitle" : "room.closedTitle")}
      </Heading>
      <BodyLong>{t(erased ? "room.erasedText" : "room.closedText")}</BodyLong>
      <LinkButton to="/" variant="secondary">
        {t("room.backToRooms")}
      </LinkButton>
    </VStack>
  );
}

import { BodyLong, Heading, VStack } from "@navikt/ds-react";
import { LinkButton } from "../shell/LinkButton";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { firstName } from "../language/names";
import type { ViewEnd } from "./conversation";
import { howItEnded } from "./howItEnded";

/** Access is over: nothing of what was said is left on the screen or in memory (R4). */
export function ClosedConversation({ room, code }: { room: RoomDetails; code: ViewEnd }) {
  const { t } = useTranslation();
  const end = howItEnded(code);
  const name = firstName(room.patient.name);
  return (
    <VStack gap="space-16" align="start" className="talk talk--closed" role="status">
      <Heading level="2" size="medium">
        {t(`room.${end}Title`)}
      </Heading>
      <BodyLong>{t(`room.${end}Text`, { name })}</BodyLong>
      <LinkButton to="/" variant="secondary">
        {t("room.backToRooms")}
      </LinkButton>
    </VStack>
  );
}

import { BodyLong, Button, Heading, HStack, VStack } from "@navikt/ds-react";
import { LinkButton } from "../shell/LinkButton";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { firstName } from "../language/names";
import { useLetInAgain } from "../rooms/rooms";
import type { ViewEnd } from "./conversation";
import { useTakesOver } from "../shell/useTakesOver";
import { howItEnded } from "./howItEnded";
import { useConnection } from "./useConversation";

/** Access is over: nothing of what was said is left on the screen or in memory (R4). */
export function ClosedConversation({ room, code }: { room: RoomDetails; code: ViewEnd }) {
  const { t } = useTranslation();
  const [was] = useState(room);
  // What was erased is not there again.
  const openAgain = useLetInAgain(code === "room-erased" ? undefined : was);
  const connected = useConnection().kind === "open";
  const heading = useTakesOver<HTMLHeadingElement>();
  const end = openAgain ? "inAgain" : howItEnded(code);
  const name = firstName(room.patient.name);
  return (
    <VStack gap="space-16" align="start" className="talk talk--closed" role="status">
      <Heading level="2" size="medium" ref={heading} tabIndex={-1}>
        {t(`room.${end}Title`)}
      </Heading>
      <BodyLong>{t(`room.${end}Text`, { name })}</BodyLong>
      <HStack gap="space-12">
        {openAgain && connected && (
          <Button onClick={() => void openAgain()}>{t("room.open")}</Button>
        )}
        <LinkButton to="/" variant="secondary">
          {t("room.backToRooms")}
        </LinkButton>
      </HStack>
    </VStack>
  );
}

import { BodyLong, Heading, HStack, VStack } from "@navikt/ds-react";
import { LinkButton } from "../shell/LinkButton";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { firstName } from "../language/names";
import { OpenAgain } from "../rooms/OpenAgain";
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
  const end = openAgain ? "inAgain" : howItEnded(code);
  const name = firstName(room.patient.name);
  return (
    <VStack gap="space-16" align="start" className="talk talk--closed" role="status">
      <Became key={end} title={t(`room.${end}Title`)} />
      <BodyLong>{t(`room.${end}Text`, { name })}</BodyLong>
      <HStack gap="space-12">
        {openAgain && <OpenAgain open={openAgain} connected={connected} />}
        <LinkButton to="/" variant="secondary">
          {t("room.backToRooms")}
        </LinkButton>
      </HStack>
    </VStack>
  );
}

/** Takes the focus that was in the conversation, or on what stood here before. */
function Became({ title }: { title: string }) {
  const heading = useTakesOver<HTMLHeadingElement>();
  return (
    <Heading level="2" size="medium" ref={heading} tabIndex={-1}>
      {title}
    </Heading>
  );
}

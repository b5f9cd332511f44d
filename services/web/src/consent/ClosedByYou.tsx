import { BodyLong, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { firstName } from "../language/names";
import { LinkButton } from "../shell/LinkButton";
import { Settling } from "../shell/Settling";
import { useWhenNo } from "./useWhenNo";

/** What a closed room was about, when its patient closed it, and the way to look at it again. */
export function ClosedByYou({ room, children }: { room: RoomDetails; children: string }) {
  const { t } = useTranslation();
  const said = useWhenNo(room);
  const { name, organisationName } = room.proposedBy;
  return (
    <VStack gap="space-16" align="start">
      {said && <BodyLong>{said}</BodyLong>}
      <BodyLong>
        {t("openAgain.was", { name: firstName(name), organisation: organisationName })}
      </BodyLong>
      <BodyLong className="quote" dir="auto">
        <bdi>{room.purpose}</bdi>
      </BodyLong>
      <BodyLong>{children}</BodyLong>
      {room.may.openAgain && (
        <Settling>
          <LinkButton to={`/rooms/${room.roomId}/open-again`} variant="secondary">
            {t("openAgain.look")}
          </LinkButton>
        </Settling>
      )}
    </VStack>
  );
}

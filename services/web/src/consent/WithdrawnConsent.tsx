import { Heading, HStack, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { LinkButton } from "../shell/LinkButton";
import { Settling } from "../shell/Settling";
import { useTakesOver } from "../shell/useTakesOver";
import { ClosedByYou } from "./ClosedByYou";
import { WhatWasGiven } from "./WhatWasGiven";

/** Calm: it is done, and it was alright to do. */
export function WithdrawnConsent({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const heading = useTakesOver<HTMLHeadingElement>();
  return (
    <VStack gap="space-16">
      <div role="status">
        <Heading level="2" size="medium" ref={heading} tabIndex={-1}>
          {t("consent.withdrawnTitle")}
        </Heading>
      </div>
      <ClosedByYou room={room}>{t("consent.withdrawn")}</ClosedByYou>
      <WhatWasGiven room={room} />
      <Settling>
        <HStack gap="space-12">
          <LinkButton to={`/rooms/${room.roomId}`} variant="tertiary">
            {t("consent.readWhatWasWritten")}
          </LinkButton>
          <LinkButton to={`/rooms/${room.roomId}/seen`} variant="tertiary">
            {t("accessLog.link")}
          </LinkButton>
        </HStack>
      </Settling>
    </VStack>
  );
}

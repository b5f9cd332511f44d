import { Button, HStack, InlineMessage, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../shell/LinkButton";
import { useKnownRooms } from "./rooms";

interface ProposedBeforeProps {
  roomId: string;
  onStartOver: () => void;
}

/** What she sent first has come through, and what she has changed since is not in it. */
export function ProposedBefore({ roomId, onStartOver }: ProposedBeforeProps) {
  const { t } = useTranslation();
  const room = useKnownRooms()?.find((it) => it.roomId === roomId);
  // Once the patient has answered, there is nothing to take back.
  const unanswered = room?.status === "PROPOSED";
  return (
    <VStack gap="space-12">
      <InlineMessage status="warning" role="alert">
        {t("propose.proposedBefore")} {unanswered && t("propose.proposedBeforeChange")}
      </InlineMessage>
      <HStack gap="space-12">
        <LinkButton to={`/rooms/${roomId}`}>{t("propose.toRoom")}</LinkButton>
        <Button type="button" variant="secondary" onClick={onStartOver}>
          {t("propose.startOver")}
        </Button>
      </HStack>
    </VStack>
  );
}

import { Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useListed } from "../language/names";
import { shortName } from "../rooms/seats";
import type { Conversation } from "./conversation";

interface TypingHintProps {
  room: RoomDetails;
  conversation: Conversation;
}

export function TypingHint({ room, conversation }: TypingHintProps) {
  const { t } = useTranslation();
  const listed = useListed();
  const names = [...conversation.typing.keys()]
    .map((personId) => shortName(room, personId))
    .filter((name) => name !== "");
  return (
    <Detail as="p" className="typing" textColor="subtle">
      {names.length > 0 && t("conversation.typing", { names: listed(names) })}
    </Detail>
  );
}

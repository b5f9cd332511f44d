import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { seatOf } from "../rooms/seats";
import { useMe } from "../session/session";
import { SAYS, TAKEN_BACK } from "./acknowledgements";

/** What a screen reader is told of a short answer: of one's own, and of another's to what one wrote oneself. */
export function useAnsweredText(room: RoomDetails, messages: readonly Message[]) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  return ({ kind, about, says, senderId }: Message): string | undefined => {
    if (kind !== "ACKNOWLEDGEMENT") return undefined;
    const mine = senderId === myId;
    if (!mine && messages.find(({ seq }) => seq === about)?.senderId !== myId) return undefined;
    const name = seatOf(room, senderId)?.person.name ?? t("conversation.somebody");
    if (says === TAKEN_BACK) {
      return mine ? t("acknowledge.mineTakenBack") : t("acknowledge.toMineTakenBack", { name });
    }
    const known = SAYS.find((it) => it === says);
    if (!known) return undefined;
    const what = t(`acknowledge.says.${known}`);
    return mine ? t("acknowledge.mine", { what }) : t("acknowledge.toMine", { name, what });
  };
}

import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { isolated } from "../language/isolated";
import { shortName } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Agreement } from "./agreements";
import { useTaskWords } from "./useTaskWords";

/** What is said of agreements, in words. */
export function useAgreementWords(room: RoomDetails) {
  const { t } = useTranslation();
  const taskOf = useTaskWords();
  const { personId: myId } = useMe();
  const name = (id: string) =>
    id === myId ? t("words.you") : isolated(shortName(room, id)) || t("conversation.somebody");
  /** What one entry says, in the words of whoever sent it. */
  const says = ({ status, description, about, seq }: Agreement): string => {
    const what = isolated(description);
    if (status !== "ACTIVE") return t(`agreement.says.${status}`, { what });
    return t(about === seq ? "agreement.says.PROPOSED" : "agreement.says.ANEW", { what });
  };
  /** Who sees to it and until when; nothing where neither is said, or it is to be done no more. */
  const task = (it: Agreement) => (it.status === "ACTIVE" ? taskOf(it, name) : undefined);
  /** Of those who do something themselves; she first. */
  const doers = (ids: readonly string[]) =>
    herFirst(ids, myId).map((id) => (id === myId ? t("acknowledge.me") : name(id)));
  return {
    name,
    names: (ids: readonly string[]) => herFirst(ids, myId).map(name),
    doers,
    says,
    task,
  };
}

function herFirst(ids: readonly string[], myId: string): string[] {
  return [...ids].sort((one, other) => +(other === myId) - +(one === myId));
}

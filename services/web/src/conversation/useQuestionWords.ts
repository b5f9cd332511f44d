import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { isolated } from "../language/isolated";
import { shortName } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Question } from "./questions";

/** What is said of questions, in words. */
export function useQuestionWords(room: RoomDetails) {
  const { t } = useTranslation();
  const { dayInNorway } = useDates();
  const { personId: myId } = useMe();
  /** As the one who does something, or in the midst of a sentence. */
  const who = (id: string, me: "You" | "you") =>
    id === myId ? t(`words.${me}`) : isolated(shortName(room, id)) || t("conversation.somebody");
  const name = (id: string) => who(id, "you");
  const by = (id: string) => who(id, "You");
  /** How it is to stand, or stands. */
  const is = ({
    state,
    addresseeId,
    promisedBy = "",
  }: Pick<Question, "state" | "addresseeId" | "promisedBy">) => {
    if (state === "OPEN") return t("question.is.OPEN", { name: name(addresseeId) });
    if (state === "PROMISED") return t("question.is.PROMISED", { day: dayInNorway(promisedBy) });
    return t(`question.is.${state}`);
  };
  return { name, by, is };
}

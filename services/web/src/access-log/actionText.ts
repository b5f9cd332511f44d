import { useTranslation } from "react-i18next";
import type { LogEntry } from "../contracts/access-log";
import { timesIn } from "./fold";

/** What was done, as the rest of a sentence that begins with who did it. */
export function useActionText(): (entry: LogEntry) => string {
  const { t } = useTranslation();
  return (entry) => {
    const { action, outcome, details } = entry;
    if (action === "REFUSED") {
      const count = timesIn([entry]);
      return details.code === "room-unknown"
        ? t("action.refusedRoom", { count })
        : t("action.refusedAgain", { count });
    }
    if (outcome === "REFUSED") {
      return t("action.refusedSentence", { what: t(`action.name.${action}`).toLowerCase() });
    }
    const name = details.personName ?? t("conversation.somebody");
    if (action === "MESSAGES_VIEWED" && details.fromSeq != null && details.toSeq != null) {
      const count = Math.max(1, details.toSeq - details.fromSeq + 1);
      return t("action.viewedMessages", { count });
    }
    const times = timesIn([entry]);
    if (action === "ROOM_VIEWED" && times > 1) return t("action.viewedRoom", { count: times });
    return t(`action.sentence.${action}`, { name });
  };
}

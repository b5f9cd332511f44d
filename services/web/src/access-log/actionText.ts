import { useTranslation } from "react-i18next";
import type { LogEntry } from "../contracts/access-log";
import { isolated } from "../language/isolated";
import { isUnderWay, messagesIn, timesIn } from "./fold";
import { useViewsText } from "./viewsText";

/** What was done, as the rest of a sentence that begins with who did it. */
export function useActionText(): (entry: LogEntry) => string {
  const { t } = useTranslation();
  const viewsText = useViewsText();
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
    const count = timesIn([entry]);
    if (action === "MESSAGES_VIEWED" && (messagesIn([entry]) > 0 || isUnderWay(entry))) {
      return viewsText([entry]);
    }
    if (action === "ROOM_VIEWED" && count > 1) return t("action.viewedRoom", { count });
    if (action === "ROOM_REFRESHED") return t("action.refreshedRoom", { count });
    if (action === "LOG_SEARCHED" && details.reason) {
      return t("action.searchedLog", { count, reason: isolated(details.reason) });
    }
    return t(`action.sentence.${action}`, { name });
  };
}

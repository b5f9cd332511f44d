import { useTranslation } from "react-i18next";
import type { LogEntry } from "../contracts/access-log";
import { isolated } from "../language/isolated";
import { useListed } from "../language/names";
import { isUnderWay, messagesIn, timesOf } from "./fold";

/** What was done, as the rest of a sentence that begins with who did it. */
export function useActionText(): (entry: LogEntry) => string {
  const { t } = useTranslation();
  const listed = useListed();
  return (entry) => {
    const { action, outcome, details } = entry;
    if (action === "REFUSED") {
      const count = timesOf(entry);
      return details.code === "room-unknown"
        ? t("action.refusedRoom", { count })
        : t("action.refusedAgain", { count });
    }
    if (outcome === "REFUSED") {
      return t("action.refusedSentence", { what: t(`action.name.${action}`).toLowerCase() });
    }
    const name = details.personName ?? t("conversation.somebody");
    const count = timesOf(entry);
    if (action === "MESSAGES_VIEWED") {
      const got = messagesIn(entry);
      const parts = [
        ...(got > 0 ? [t("accessLog.got", { count: got })] : []),
        ...(isUnderWay(entry) ? [t("accessLog.underWay")] : []),
      ];
      if (parts.length > 0) return listed(parts);
    }
    if (action === "ROOM_VIEWED" && count > 1) return t("action.viewedRoom", { count });
    if (action === "ROOM_REFRESHED") return t("action.refreshedRoom", { count });
    if (action === "LOG_SEARCHED" && details.reason) {
      return t("action.searchedLog", { count, reason: isolated(details.reason) });
    }
    if (action === "SEAT_REMOVED" && isHerOwn(entry)) {
      return t("action.leftRoom");
    }
    return t(`action.sentence.${action}`, { name });
  };
}

/** Only the patient takes anybody else out; a helper, who acts for an organisation, only herself. */
function isHerOwn({ agent, details }: LogEntry): boolean {
  return agent.organisation !== undefined && agent.name === details.personName;
}

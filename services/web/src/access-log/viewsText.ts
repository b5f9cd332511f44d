import { useTranslation } from "react-i18next";
import type { LogEntry } from "../contracts/access-log";
import { useListed } from "../language/names";
import { isUnderWay, messagesIn, refreshesAlone, timesOf } from "./fold";

type Counted = "visits" | "refreshes" | "got" | "saw";

/**
 * What somebody's views of one day were, as the rest of a sentence that begins with who it was. A
 * visit is that she opened the room; what her browser fetched meanwhile belongs to it (R6).
 */
export function useViewsText(): (views: readonly LogEntry[]) => string {
  const { t } = useTranslation();
  const listed = useListed();
  return (views) => {
    const told = (key: Counted, count: number) =>
      count > 0 ? [t(`accessLog.${key}`, { count })] : [];
    const parts = [
      ...told("visits", timesOf("ROOM_VIEWED", views)),
      ...told("refreshes", refreshesAlone(views)),
      ...told("got", messagesIn(views)),
      ...told("saw", timesOf("LOG_VIEWED", views)),
      ...(views.some(isUnderWay) ? [t("accessLog.underWay")] : []),
    ];
    return parts.length > 0 ? listed(parts) : t("action.sentence.MESSAGES_VIEWED");
  };
}

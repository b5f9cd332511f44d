import { useTranslation } from "react-i18next";
import type { Sum } from "../contracts/access-log";
import { useListed } from "../language/names";

type Counted = "visits" | "got" | "saw" | "refreshes" | "refreshesBefore";

/**
 * What somebody's views of one day were, as the rest of a sentence that begins with who it was. A
 * visit is that she opened the room; what her browser fetched meanwhile belongs to it (R6).
 *
 * @param whole whether the sum is of the whole day: else nothing is said of what she didn't do
 */
export function useViewsText(): (sum: Sum, whole: boolean) => string {
  const { t } = useTranslation();
  const listed = useListed();
  return (sum, whole) => {
    const told = (key: Counted, count: number) =>
      count > 0 ? [t(`accessLog.${key}`, { count })] : [];
    const refreshes = () => {
      const count = sum.refreshes;
      if (count === 0) return [];
      if (sum.visits > 0) return whole ? told("refreshesBefore", count) : [];
      const hadItOpen = sum.messages > 0 || sum.underWay;
      if (hadItOpen || !whole) return [t("action.refreshedRoom", { count })];
      return told("refreshes", count);
    };
    const parts = [
      ...told("visits", sum.visits),
      ...refreshes(),
      ...told("got", sum.messages),
      ...told("saw", sum.looks),
      ...(sum.underWay ? [t("accessLog.underWay")] : []),
    ];
    return parts.length > 0 ? listed(parts) : t("action.sentence.MESSAGES_VIEWED");
  };
}

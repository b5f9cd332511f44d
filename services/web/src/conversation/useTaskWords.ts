import { useTranslation } from "react-i18next";
import { useDates } from "../language/dates";
import { todayInNorway } from "../language/norway";
import { useMe } from "../session/session";

/** Who sees to something, and until when. */
interface Task {
  readonly ownerId?: string | undefined;
  /** A day in Norway. */
  readonly dueBy?: string | undefined;
}

/**
 * Who sees to it and until when, and whether that day has passed; nothing where neither is said.
 *
 * @returns takes what another is called, for the beginning of a sentence
 */
export function useTaskWords() {
  const { t } = useTranslation();
  const dates = useDates();
  const { personId: myId } = useMe();
  return ({ ownerId, dueBy }: Task, nameOf: (id: string) => string): string | undefined => {
    const isHers = ownerId === myId;
    const name = ownerId === undefined ? undefined : nameOf(ownerId);
    const owner = name === undefined ? undefined : t("agreement.owner", { name });
    const who = isHers ? t("agreement.ownerYou") : owner;
    if (dueBy === undefined) return who;
    const today = todayInNorway();
    const day = dates.dayInNorway(dueBy);
    if (dueBy < today) {
      if (isHers) return t("agreement.lateYou", { day });
      return name === undefined
        ? t("agreement.lateAlone", { day })
        : t("agreement.late", { name, day });
    }
    if (who === undefined)
      return dueBy === today ? t("agreement.todayAlone") : t("agreement.dueAlone", { day });
    const when = dueBy === today ? t("agreement.today") : t("agreement.due", { day });
    return `${who} ${when}`;
  };
}

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
    const owner = () => {
      if (ownerId === undefined) return undefined;
      return ownerId === myId
        ? t("agreement.ownerYou")
        : t("agreement.owner", { name: nameOf(ownerId) });
    };
    const who = owner();
    if (dueBy === undefined) return who;
    const day = dates.dayInNorway(dueBy);
    const said = who ? `${who} ${t("agreement.due", { day })}` : t("agreement.dueAlone", { day });
    return dueBy < todayInNorway() ? `${said} · ${t("question.passed")}` : said;
  };
}

import { Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useDates } from "../language/dates";
import { todayInNorway } from "../language/norway";
import { dayOf } from "./days";
import type { OpenQuestion } from "./merged";

/** Until when the answer is promised or wished for, and that this day has passed; nothing without one. */
export function DayOf({ of, friendly }: { of: OpenQuestion; friendly: boolean }) {
  const text = useDayText()(of, friendly);
  return text && <Detail as="p">{text}</Detail>;
}

/** A patient is never told that he is late: of a day of his own that has passed nothing is said. */
function useDayText(): (of: OpenQuestion, friendly: boolean) => string | undefined {
  const { t } = useTranslation();
  const dates = useDates();
  return (of, friendly) => {
    const day = dayOf(of);
    if (day === undefined) return undefined;
    const today = todayInNorway();
    const isWish = of.promisedBy === undefined;
    if (day === today) return t(isWish ? "standing.wantedToday" : "standing.promisedToday");
    const until = t(isWish ? "question.wanted" : "question.is.PROMISED", {
      day: dates.dayInNorway(day),
    });
    if (day > today) return until;
    return friendly ? undefined : `${until} · ${t("question.passed")}`;
  };
}

import { useTranslation } from "react-i18next";
import { codeOf, Refusal } from "../gateway/refusal";
import { useDates } from "./dates";
import type nb from "./nb.json";

type Code = keyof typeof nb.problem;

/** A refusal or fault in words, and when to come again. A code nobody has written words for is told as a fault. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  const dates = useDates();
  return (error) => {
    const code = typeof error === "string" ? error : codeOf(error);
    const text = t(`problem.${i18n.exists(`problem.${code}`) ? (code as Code) : "fault"}`);
    const again = error instanceof Refusal ? error.notBefore : undefined;
    if (!again) return text;
    return `${text} ${t("trouble.notBefore", { day: dates.day(again), time: dates.time(again) })}`;
  };
}

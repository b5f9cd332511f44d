import { useTranslation } from "react-i18next";
import { codeOf } from "../gateway/refusal";
import nb from "./nb.json";

type Code = keyof typeof nb.problem;

/** A refusal or fault in words. A code nobody has written words for is told as a fault. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    const code = typeof error === "string" ? error : codeOf(error);
    return t(`problem.${code in nb.problem ? (code as Code) : "fault"}`);
  };
}

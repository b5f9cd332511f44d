import { useTranslation } from "react-i18next";
import { saidAs, type Answer, type Lying } from "./answer";
import type { Given, Progress } from "./answers";

/** How it stands with an answer, and what becomes of it by itself. */
export function useAnswerText(): (given: Given) => string {
  const { t } = useTranslation();
  const stands = useStanding();
  return (given) => {
    const text = stands(given);
    if (given.progress.kind !== "waiting") return text;
    if (!given.unsure) return `${text} ${t("answer.goesOn")}`;
    return `${text} ${t(given.looks ? "answer.looksAgain" : "answer.asksAgain")}`;
  };
}

/** How it stands with an answer, and nothing of what comes. */
export function useStanding(): (given: Pick<Given, "answer" | "progress" | "unsure">) => string {
  const { t } = useTranslation();
  return ({ answer, progress, unsure }) => {
    if (progress.kind === "looking") return t("answer.looking");
    const said = saidAs(answer);
    return t(`answer.${said}.${stateOf(progress.kind, unsure)}`, { name: nameIn(answer) });
  };
}

/** Of an answer on the device nothing more is known than whether it has been sent. */
export function useStandingOnDevice(): (lying: Lying) => string {
  const { t } = useTranslation();
  return ({ answer, heardUntil }) =>
    t(`answer.${saidAs(answer)}.${heardUntil === 0 ? "not" : "unsure"}`, { name: nameIn(answer) });
}

function stateOf(kind: Exclude<Progress["kind"], "looking">, unsure: boolean) {
  if (kind === "failed") return "not";
  if (kind === "waiting") return unsure ? "unsure" : "notYet";
  return kind;
}

function nameIn(answer: Answer): string {
  return "name" in answer ? answer.name : "";
}

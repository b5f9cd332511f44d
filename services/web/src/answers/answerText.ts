import { useTranslation } from "react-i18next";
import { goesAfterItsPage, isEnding, mayGoLater, saidAs, type Answer, type Lying } from "./answer";
import { asSeen, type Given, type Progress } from "./given";
import { isUnknown } from "./item";

/** How it stands with an answer, and what becomes of it by itself. */
export function useAnswerText(): (given: Given) => string {
  const { t } = useTranslation();
  const stands = useStanding();
  return (now) => {
    const given = asSeen(now);
    const text = stands(given);
    if (given.progress.kind !== "waiting") return text;
    if (given.looks) return `${text} ${t("answer.looksAgain")}`;
    if (given.cannotLook) return `${text} ${t("answer.cannotLook")}`;
    if (given.unseen) return `${text} ${t("answer.unseen")}`;
    return `${text} ${t(goesOnAs(given))}`;
  };
}

/** What ends something may also be sent by the next page. */
function goesOnAs({ answer, unsure }: Given) {
  if (mayGoLater(answer)) return unsure ? "answer.endingAsksAgain" : "answer.endingGoesOn";
  return unsure ? "answer.asksAgain" : "answer.goesOn";
}

type Standing = Pick<Given, "answer" | "progress" | "unsure" | "looks" | "unseen" | "cannotLook">;

/** How it stands with an answer, and nothing of what comes. */
export function useStanding(): (given: Standing) => string {
  const { t } = useTranslation();
  return (given) => {
    const { answer, progress } = given;
    if (progress.kind === "looking") return t("answer.looking");
    if (progress.kind === "failed" && progress.later && isEnding(answer)) {
      return t(`answer.${answer.kind}.later`, { name: nameIn(answer) });
    }
    const said = saidAs(answer);
    return t(`answer.${said}.${stateOf(progress.kind, given)}`, { name: nameIn(answer) });
  };
}

/** Of an answer on the device nothing more is known than whether it has been sent, and is to be. */
export function useStandingOnDevice(): (lying: Lying, goes: boolean) => string {
  const { t } = useTranslation();
  return (lying, goes) => {
    const { answer, heardUntil } = lying;
    const state = heardUntil === 0 ? "not" : "unsure";
    const text = t(`answer.${saidAs(answer)}.${state}`, { name: nameIn(answer) });
    return goes && goesAfterItsPage(lying) ? `${text} ${t("answer.endingGoesOn")}` : text;
  };
}

function stateOf(
  kind: Exclude<Progress["kind"], "looking">,
  { unsure, looks, unseen, cannotLook }: Standing,
) {
  if (kind === "failed") return isUnknown({ unsure, cannotLook }) ? "unsure" : "not";
  if (kind !== "waiting") return kind;
  if (unsure) return "unsure";
  // A page that is closed has left it, and it is not sent any more; or it is no network that is missing.
  return looks || unseen ? "not" : "notYet";
}

function nameIn(answer: Answer): string {
  return "name" in answer ? answer.name : "";
}

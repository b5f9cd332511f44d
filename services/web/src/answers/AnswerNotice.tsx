import { BodyShort, Button, HStack, InlineMessage, VStack } from "@navikt/ds-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useProblemText } from "../language/problems";
import { forgetIntention, isIntended, signInAgainFor } from "../session/intention";
import { useSession } from "../session/session";
import { isFocusNowhere } from "../shell/useTakesOver";
import { intentionOf, questionOf, type Answer } from "./answer";
import {
  asSeen,
  isOfAnotherRoom,
  isOutdated,
  isOvertaken,
  needsFreshLogin,
  type Given,
} from "./given";
import { useAnswers } from "./AnswersProvider";
import { useAnswerText } from "./answerText";
import { WhichRoom } from "./WhichRoom";

const STATUS = { waiting: "warning", failed: "error", done: "success" } as const;

/** Below the buttons of the screen that asks: with them one tries again. */
export function AnswerHere({ given }: { given: Given | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  const kind = given && asSeen(given).progress.kind;
  const waitsFor = useRef<Answer>(undefined);
  const answer = given?.answer;
  useEffect(() => {
    // On a phone it would come up below the screen, or under the notice that there is no connection.
    if (kind === "waiting" || kind === "failed")
      place.current?.scrollIntoView({ block: "nearest" });
    // The buttons that it was given with are gone while it waits: once, however often it is tried.
    if (kind === "waiting" && waitsFor.current !== answer) {
      waitsFor.current = answer;
      if (isFocusNowhere()) place.current?.focus({ preventScroll: true });
    }
    if (kind === undefined || kind === "failed") waitsFor.current = undefined;
  }, [kind, answer]);
  return (
    <div ref={place} role="status" className="answer-here" tabIndex={-1}>
      {given && <AnswerNotice given={given} here onForget={() => place.current?.focus()} />}
    </div>
  );
}

interface AnswerNoticeProps {
  given: Given;
  here?: boolean;
  /** Its button is gone then, and the focus with it. */
  onForget?: () => void;
}

/** How it stands with an answer that is not known to be so, and what its person can do about it. */
export function AnswerNotice({ given, here = false, onForget }: AnswerNoticeProps) {
  const { t } = useTranslation();
  const answers = useAnswers();
  const problemText = useProblemText();
  const again = useTryAgain();
  const callOff = useCallOff();
  const { answer } = given;
  const { progress } = asSeen(given);
  const text = useAnswerText()(given);
  if (progress.kind === "sending" || progress.kind === "looking") {
    return (
      <BodyShort size="small">
        {!here && <WhichRoom of={answer} />}
        {text}
      </BodyShort>
    );
  }
  const failed = progress.kind === "failed";
  const waiting = progress.kind === "waiting";
  return (
    <VStack gap="space-8">
      <InlineMessage status={STATUS[progress.kind]}>
        {!here && <WhichRoom of={answer} />}
        {text}{" "}
        {failed && !progress.later && progress.error !== undefined && problemText(progress.error)}
      </InlineMessage>
      <HStack gap="space-8">
        {failed && !here && (
          <Button size="small" onClick={() => again(given)}>
            {t(leadsToWho(given) ? "answer.seeWho" : "trouble.retry")}
          </Button>
        )}
        {waiting && given.cannotLook && (
          <Button size="small" onClick={() => answers.sendNow(questionOf(answer))}>
            {t("answer.sendNow")}
          </Button>
        )}
        {!(failed && here) && (
          <Button
            size="small"
            variant="secondary"
            onClick={() => {
              onForget?.();
              callOff(given);
            }}
          >
            {t(waiting ? calledOffAs(given) : "answer.seen")}
          </Button>
        )}
      </HStack>
    </VStack>
  );
}

/** It lies here, and its person is on the way to a fresh sign-in, or back, to give it. */
function isOnItsWay(given: Given): boolean {
  return given.looks && isIntended(intentionOf(given.answer));
}

function calledOffAs(given: Given) {
  if (isOnItsWay(given)) return "answer.cancel";
  if (given.looks) return "answer.seen";
  return given.unsure ? "answer.stop" : "answer.cancel";
}

function useCallOff() {
  const answers = useAnswers();
  return (given: Given) => {
    const question = questionOf(given.answer);
    if (!isOnItsWay(given)) return answers.callOff(question);
    forgetIntention();
    answers.forget(question);
  };
}

/** It is about somebody's place, and that is another by now. */
function leadsToWho(given: Given): boolean {
  return isOvertaken(given) || (given.answer.kind === "removal" && isOfAnotherRoom(given));
}

/** What has to be done first is done where the answer was given. */
function useTryAgain() {
  const answers = useAnswers();
  const navigate = useNavigate();
  const { session } = useSession();
  return (given: Given) => {
    const { answer } = given;
    const question = questionOf(answer);
    if (answer.kind === "block") return answers.tryAgain(question);
    if (leadsToWho(given)) {
      answers.forget(question);
      return void navigate(`/rooms/${answer.roomId}/participants`);
    }
    // Only what is said of a room as a whole can be so refused.
    const screen = answer.kind === "opening" ? "open-again" : "consent";
    const place = `/rooms/${answer.roomId}/${screen}`;
    const otherThanShown = isOutdated(given) || isOfAnotherRoom(given);
    if (otherThanShown) {
      answers.forget(question);
      return void navigate(place);
    }
    // Without its server a page leads to no sign-in: it is tried once it is there again.
    if (session.kind !== "signed-in" || !needsFreshLogin(given)) return answers.tryAgain(question);
    answers.handOver(question);
    signInAgainFor(intentionOf(answer), answer, session.me.signedInAt, place);
  };
}

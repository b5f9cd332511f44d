import { BodyShort, Detail, Link } from "@navikt/ds-react";
import { useEffect, useRef, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { inARow } from "../language/isolated";
import { isPatientOf, seatOf } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Marks } from "./conversation";
import { correctedOf } from "./corrected";
import { QuestionButtons } from "./QuestionButtons";
import { isStanding, type Question } from "./questions";
import { useQuestionActs } from "./questionActs";
import { RefusedAmendment } from "./RefusedAmendment";
import type { OfMessage } from "./useAmendments";
import { SendingText } from "./SendingText";
import { useKeepsFocusInRow } from "./useKeepsFocusInRow";
import { useQuestionState } from "./useQuestionState";
import { useQuestionWords } from "./useQuestionWords";

interface QuestionCardProps extends Pick<OfMessage, "question" | "asking" | "mayAct"> {
  room: RoomDetails;
  message: Message;
  read: Marks;
  /** The message as it stands in the page. */
  row: RefObject<HTMLElement | null>;
}

/** Under a message: the question that somebody has made of it, how it stands, and what one may do. */
export function QuestionCard(props: QuestionCardProps) {
  const { room, message, read, row, question, asking, mayAct } = props;
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const held = useKeepsFocusInRow(row);
  const { is } = useQuestionWords(room);
  const card = useSeen(question?.seq);
  if (!question && !asking) return null;
  const stands = isStanding(question);
  return (
    <section
      ref={card}
      className="question"
      aria-label={t("question.title")}
      data-yours={stands && question.addresseeId === myId}
      data-settled={!stands}
      {...(question && { "data-seq": question.seq })}
      {...held}
    >
      {stands && <Standing {...{ room, read, question }} />}
      {stands && mayAct && <QuestionButtons {...{ room, message, question, asking }} />}
      {isOfOtherWords(message, question) && (
        <Detail as="p" textColor="subtle">
          {t("correction.questionBefore")}
        </Detail>
      )}
      {question && !stands && <Settled {...{ room, question }} />}
      {asking?.state.kind === "sending" && <SendingText what={is(asking.what)} />}
      <RefusedAmendment underWay={asking} />
    </section>
  );
}

/** Whether the message says something else than it did when this was said of its question. */
function isOfOtherWords(message: Message, question: Question | undefined): boolean {
  const corrected = correctedOf(message);
  return question !== undefined && corrected !== undefined && corrected.seq > question.seq;
}

/** Watches it anew when something new is said of it: that has not been on the screen. */
function useSeen(seq: number | undefined): RefObject<HTMLElement | null> {
  const card = useRef<HTMLElement>(null);
  const { watch } = useQuestionActs();
  useEffect(() => {
    if (seq === undefined || !card.current) return;
    const unwatch = watch(card.current);
    return () => void unwatch?.();
  }, [seq, watch]);
  return card;
}

interface StandingProps {
  room: RoomDetails;
  read: Marks;
  question: Question;
}

function Standing({ room, read, question }: StandingProps) {
  const { personId: myId } = useMe();
  const { by, name } = useQuestionWords(room);
  const { t } = useTranslation();
  const { status, more } = useQuestionState(room, question, read);
  const { askedById, addresseeId } = question;
  const asksPatient = addresseeId === myId && isPatientOf(room);
  const whole = (id: string) => {
    const seat = seatOf(room, id);
    if (id === myId || !seat) return name(id);
    return inARow(seat.person.name, seat.organisation?.name);
  };
  const head = () => {
    if (askedById === addresseeId) return t("question.self", { name: by(addresseeId) });
    if (asksPatient) return t("question.asksYou", { by: name(askedById) });
    return t("question.to", { name: whole(addresseeId), by: name(askedById) });
  };
  return (
    <>
      <BodyShort size="small" weight="semibold" className="question__to">
        {head()}
      </BodyShort>
      <Detail as="p" className="question__state">
        {[status, ...more].filter((it) => it !== undefined).join(" · ")}
      </Detail>
    </>
  );
}

interface SettledProps {
  room: RoomDetails;
  question: Question;
}

/** One line is enough of what nobody waits for any more. */
function Settled({ room, question }: SettledProps) {
  const { t } = useTranslation();
  const { name, is } = useQuestionWords(room);
  const { goTo } = useQuestionActs();
  const { answer } = question;
  return (
    <Detail as="p" textColor="subtle">
      {t("question.settled", { name: name(question.addresseeId), how: is(question) })}
      {answer !== undefined && (
        <>
          {" · "}
          <Link as="button" type="button" className="question__answer" onClick={() => goTo(answer)}>
            {t("question.seeAnswer")}
          </Link>
        </>
      )}
    </Detail>
  );
}

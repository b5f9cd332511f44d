import { BodyShort, Button, Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { useMe } from "../session/session";
import { mayDo, sentOnBy } from "./asking";
import { useQuestionActs } from "./questionActs";
import { isStanding, questionOf, saidOfQuestion, type Question } from "./questions";
import type { OfMessage } from "./useAmendments";
import { hasLeft } from "./useQuestionState";
import { useQuestionWords } from "./useQuestionWords";

interface QuestionHistoryProps extends Pick<OfMessage, "question" | "mayAct" | "mayAsk"> {
  room: RoomDetails;
  message: Message;
  messages: readonly Message[];
  onClose: () => void;
}

/** Who has asked whom about a message, who has answered what, and when; and the way to ask. */
export function QuestionHistory(props: QuestionHistoryProps) {
  const { room, message, messages, question, mayAct, mayAsk, onClose } = props;
  const { t } = useTranslation();
  const dates = useDates();
  const { personId: myId } = useMe();
  const acts = useQuestionActs();
  const inWords = useInWords(room);
  const said = saidOfQuestion(messages, message.seq);
  const may = isStanding(question) && mayAct && mayDo(question, myId, message.senderId);
  const maySendOn =
    may && isStanding(question) && (may.answer || may.withdraw || hasLeft(room, question));
  if (said.length === 0 && !mayAsk && !maySendOn) return null;
  const wayOn = () => {
    if (!maySendOn) return "question.ask";
    return sentOnBy(myId, question, message.senderId) ? "question.forward" : "question.askAnother";
  };
  const ask = () => {
    onClose();
    acts.ask(message, maySendOn ? question : undefined);
  };
  return (
    <section className="readers__answer" aria-label={t("question.title")}>
      {said.length > 0 && (
        <BodyShort size="small" weight="semibold">
          {t("question.title")}
        </BodyShort>
      )}
      <ul className="plain-list">
        {said.map((it, i) => (
          <Detail as="li" key={it.seq}>
            {inWords(it, said[i - 1])}, <time dateTime={it.sentAt}>{dates.moment(it.sentAt)}</time>
          </Detail>
        ))}
      </ul>
      {(mayAsk || maySendOn) && (
        <Button type="button" size="small" variant="secondary" onClick={ask}>
          {t(wayOn())}
        </Button>
      )}
    </section>
  );
}

/** What one entry said, after the one before it; that it said something where it can't be read. */
function useInWords(room: RoomDetails) {
  const { t } = useTranslation();
  const { dayInNorway } = useDates();
  const { name, by } = useQuestionWords(room);
  const opened = (question: Question, senderId: string, before: Question | undefined) => {
    const who = { by: by(senderId), name: name(question.addresseeId) };
    const isSentOn = isStanding(before) && before.askedById === question.askedById;
    if (question.addresseeId === senderId) return t("question.history.self", { by: who.by });
    if (isSentOn) return t("question.history.forwarded", who);
    return t("question.history.asked", who);
  };
  return (entry: Message, entryBefore: Message | undefined): string => {
    const question = questionOf(entry);
    const who = by(entry.senderId);
    switch (question?.state) {
      case "OPEN":
        return opened(question, entry.senderId, entryBefore && questionOf(entryBefore));
      case "PROMISED":
        return t("question.history.promised", {
          by: who,
          day: dayInNorway(question.promisedBy ?? ""),
        });
      case "ANSWERED":
        return t(`question.history.${question.answer === undefined ? "settled" : "answered"}`, {
          by: who,
        });
      case "WITHDRAWN":
        return t("question.history.withdrawn", { by: who });
      case undefined:
        return t("conversation.newer");
    }
  };
}

import { XMarkIcon } from "@navikt/aksel-icons";
import { Button, Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { WRITING } from "../shell/frame";
import { useConversations } from "./ConversationsProvider";
import type { Question } from "./questions";

/** So much of a message is enough to know which it is. */
const WORDS = 60;

interface AnswersQuestionProps {
  roomId: string;
  question: Question;
}

/** Over where one writes: what it answers, as long as it does. */
export function AnswersQuestion({ roomId, question }: AnswersQuestionProps) {
  const { t } = useTranslation();
  const conversations = useConversations();
  const message = conversations
    .conversation(roomId)
    ?.messages.find(({ seq }) => seq === question.about);
  const end = () => {
    conversations.noAnswer(roomId);
    document.getElementById(WRITING)?.focus();
  };
  return (
    <div className="composer__answers" role="status">
      <Detail as="p" truncate>
        {message?.body
          ? t("question.answering", { text: firstWords(message.body) })
          : t("question.answeringIt")}
      </Detail>
      <Button
        type="button"
        size="xsmall"
        variant="tertiary"
        icon={<XMarkIcon title={t("question.noAnswer")} />}
        onClick={end}
      />
    </div>
  );
}

/** In its place, where others have gone on meanwhile: what is being written answers nothing any more. */
export function NoAnswerNow({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const conversations = useConversations();
  const close = () => {
    conversations.noAnswer(roomId);
    document.getElementById(WRITING)?.focus();
  };
  return (
    <div className="composer__answers" role="status">
      <Detail as="p">{t("question.noAnswerNow")}</Detail>
      <Button
        type="button"
        size="xsmall"
        variant="tertiary"
        icon={<XMarkIcon title={t("standing.close")} />}
        onClick={close}
      />
    </div>
  );
}

export function firstWords(body: string): string {
  const line = body.replace(/\s+/g, " ").trim();
  const letters = [...line];
  return letters.length <= WORDS ? line : `${letters.slice(0, WORDS).join("").trimEnd()} …`;
}

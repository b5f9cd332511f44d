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
  return (
    <WhatItIs
      close={t("question.noAnswer")}
      onClose={() => conversations.noAnswer(roomId)}
      truncate
    >
      {message?.body
        ? t("question.answering", { text: firstWords(message.body) })
        : t("question.answeringIt")}
    </WhatItIs>
  );
}

/** In its place, where the question has changed meanwhile: what is being written answers nothing any more. */
export function NoAnswerNow({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const conversations = useConversations();
  return (
    <WhatItIs close={t("standing.close")} onClose={() => conversations.noAnswer(roomId)}>
      {t("question.noAnswerNow")}
    </WhatItIs>
  );
}

interface WhatItIsProps {
  /** The name of what takes it away. */
  close: string;
  onClose: () => void;
  truncate?: boolean;
  children: string;
}

/** What the person writes, as to another message; taken away, it is a message like any other. */
export function WhatItIs({ close, onClose, truncate = false, children }: WhatItIsProps) {
  const end = () => {
    onClose();
    document.getElementById(WRITING)?.focus();
  };
  return (
    <div className="composer__answers" role="status">
      <Detail as="p" truncate={truncate}>
        {children}
      </Detail>
      <Button
        type="button"
        size="xsmall"
        variant="tertiary"
        icon={<XMarkIcon title={close} />}
        onClick={end}
      />
    </div>
  );
}

export function firstWords(body: string): string {
  const line = body.replace(/\s+/g, " ").trim();
  const letters = [...line];
  return letters.length <= WORDS ? line : `${letters.slice(0, WORDS).join("").trimEnd()} …`;
}

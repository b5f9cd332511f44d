import { XMarkIcon } from "@navikt/aksel-icons";
import { Button, Detail } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import { WRITING } from "../shell/frame";
import { useConversations } from "./ConversationsProvider";
import { correctedOf } from "./corrected";
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
      to={message}
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
  /** The message that it is written to, as it stands; its words stand here, as far as there is room. */
  to?: Message | undefined;
  children: string;
}

/** What the person writes, as to another message; taken away, it is a message like any other. */
export function WhatItIs({ close, onClose, to, children }: WhatItIsProps) {
  const { t } = useTranslation();
  const isOther = useIsOtherNow(to);
  const end = () => {
    onClose();
    document.getElementById(WRITING)?.focus();
  };
  return (
    <div className="composer__answers" role="status">
      <div className="composer__answered">
        <Detail as="p" truncate={to !== undefined}>
          {children}
        </Detail>
        {isOther && <Detail as="p">{t("reply.changedNow")}</Detail>}
      </div>
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

/** Whether the message says something else than when she began to write to it. */
function useIsOtherNow(to: Message | undefined): boolean {
  const [began, setBegan] = useState(to);
  if (to === undefined) return false;
  if (began?.seq !== to.seq) setBegan(to);
  return correctedOf(to)?.state === "edited" && began?.seq === to.seq && began.body !== to.body;
}

export function firstWords(body: string): string {
  const line = body.replace(/\s+/g, " ").trim();
  const letters = [...line];
  return letters.length <= WORDS ? line : `${letters.slice(0, WORDS).join("").trimEnd()} …`;
}

import { Checkbox } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { firstWords } from "./AnswersQuestion";
import { useConversations } from "./ConversationsProvider";
import type { Question } from "./questions";

interface AnswersProps {
  roomId: string;
  question: Question;
  isAnswer: boolean;
  onChange: (isAnswer: boolean) => void;
}

/** Whether the times that are proposed answer the question that waits for her. */
export function Answers({ roomId, question, isAnswer, onChange }: AnswersProps) {
  const { t } = useTranslation();
  const messages = useConversations().conversation(roomId)?.messages;
  const body = messages?.find(({ seq }) => seq === question.about)?.body;
  return (
    <Checkbox size="small" checked={isAnswer} onChange={({ target }) => onChange(target.checked)}>
      {body ? t("appointment.answers", { text: firstWords(body) }) : t("appointment.answersIt")}
    </Checkbox>
  );
}

import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useMe } from "../session/session";
import { WRITING } from "../shell/frame";
import { ActButton, type ActVariant } from "./ActButton";
import { isOnItsWay } from "./amending";
import { mayDo, withdrawn } from "./asking";
import { useConversations } from "./ConversationsProvider";
import { NotConnected } from "./NotConnected";
import { useQuestionActs } from "./questionActs";
import type { Question } from "./questions";
import type { OfMessage } from "./useAmendments";
import { settled } from "./settled";
import { hasLeft } from "./useQuestionState";

interface QuestionButtonsProps {
  room: RoomDetails;
  message: Message;
  question: Question;
  asking: OfMessage["asking"];
}

/** What the person may do with a question that waits for an answer; nothing for who only reads along. */
export function QuestionButtons({ room, message, question, asking }: QuestionButtonsProps) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const conversations = useConversations();
  const acts = useQuestionActs();
  const { roomId } = room;
  const may = mayDo(question, personId, message.senderId);
  const lapsed = hasLeft(room, question);
  const waits = isOnItsWay(asking);
  const button = (text: string, act: () => void, variant: ActVariant) => (
    <ActButton key={text} {...{ text, variant, waits }} onAct={act} />
  );
  const say = (what: ReturnType<typeof settled>) => conversations.ask(roomId, what, question.seq);
  const write = () => {
    conversations.answer(roomId, question);
    document.getElementById(WRITING)?.focus();
  };
  const others = () => acts.ask(message, question);
  const done = () => say(settled(question));
  const secondary = may.answer ? "secondary" : "tertiary";
  const buttons = [
    may.answer && button(t("question.answer"), write, "primary"),
    may.answer && button(t("question.promise"), () => acts.promise(message, question), "secondary"),
    may.answer && button(t("question.done"), done, "secondary"),
    !may.answer && may.withdraw && button(t("question.settle"), done, "tertiary"),
    lapsed && button(t("question.askAnother"), others, "secondary"),
    !lapsed && (may.answer || may.withdraw) && button(t("question.forward"), others, secondary),
    may.withdraw && button(t("question.withdraw"), () => say(withdrawn(question)), "tertiary"),
  ].filter(Boolean);
  if (buttons.length === 0) return null;
  return (
    <>
      <div className="act-buttons">{buttons}</div>
      <NotConnected />
    </>
  );
}

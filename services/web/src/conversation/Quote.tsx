import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { hueOf, shortName } from "../rooms/seats";
import { useMe } from "../session/session";
import { firstWords } from "./AnswersQuestion";
import { correctedOf } from "./corrected";
import { saidIn } from "./kinds";
import { useQuestionActs } from "./questionActs";
import { useAgreementWords } from "./useAgreementWords";
import { useAppointmentWords } from "./useAppointmentWords";

interface QuoteProps {
  room: RoomDetails;
  /** The place of the message that is replied to. */
  to: number;
  /** That message as it stands now; none while it has not been fetched. */
  message: Message | undefined;
  /** The place of the reply; none while it is on its way. */
  reply?: number;
}

/** Over a reply: whose message it replies to, with its first words. A tap leads there. */
export function Quote({ room, to, message, reply = Infinity }: QuoteProps) {
  const { t } = useTranslation();
  const { goTo } = useQuestionActs();
  const { personId: myId } = useMe();
  const text = useTextOf(room);
  const corrected = message && correctedOf(message);
  const isChanged = corrected?.state === "edited" && corrected.seq > reply;
  const mine = message?.senderId === myId;
  const name = message && (shortName(room, message.senderId) || t("conversation.somebody"));
  const words = message ? text(message) : t("reply.earlier");
  const since = isChanged ? ` (${t("reply.changedSince")})` : "";
  const told = t("reply.writing", { name: mine ? t("words.you") : (name ?? ""), text: words });
  return (
    <button
      type="button"
      className="bubble__quote"
      tabIndex={-1}
      data-hue={message && hueOf(room, message.senderId)}
      aria-label={message ? `${told}${since}` : words}
      onClick={() => goTo(to)}
    >
      {name && <bdi className="bubble__quoted">{mine ? t("words.You") : name}</bdi>}
      <bdi className="bubble__words" dir="auto">
        {words}
      </bdi>
      {isChanged && <span className="bubble__changed">{t("reply.changedSince")}</span>}
    </button>
  );
}

/** The first words of a message, whatever its kind. */
export function useTextOf(room: RoomDetails): (message: Message) => string {
  const { t } = useTranslation();
  const { says } = useAppointmentWords(room);
  const { says: agreed } = useAgreementWords(room);
  return (message) => {
    const said = saidIn(message);
    switch (said.kind) {
      case "text":
        return firstWords(said.body);
      case "appointment":
        return firstWords(says(said.appointment));
      case "agreement":
        return firstWords(agreed(said.agreement));
      case "retracted":
        return t("correction.retracted");
      case "unreadable":
        return t("conversation.unreadable");
      case "newer":
        return t("conversation.newer");
    }
  };
}

import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useStaysInList } from "../shell/useStaysInList";
import { SAYS, TAKEN_BACK, type Says } from "./acknowledgements";
import type { Answers, UnderWay } from "./amending";
import { useConversations } from "./ConversationsProvider";
import { NotConnected } from "./NotConnected";
import { useConnection } from "./useConversation";
import { useSendingText } from "./useSendingText";

interface AcknowledgeButtonsProps {
  roomId: string;
  /** The place of the message that is answered. */
  about: number;
  /** Who wrote it. */
  to: string;
  /** What the person says of it already: it can be said otherwise, and taken back. */
  mine?: Says | undefined;
  underWay: UnderWay<Answers> | undefined;
  /** Lets her ask somebody about it instead. */
  onAsk?: () => void;
}

/** The short answers that can be given to a message, each with one tap; one stop on the way through the page. */
export function AcknowledgeButtons(props: AcknowledgeButtonsProps) {
  const { roomId, about, to, mine, underWay, onAsk } = props;
  const { t } = useTranslation();
  const conversations = useConversations();
  const connected = useConnection().kind === "open";
  const sendingText = useSendingText();
  const [stop, setStop] = useState(0);
  const choices: readonly Answers["says"][] = mine ? [...SAYS, TAKEN_BACK] : SAYS;
  const count = choices.length + (onAsk ? 1 : 0);
  const toolbar = useStaysInList<HTMLDivElement>(count);
  const sending = underWay && underWay.state.kind !== "refused" ? underWay.what.says : undefined;
  const waits = !connected || sending !== undefined;
  return (
    <>
      <div
        ref={toolbar}
        role="toolbar"
        tabIndex={-1}
        aria-label={t("acknowledge.title", { name: to })}
        className="acknowledge"
        onKeyDown={amongButtons}
      >
        {choices.map((says, i) => (
          <button
            key={says}
            type="button"
            className="acknowledge__button"
            tabIndex={i === (stop < count ? stop : 0) ? 0 : -1}
            // What has the focus keeps it; what it would do does not happen.
            aria-disabled={waits}
            {...(mine && says !== TAKEN_BACK && { "aria-pressed": says === mine })}
            {...(!connected && { title: t("connection.lost") })}
            data-sending={says === sending}
            onFocus={() => setStop(i)}
            onClick={() => {
              if (!waits && says !== mine) conversations.acknowledge(roomId, about, says);
            }}
          >
            <span className="acknowledge__word">
              {t(`acknowledge.says.${says}`)}
              {says === sending && `: ${sendingText}`}
            </span>
          </button>
        ))}
        {onAsk && (
          <button
            type="button"
            className="acknowledge__button"
            tabIndex={stop === choices.length ? 0 : -1}
            aria-disabled={waits}
            aria-haspopup="dialog"
            {...(!connected && { title: t("connection.lost") })}
            onFocus={() => setStop(choices.length)}
            onClick={() => {
              if (!waits) onAsk();
            }}
          >
            <span className="acknowledge__word">{t("question.ask")}</span>
          </button>
        )}
      </div>
      <NotConnected />
    </>
  );
}

function amongButtons(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const from = buttons.findIndex((it) => it === event.target);
  const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: -1 }[event.key];
  if (from < 0 || to === undefined) return;
  event.preventDefault();
  buttons.at(to % buttons.length)?.focus();
}

import { CalendarIcon, HandshakeIcon, PaperplaneIcon } from "@navikt/aksel-icons";
import { Button, Detail, Textarea } from "@navikt/ds-react";
import { useEffect, useRef, useSyncExternalStore, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { MESSAGE_LIMIT } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { lengthOf, textFault } from "../contracts/text";
import { Emergency } from "../shell/Emergency";
import { ROOM_NAME, WRITING } from "../shell/frame";
import { fetched } from "../shell/Fetched";
import { KEYBOARD, useMedia } from "../shell/useMedia";
import { useAgreementActs } from "./agreementActs";
import { useAppointmentActs } from "./appointmentActs";
import { useConversations } from "./ConversationsProvider";
import { RepliesTo } from "./RepliesTo";
import { useDraft } from "./useDraft";
import { useReaders } from "./useReaders";

/** With the card that it is answered from: it is there. */
const QUIETLY = { quiet: true };
const AnswersQuestion = fetched(
  () => import("./questionParts").then((it) => it.AnswersQuestion),
  QUIETLY,
);
const NoAnswerNow = fetched(() => import("./questionParts").then((it) => it.NoAnswerNow), QUIETLY);

/** It says what it has to say when it comes; sending does not wait for it. */
const SendWarning = fetched(() => import("./SendWarning").then((it) => it.SendWarning), QUIETLY);

/** From here on the count is shown. */
const NEAR_LIMIT = MESSAGE_LIMIT - 500;

/** What an input method handles itself; Safari says of the Enter that ends a composition that it is over. */
const HANDLED_BY_INPUT_METHOD = 229;

function isComposing(event: globalThis.KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === HANDLED_BY_INPUT_METHOD;
}

/** Nobody is about to do anything else. */
function isFree(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.tagName === "H1";
}

export function Composer({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const conversations = useConversations();
  const { draft, write } = useDraft(room.roomId);
  const keyboard = useMedia(KEYBOARD);
  const readers = useReaders(room);
  const { propose } = useAppointmentActs();
  const { word } = useAgreementActs();
  const question = useSyncExternalStore(conversations.subscribe, () =>
    conversations.answeringIn(room.roomId),
  );
  const isNoAnswerNow = useSyncExternalStore(conversations.subscribe, () =>
    conversations.isNoAnswerNow(room.roomId),
  );
  const replyTo = useSyncExternalStore(conversations.subscribe, () =>
    conversations.replyingIn(room.roomId),
  );
  const field = useRef<HTMLTextAreaElement>(null);

  // With a keyboard at hand one writes at once; on a phone the keyboard would take half the screen.
  useEffect(() => {
    if (keyboard && isFree(document.activeElement)) field.current?.focus({ preventScroll: true });
  }, [keyboard]);

  const text = draft.trim();
  const length = lengthOf(text);
  const left = MESSAGE_LIMIT - length;
  const fault = textFault("BODY", text, { longest: MESSAGE_LIMIT });
  const send = () => {
    if (fault) return;
    conversations.compose(room.roomId, text);
    write("");
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || isComposing(event.nativeEvent)) return;
    const sends = event.ctrlKey || event.metaKey || (keyboard && !event.shiftKey);
    if (!sends) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Detail as="p" id="readers" className="composer__readers">
        {readers}
      </Detail>
      {question && <AnswersQuestion {...{ roomId: room.roomId, question }} />}
      {replyTo !== undefined && <RepliesTo {...{ room }} seq={replyTo} />}
      {isNoAnswerNow && <NoAnswerNow roomId={room.roomId} />}
      <div aria-live="polite">{text !== "" && <SendWarning {...{ room, text }} />}</div>
      <div className="composer__row">
        <Textarea
          ref={field}
          id={WRITING}
          label={t("conversation.write")}
          hideLabel
          placeholder={t("conversation.write")}
          aria-describedby={`${ROOM_NAME} readers`}
          minRows={1}
          maxRows={6}
          className="composer__field"
          value={draft}
          onChange={(event) => {
            write(event.target.value);
            conversations.isTyping(room.roomId);
          }}
          onKeyDown={onKeyDown}
          error={
            (fault === "text-too-long" && t("conversation.tooLong", { count: -left })) ||
            (fault === "text-not-plain" && t("conversation.notPlain"))
          }
        />
        <Button
          type="button"
          variant="tertiary"
          className="composer__more"
          icon={<CalendarIcon title={t("appointment.propose")} />}
          onClick={() => propose()}
        />
        <Button
          type="button"
          variant="tertiary"
          className="composer__more"
          icon={<HandshakeIcon title={t("agreement.write")} />}
          onClick={() => word()}
        />
        <Button
          type="submit"
          className="composer__send"
          icon={<PaperplaneIcon title={t("conversation.send")} />}
        />
      </div>
      <Detail as="p" aria-live="polite" className="composer__count">
        {length >= NEAR_LIMIT && left >= 0 && t("conversation.left", { count: left })}
      </Detail>
      <Emergency />
    </form>
  );
}

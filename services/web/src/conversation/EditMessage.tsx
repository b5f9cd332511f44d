import { BodyShort, Modal, Textarea, VStack } from "@navikt/ds-react";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { MESSAGE_LIMIT, type Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { lengthOf, textFault } from "../contracts/text";
import { useDates } from "../language/dates";
import { isolated } from "../language/isolated";
import { useMe } from "../session/session";
import { useConversations } from "./ConversationsProvider";
import { correctedOf } from "./corrected";
import { editableUntil, isEditable } from "./editable";
import { SendFooter } from "./SendFooter";
import { SendWarning } from "./SendWarning";
import { useConnection } from "./useConversation";
import { useFocusOnceOpen } from "./useFocusOnceOpen";
import { useHandedOver } from "./useHandedOver";

/** What is promised while it is written must hold when it is looked at again. */
function useIsLate(message: Message): boolean {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return !isEditable(message, now) || correctedOf(message)?.state === "retracted";
}

interface EditMessageProps {
  room: RoomDetails;
  /** As it stands now. */
  message: Message;
  /** What was written and not saved, by the place of the message. */
  drafts: Map<number, EditDraft>;
  onClose: () => void;
}

/** Other words that are not saved, for those that stood when they were written. */
export interface EditDraft {
  readonly to: string;
  readonly written: string;
}

/**
 * Other words for a message of one's own. It stays until the server has them, or says why not; what was
 * written and not saved is there when it is opened again.
 */
export function EditMessage({ room, message, drafts, onClose }: EditMessageProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const conversations = useConversations();
  const connected = useConnection().kind === "open";
  const field = useRef<HTMLTextAreaElement>(null);
  const [began] = useState(message.body ?? "");
  const [written, setWritten] = useState(() => {
    const draft = drafts.get(message.seq);
    return draft?.to === began ? draft.written : began;
  });
  const write = (words: string) => {
    setWritten(words);
    drafts.set(message.seq, { to: began, written: words });
  };
  const [tried, setTried] = useState(false);
  const { became, waits, handOver } = useHandedOver(room.roomId);
  const { kind } = became;
  useEffect(() => {
    if (kind !== "kept") return;
    drafts.delete(message.seq);
    onClose();
  }, [kind, drafts, message.seq, onClose]);
  useFocusOnceOpen(field);
  const isLate = useIsLate(message);
  const { personId: myId } = useMe();
  const patient = room.seats.find(({ part }) => part === "PATIENT");
  const body = written.trim();
  const fault = textFault("BODY", body, { longest: MESSAGE_LIMIT });
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (fault) field.current?.focus();
    if (fault || !connected || kind === "sending") return;
    if (body === message.body) onClose();
    else handOver(conversations.correct(room.roomId, { kind: "EDIT", about: message.seq, body }));
  };
  const told = () => {
    if (fault === "text-too-long")
      return t("conversation.tooLong", { count: lengthOf(body) - MESSAGE_LIMIT });
    if (fault === "text-not-plain") return t("conversation.notPlain");
    return fault && tried ? t("correction.nothing") : undefined;
  };
  return (
    <form onSubmit={save} noValidate>
      <Modal.Body>
        <VStack gap="space-8">
          <div>
            <Textarea
              ref={field}
              label={t("correction.words")}
              size="small"
              minRows={2}
              maxRows={8}
              value={written}
              error={told()}
              onChange={({ target }) => write(target.value)}
            />
            <div aria-live="polite">
              {body !== began && <SendWarning {...{ room }} text={body} />}
            </div>
          </div>
          <BodyShort size="small" textColor="subtle">
            {isLate
              ? t("correction.tooLate")
              : t("correction.editSays", { at: dates.time(editableUntil(message)) })}{" "}
            {patient && patient.person.personId !== myId
              ? t("correction.patientSeesToo", { name: isolated(patient.person.name) })
              : t("correction.readersSee")}
          </BodyShort>
        </VStack>
      </Modal.Body>
      <SendFooter send={t("correction.save")} {...{ became, waits, onClose }} />
    </form>
  );
}

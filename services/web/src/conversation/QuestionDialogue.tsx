import { BodyShort, Button, Modal } from "@navikt/ds-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useMe } from "../session/session";
import { firstWords } from "./AnswersQuestion";
import { useConversations } from "./ConversationsProvider";
import { AskSomebody } from "./AskSomebody";
import { sentOnBy } from "./asking";
import { PromiseDay } from "./PromiseDay";
import type { Question } from "./questions";

/** What the person wants to say of a message's question. */
export type QuestionMatter =
  | { kind: "ask"; message: Message; question?: Question | undefined }
  | { kind: "promise"; message: Message; question: Question };

interface QuestionDialogueProps {
  room: RoomDetails;
  matter: QuestionMatter | undefined;
  open: boolean;
  onClose: () => void;
}

/**
 * Whom to ask about a message, or until when to answer it. Closed it stays in the page: the browser
 * leads back to where it was asked for only then.
 */
export function QuestionDialogue({ room, matter, open, onClose }: QuestionDialogueProps) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  if (!matter) return null;
  const { kind, message, question } = matter;
  const title = () => {
    if (kind === "promise") return t("question.promiseTitle");
    const sentOn = sentOnBy(myId, question, message.senderId);
    return t(sentOn ? "question.forwardTitle" : "question.who");
  };
  return (
    <Modal open={open} onClose={onClose} header={{ heading: title() }} width="small" portal>
      <Modal.Body>
        <FirstWords roomId={room.roomId} seq={message.seq} />
        {open && kind === "ask" && <AskSomebody {...{ room, message, question, onClose }} />}
        {open && kind === "promise" && <PromiseDay {...{ room, question, onClose }} />}
      </Modal.Body>
      <Modal.Footer>
        <Button variant="secondary" onClick={onClose}>
          {t("words.cancel")}
        </Button>
      </Modal.Footer>
    </Modal>
  );
}

/** Of the message as it stands now: nothing of what was taken back meanwhile. */
function FirstWords({ roomId, seq }: { roomId: string; seq: number }) {
  const conversations = useConversations();
  const body = useSyncExternalStore(
    conversations.subscribe,
    () => conversations.conversation(roomId)?.messages.find((it) => it.seq === seq)?.body,
  );
  if (body === undefined) return null;
  return (
    <BodyShort size="small" textColor="subtle" className="question__about">
      <bdi>{firstWords(body)}</bdi>
    </BodyShort>
  );
}

import { ChatElipsisIcon, ArrowUndoIcon, HandshakeIcon, PencilIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Detail, Link, Modal } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import type { Message } from "../contracts/conversation";
import type { RoomDetails, Seat } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { hueOf, seatOf, takingPart } from "../rooms/seats";
import { useMe } from "../session/session";
import { Face } from "../shell/Face";
import { WRITING } from "../shell/frame";
import { fetched } from "../shell/Fetched";
import { Settling } from "../shell/Settling";
import { BeforeIt } from "./BeforeIt";
import type { Conversation } from "./conversation";
import { correctedOf, hasReadBefore } from "./corrected";
import { useConversations } from "./ConversationsProvider";
import { useCorrectionActs } from "./correctionActs";
import { isEditable } from "./editable";
import { saidIn } from "./kinds";
import { useAgreementActs } from "./agreementActs";
import { AcknowledgeButtons } from "./AcknowledgeButtons";
import { saidBy, type Says } from "./acknowledgements";
import { has, NONE } from "./ranges";
import { isStanding } from "./questions";
import { RefusedAmendment } from "./RefusedAmendment";
import type { OfMessage } from "./useAmendments";
import { whenMarked, type MarkTime } from "./markTimes";

const QuestionHistory = fetched(() => import("./questionParts").then((it) => it.QuestionHistory), {
  quiet: true,
});

interface ReadersProps extends OfMessage {
  room: RoomDetails;
  conversation: Conversation;
  /** Null: nobody asks. */
  message: Message | null;
  onClose: () => void;
}

/** Who has read one message, by name, organisation and time; whom it has only reached, and who is left. */
export function Readers({ room, conversation, message, onClose, ...of }: ReadersProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open={message !== null}
      onClose={onClose}
      header={{ heading: t("readers.title") }}
      width="small"
      portal
    >
      <Modal.Body>
        {message && (
          <Settling key={message.seq}>
            <ReadersOf {...{ room, conversation, message, onClose, ...of }} />
          </Settling>
        )}
        {room.may.seeAccessLog && (
          <Link as={RouterLink} to={`/rooms/${room.roomId}/seen`}>
            {t("accessLog.link")}
          </Link>
        )}
      </Modal.Body>
      <Modal.Footer>
        <Button variant="secondary" onClick={onClose}>
          {t("readers.close")}
        </Button>
      </Modal.Footer>
    </Modal>
  );
}

interface ReadersOfProps extends OfMessage {
  room: RoomDetails;
  conversation: Conversation;
  message: Message;
  onClose: () => void;
}

function ReadersOf({ room, conversation, message, onClose, ...of }: ReadersOfProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const { personId: myId } = useMe();
  const at = dates.moment(message.sentAt);
  const sender = seatOf(room, message.senderId)?.person.name ?? t("conversation.somebody");
  const corrected = correctedOf(message);
  return (
    <>
      <BodyShort size="small" textColor="subtle">
        {message.senderId === myId
          ? t("readers.ofYours", { at })
          : t("readers.of", { name: sender, at })}
      </BodyShort>
      <ul className="plain-list readers">
        {peopleFor(room, conversation, message, myId).map((seat) => (
          <Reader
            key={seat.person.personId}
            {...{ room, conversation, message, seat }}
            says={saidBy(seat.person.personId, of.acknowledged)}
          />
        ))}
      </ul>
      <Detail className="readers__times">{t("readers.times")}</Detail>
      {of.mayCorrect && <Correct {...{ message, onClose }} />}
      {corrected && <BeforeIt corrected={corrected} />}
      <QuestionHistory {...{ room, message, onClose, messages: conversation.messages }} {...of} />
      {of.mayAct && saidIn(message).kind === "text" && (
        <Reply {...{ room, message, onClose }} question={of.question} />
      )}
      {of.mayAct && saidIn(message).kind === "text" && (
        <MakeAgreement message={message} onClose={onClose} />
      )}
      {of.mayAnswer && saidIn(message).kind === "text" && (
        <ShortAnswer {...{ room, message, to: sender, ...of }} />
      )}
    </>
  );
}

type ReplyProps = Pick<ReadersOfProps, "room" | "message" | "onClose" | "question">;

/** What she writes next is a reply to it; where a question waits for her there, the answer. */
function Reply({ room, message, onClose, question }: ReplyProps) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const conversations = useConversations();
  const asked = isStanding(question) && question.addresseeId === personId ? question : undefined;
  const begin = () => {
    onClose();
    if (asked) conversations.answer(room.roomId, asked);
    else conversations.reply(room.roomId, message.seq);
    // Once the dialogue has given the focus back to where it came from.
    requestAnimationFrame(() => document.getElementById(WRITING)?.focus());
  };
  return (
    <Button
      type="button"
      size="small"
      variant="tertiary"
      icon={<ChatElipsisIcon aria-hidden />}
      onClick={begin}
    >
      {t(asked ? "reply.answer" : "reply.begin")}
    </Button>
  );
}

/** One tap makes the message something that those who are here agree on, to be sent. */
function MakeAgreement({ message, onClose }: Pick<ReadersOfProps, "message" | "onClose">) {
  const { t } = useTranslation();
  const { word } = useAgreementActs();
  const make = () => {
    onClose();
    word({ message });
  };
  return (
    <Button
      type="button"
      size="small"
      variant="tertiary"
      icon={<HandshakeIcon aria-hidden />}
      onClick={make}
    >
      {t("agreement.fromMessage")}
    </Button>
  );
}

/** To say it otherwise, as long as that may be, or to take it back. */
function Correct({ message, onClose }: Pick<ReadersOfProps, "message" | "onClose">) {
  const { t } = useTranslation();
  const { edit, retract } = useCorrectionActs();
  const [now] = useState(() => Date.now());
  const then = (act: typeof edit) => () => {
    onClose();
    act(message);
  };
  return (
    <div className="readers__correct">
      {isEditable(message, now) && (
        <Button
          type="button"
          size="small"
          variant="tertiary"
          icon={<PencilIcon aria-hidden />}
          onClick={then(edit)}
        >
          {t("correction.edit")}
        </Button>
      )}
      <Button
        type="button"
        size="small"
        variant="tertiary"
        data-color="danger"
        icon={<ArrowUndoIcon aria-hidden />}
        onClick={then(retract)}
      >
        {t("correction.retract")}
      </Button>
    </div>
  );
}

interface ShortAnswerProps extends Pick<OfMessage, "acknowledged" | "underWay"> {
  room: RoomDetails;
  message: Message;
  to: string;
}

/** What the person herself says of it: to any message, also where she is not asked. */
function ShortAnswer({ room, message, to, acknowledged, underWay }: ShortAnswerProps) {
  const { t } = useTranslation();
  const { personId } = useMe();
  return (
    <section className="readers__answer" aria-labelledby="short-answer">
      <BodyShort id="short-answer" size="small" weight="semibold">
        {t("acknowledge.answer")}
      </BodyShort>
      <AcknowledgeButtons
        roomId={room.roomId}
        about={message.seq}
        mine={saidBy(personId, acknowledged)}
        {...{ to, underWay }}
      />
      <RefusedAmendment underWay={underWay} />
    </section>
  );
}

interface ReaderProps {
  room: RoomDetails;
  conversation: Conversation;
  message: Message;
  seat: Seat;
  says: Says | undefined;
}

function Reader({ room, conversation, message, seat, says }: ReaderProps) {
  const { t } = useTranslation();
  const { personId, name } = seat.person;
  return (
    <li className="readers__one">
      <Face name={name} hue={hueOf(room, personId)} size="medium" />
      <div>
        <BodyShort weight="semibold">
          <bdi>{name}</bdi>
        </BodyShort>
        <Detail textColor="subtle">
          {seat.organisation && <bdi>{seat.organisation.name}</bdi>}
          {seat.status !== "ACTIVE" && ` · ${t("readers.left")}`}
        </Detail>
      </div>
      <BodyShort size="small" className="readers__when">
        {says && <span className="readers__says">{t(`acknowledge.says.${says}`)}</span>}
        <WhenRead {...{ conversation, personId, message }} hasAnswered={says !== undefined} />
      </BodyShort>
    </li>
  );
}

interface WhenReadProps {
  conversation: Conversation;
  personId: string;
  message: Message;
  /** Whether she has answered it shortly, as it stands. */
  hasAnswered: boolean;
}

function WhenRead({ conversation, personId, message, hasAnswered }: WhenReadProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const { read, readAt, received, receivedAt } = conversation;
  const { seq } = message;
  const corrected = correctedOf(message);
  const before = corrected !== undefined && hasReadBefore(corrected, personId);
  // What she has seen since is that it was taken back.
  if (corrected?.state === "retracted" && !before && !corrected.readBy.includes(personId))
    return t("correction.notRead");
  const at = (time: MarkTime) => ({ at: dates.moment(time.at) });
  if (has(read.get(personId) ?? NONE, seq)) {
    const time = whenMarked(readAt.get(personId) ?? [], seq);
    // When she has read the words that she has answered is not known.
    if (before && hasAnswered) return t("readers.read");
    if (before) return time ? t("correction.readBeforeAt", at(time)) : t("correction.readBeforeIt");
    if (!time) return t("readers.read");
    return t(time.exact ? "readers.readAt" : "readers.readAtLatest", at(time));
  }
  if (has(received.get(personId) ?? NONE, seq)) {
    const time = whenMarked(receivedAt.get(personId) ?? [], seq);
    if (!time) return t("readers.reached");
    return t(time.exact ? "readers.reachedAt" : "readers.reachedAtLatest", at(time));
  }
  return t("readers.notRead");
}

/** All who can read it but its sender and the one who looks, and those who have left and have read it. */
function peopleFor(
  room: RoomDetails,
  { read }: Conversation,
  { seq, senderId }: Message,
  myId: string,
): Seat[] {
  const present = takingPart(room);
  const left = [...read.entries()]
    .filter(([id, ranges]) => has(ranges, seq) && !present.some((it) => it.person.personId === id))
    .flatMap(([id]) => seatOf(room, id) ?? []);
  return [...present, ...left].filter(
    ({ person }) => person.personId !== myId && person.personId !== senderId,
  );
}

import { useMemo, useSyncExternalStore } from "react";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useMe } from "../session/session";
import {
  acknowledgementsIn,
  asksForAnswer,
  NOBODY,
  saidBy,
  type Acknowledgement,
} from "./acknowledgements";
import { agreementOf, agreementsIn, type KnownAgreement } from "./agreements";
import {
  isOnItsWay,
  type Agrees,
  type Amends,
  type Answers,
  type Appoints,
  type Asks,
  type Corrects,
  type Fits,
  type SaysWhether,
  type UnderWay,
} from "./amending";
import { appointmentOf, appointmentsIn, type KnownAppointment } from "./appointments";
import { mayWrite, type Conversation } from "./conversation";
import { useConversations } from "./ConversationsProvider";
import { saidIn } from "./kinds";
import { isStanding, questionsIn, type Question } from "./questions";

/** What a message's row is told of what is said of it. What is not another stays the same. */
export interface OfMessage {
  acknowledged: readonly Acknowledgement[];
  underWay: UnderWay<Answers> | undefined;
  /** Whether the person is asked for one there. */
  offered: boolean;
  /** Whether she may give one, and all that was answered is known. */
  mayAnswer: boolean;
  /** How the question stands that somebody has made of it, if somebody has and it is known. */
  question: Question | undefined;
  asking: UnderWay<Asks> | undefined;
  /** Whether the person may write, and so ask somebody, and act on what is hers. */
  mayAct: boolean;
  /** Whether she may make it a question: it can be read, and none waits for an answer. */
  mayAsk: boolean;
  /** The appointment that it proposes or says something of, as that stands now. */
  appointment: KnownAppointment | undefined;
  appointing: UnderWay<Appoints | Fits> | undefined;
  /** The agreement that it proposes or says something of, as that stands now. */
  agreement: KnownAgreement | undefined;
  agreeing: UnderWay<Agrees | SaysWhether> | undefined;
  /** What she has said otherwise, or taken back, and the room does not show yet. */
  correcting: UnderWay<Corrects> | undefined;
  /** The message that it replies to, as it stands now, if it is a reply and that is here. */
  repliesTo: Message | undefined;
  /** Whether she may say it otherwise, or take it back: it is a text of hers. */
  mayCorrect: boolean;
}

const NOTHING: OfMessage = {
  acknowledged: NOBODY,
  underWay: undefined,
  offered: false,
  mayAnswer: false,
  question: undefined,
  asking: undefined,
  mayAct: false,
  mayAsk: false,
  appointment: undefined,
  appointing: undefined,
  agreement: undefined,
  agreeing: undefined,
  correcting: undefined,
  repliesTo: undefined,
  mayCorrect: false,
};

/** Short answers, questions, appointments and agreements in a room, by the message; found anew with the room's messages. */
export function useAmendments(
  room: RoomDetails,
  conversation: Conversation,
): (message: Message | null) => OfMessage {
  const { personId } = useMe();
  const conversations = useConversations();
  const { roomId, messages, outbox, lastSeq } = conversation;
  const underWay = useSyncExternalStore(conversations.subscribe, () =>
    conversations.amendingIn(roomId),
  );
  const { at, answers, questions, appointments, agreements } = useMemo(() => {
    const accepted = acceptedIn(outbox, underWay, personId);
    return {
      at: new Map(messages.map((it) => [it.seq, it])),
      answers: acknowledgementsIn(messages, lastSeq, accepted),
      questions: questionsIn(messages, lastSeq, accepted),
      appointments: appointmentsIn(messages, lastSeq, accepted),
      agreements: agreementsIn(messages, lastSeq, accepted),
    };
  }, [messages, lastSeq, outbox, underWay, personId]);
  const may = mayWrite(conversation, room);
  const asks = outbox.length === 0 ? asksForAnswer(messages, personId) : undefined;
  return (message) => {
    if (!message) return NOTHING;
    const { seq, senderId } = message;
    const said = saidIn(message).kind;
    if (said === "retracted") return NOTHING;
    const { inResponseTo } = message;
    const correcting = newestOf(underWay, ["EDIT", "RETRACTION"], seq) as OfMessage["correcting"];
    const acknowledged = answers.by.get(seq) ?? NOBODY;
    const question = questions.by.get(seq);
    const mayAnswer = may && seq >= answers.wholeFrom && senderId !== personId;
    const isKnown = question !== undefined || seq >= questions.wholeFrom;
    const asksHer = isStanding(question) && question.addresseeId === personId;
    const isSaid = saidBy(personId, acknowledged) !== undefined;
    return {
      acknowledged,
      underWay: underWay.find((it) => isOf(it, "ACKNOWLEDGEMENT", seq)) as OfMessage["underWay"],
      mayAnswer,
      // Whoever is asked answers that; the short answers are one tap further away.
      offered: mayAnswer && seq === asks && !isSaid && !asksHer,
      question,
      asking: underWay.findLast((it) => isOf(it, "QUESTION", seq)) as OfMessage["asking"],
      mayAct: may,
      mayAsk: may && isKnown && !isStanding(question) && said === "text",
      correcting,
      repliesTo: inResponseTo === undefined ? undefined : at.get(inResponseTo),
      mayCorrect: may && !isOnItsWay(correcting) && senderId === personId && said === "text",
      ...ofAppointment(message, appointments, underWay),
      ...ofAgreement(message, agreements, underWay),
    };
  };
}

function ofAppointment(
  message: Message,
  appointments: ReadonlyMap<number, KnownAppointment>,
  underWay: readonly UnderWay[],
): Pick<OfMessage, "appointment" | "appointing"> {
  const about = appointmentOf(message)?.about;
  if (about === undefined) return { appointment: undefined, appointing: undefined };
  const appointing = newestOf(underWay, ["APPOINTMENT", "APPOINTMENT_RESPONSE"], about);
  return {
    appointment: appointments.get(about),
    appointing: appointing as OfMessage["appointing"],
  };
}

function ofAgreement(
  message: Message,
  agreements: ReadonlyMap<number, KnownAgreement>,
  underWay: readonly UnderWay[],
): Pick<OfMessage, "agreement" | "agreeing"> {
  const about = agreementOf(message)?.about;
  if (about === undefined) return { agreement: undefined, agreeing: undefined };
  const agreeing = newestOf(underWay, ["AGREEMENT", "AGREEMENT_RESPONSE"], about);
  return {
    agreement: agreements.get(about),
    agreeing: agreeing as OfMessage["agreeing"],
  };
}

/** What is under way about a row, of these kinds. */
function newestOf(underWay: readonly UnderWay[], kinds: readonly Amends["kind"][], about: number) {
  return underWay.findLast((it) => kinds.some((kind) => isOf(it, kind, about)));
}

function isOf({ what }: UnderWay, kind: Amends["kind"], about: number): boolean {
  return what.kind === kind && what.about === about;
}

/** What the server has of the person's, and the room does not show yet. */
function acceptedIn(
  outbox: Conversation["outbox"],
  underWay: readonly UnderWay[],
  senderId: string,
) {
  return [
    ...outbox.flatMap(({ state }) =>
      state.kind === "accepted"
        ? [{ seq: state.seq, sentAt: state.sentAt, senderId, kind: "TEXT" }]
        : [],
    ),
    ...underWay.flatMap(({ state, what }) =>
      state.kind === "accepted"
        ? [{ seq: state.seq, sentAt: state.sentAt, senderId, ...what }]
        : [],
    ),
  ];
}

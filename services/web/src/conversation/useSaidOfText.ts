import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useListed } from "../language/names";
import { seatOf } from "../rooms/seats";
import { useMe } from "../session/session";
import { isolated } from "../language/isolated";
import { SAYS, TAKEN_BACK } from "./acknowledgements";
import { agreementOf } from "./agreements";
import { appointmentOf } from "./appointments";
import { questionOf } from "./questions";
import { useAgreementWords } from "./useAgreementWords";
import { useAppointmentWords } from "./useAppointmentWords";
import { useQuestionWords } from "./useQuestionWords";

/** What a screen reader is told of what is said of a message: what concerns the person, and no more. */
export function useSaidOfText(room: RoomDetails, messages: readonly Message[]) {
  const answeredText = useAnsweredText(room, messages);
  const askedText = useAskedText(room, messages);
  const timesText = useTimesText(room, messages);
  const agreesText = useAgreesText(room, messages);
  const correctedText = useCorrectedText(room);
  return (message: Message) =>
    answeredText(message) ??
    askedText(message) ??
    timesText(message) ??
    agreesText(message) ??
    correctedText(message);
}

/** That somebody has said something otherwise, or has taken it back: what it is, its row says. */
function useCorrectedText(room: RoomDetails) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  return ({ kind, senderId }: Message): string | undefined => {
    if (kind !== "EDIT" && kind !== "RETRACTION") return undefined;
    const isEdit = kind === "EDIT";
    if (senderId === myId)
      return t(isEdit ? "correction.said.mineEdited" : "correction.said.mineRetracted");
    const name = seatOf(room, senderId)?.person.name ?? t("conversation.somebody");
    return t(isEdit ? "correction.said.edited" : "correction.said.retracted", { name });
  };
}

/** Of what concerns her: who agrees, and who does not; she herself too. */
function useAgreesText(room: RoomDetails, messages: readonly Message[]) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const { name } = useAgreementWords(room);
  return ({ kind, senderId, response, follows }: Message): string | undefined => {
    if (kind !== "AGREEMENT_RESPONSE") return undefined;
    if (response !== "ACCEPTED" && response !== "OBJECTED") return undefined;
    if (senderId === myId) return t(`agreement.said.${response}`);
    const to = messages.find(({ seq }) => seq === follows);
    const worded = to && agreementOf(to);
    if (!worded?.participantIds.includes(myId)) return undefined;
    const who = { name: name(senderId) };
    // What others have put in words may not be on the screen.
    if (worded.proposedById !== myId) return t(`agreement.toAll.${response}`, who);
    return t(`agreement.toHers.${response}`, { ...who, what: isolated(worded.description) });
  };
}

/** Of times that she has proposed: whom they fit. */
function useTimesText(room: RoomDetails, messages: readonly Message[]) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const { name, when } = useAppointmentWords(room);
  const listed = useListed();
  return ({ kind, senderId, accepts, follows }: Message): string | undefined => {
    if (kind !== "APPOINTMENT_RESPONSE" || senderId === myId) return undefined;
    const to = messages.find(({ seq }) => seq === follows);
    const proposed = to && appointmentOf(to);
    if (proposed?.proposedById !== myId) return undefined;
    const times = proposed.slots.filter(({ start }) => accepts?.includes(start)).map(when);
    return times.length === 0
      ? t("appointment.toMine.none", { name: name(senderId) })
      : t("appointment.toMine.fits", { name: name(senderId), times: listed(times) });
  };
}

/** Of a question: what she says herself, what is asked of her, and what becomes of what is hers. */
function useAskedText(room: RoomDetails, messages: readonly Message[]) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const { by, name, is } = useQuestionWords(room);
  return (message: Message): string | undefined => {
    const question = message.kind === "QUESTION" ? questionOf(message) : undefined;
    if (!question) return undefined;
    const { state, askedById, addresseeId, about } = question;
    const mine = message.senderId === myId;
    const to = { name: name(addresseeId) };
    const self = message.senderId === addresseeId;
    const isTold = [askedById, addresseeId, addresseeBefore(messages, message)].includes(myId);
    if (state === "OPEN" && self && (mine || isTold || authorOf(messages, about) === myId))
      return t("question.self", { name: by(addresseeId) });
    if (state === "OPEN") {
      if (mine) return t("question.sent", to);
      if (addresseeId === myId) return t("question.toYou", { by: name(askedById) });
    }
    if (!mine && !isTold && authorOf(messages, about) !== myId) return undefined;
    if (state === "OPEN") return is(question);
    return t("question.settled", { ...to, how: is(question) });
  };
}

/** Who was to answer until this was said. */
function addresseeBefore(messages: readonly Message[], { about, seq }: Message) {
  const before = messages.findLast(
    (it) => it.kind === "QUESTION" && it.about === about && it.seq < seq,
  );
  return before && questionOf(before)?.addresseeId;
}

function authorOf(messages: readonly Message[], seq: number): string | undefined {
  return messages.find((it) => it.seq === seq)?.senderId;
}

/** Of a short answer: one's own, and another's to what one wrote oneself. */
function useAnsweredText(room: RoomDetails, messages: readonly Message[]) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  return ({ kind, about, says, senderId }: Message): string | undefined => {
    if (kind !== "ACKNOWLEDGEMENT") return undefined;
    const mine = senderId === myId;
    if (!mine && messages.find(({ seq }) => seq === about)?.senderId !== myId) return undefined;
    const name = seatOf(room, senderId)?.person.name ?? t("conversation.somebody");
    if (says === TAKEN_BACK) {
      return mine ? t("acknowledge.mineTakenBack") : t("acknowledge.toMineTakenBack", { name });
    }
    const known = SAYS.find((it) => it === says);
    if (!known) return undefined;
    const what = t(`acknowledge.says.${known}`);
    return mine ? t("acknowledge.mine", { what }) : t("acknowledge.toMine", { name, what });
  };
}

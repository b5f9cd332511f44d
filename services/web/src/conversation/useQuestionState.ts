import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { todayInNorway } from "../language/norway";
import { isPatientOf, seatOf } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Marks } from "./conversation";
import type { Question } from "./questions";
import { has, NONE } from "./ranges";
import { useQuestionWords } from "./useQuestionWords";

/** Whether the one who is asked is not in the room any more, as far as is known here. */
export function hasLeft(room: RoomDetails, { addresseeId }: Question): boolean {
  const seat = seatOf(room, addresseeId);
  return seat !== undefined && seat.status !== "ACTIVE";
}

/**
 * How a question stands that waits for an answer, and what else is known of it. The patient is told of
 * no day of his that has passed: nobody counts it against him.
 */
export function useQuestionState(room: RoomDetails, question: Question, read: Marks) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const { dayInNorway } = useDates();
  const { name, is } = useQuestionWords(room);
  const { state, saidById, addresseeId, wantedBy, promisedBy, seq } = question;
  const isMine = addresseeId === myId;
  if (room.status !== "ACTIVE") return { status: t("question.unanswered"), more: [] };
  if (hasLeft(room, question)) {
    return { status: t("question.gone", { name: name(addresseeId) }), more: [] };
  }
  const today = todayInNorway();
  const day = state === "PROMISED" ? promisedBy : wantedBy;
  const hasPassed = day !== undefined && day < today;
  const spared = isMine && isPatientOf(room);
  const tellsDay = day !== undefined && !(spared && hasPassed);
  const waits = () => {
    if (spared) return tellsDay ? undefined : t("question.whenItSuits");
    return t(isMine ? "question.waitsForYou" : "question.waits");
  };
  // Of what she has said herself nobody is told that she has seen it.
  const isHerOwn = saidById === addresseeId;
  const hasSeen = !isMine && !isHerOwn && has(read.get(addresseeId) ?? NONE, seq);
  return {
    status: state === "PROMISED" && tellsDay ? is(question) : waits(),
    more: [
      state === "OPEN" && tellsDay ? t("question.wanted", { day: dayInNorway(day) }) : undefined,
      tellsDay && hasPassed ? t("question.passed") : undefined,
      hasSeen ? t("question.seen", { name: name(addresseeId) }) : undefined,
    ],
  };
}

import { BodyLong, VStack } from "@navikt/ds-react";
import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { isolated } from "../language/isolated";
import { useListed } from "../language/names";
import { shortName, takingPart } from "../rooms/seats";
import { useMe } from "../session/session";
import { firstWords } from "./AnswersQuestion";
import type { Marks } from "./conversation";
import { correctedOf, hasReadBefore } from "./corrected";
import { useConversations } from "./ConversationsProvider";
import { EndIt } from "./EndIt";
import { isStanding, questionsIn } from "./questions";
import { has, NONE } from "./ranges";

interface RetractMessageProps {
  room: RoomDetails;
  /** As it stands now. */
  message: Message;
  onClose: () => void;
}

/** Whether a message of one's own is to be taken back, and for whom it will be gone. */
export function RetractMessage({ room, message, onClose }: RetractMessageProps) {
  const { t } = useTranslation();
  const conversations = useConversations();
  // Another window of hers may have taken it back.
  const isOver = correctedOf(message)?.state === "retracted";
  useEffect(() => {
    if (isOver) onClose();
  }, [isOver, onClose]);
  return (
    <EndIt
      roomId={room.roomId}
      end={t("correction.retract")}
      keep={t("correction.keep")}
      onEnd={() => conversations.correct(room.roomId, { kind: "RETRACTION", about: message.seq })}
      onClose={onClose}
    >
      <VStack gap="space-12">
        {message.body && (
          <BodyLong size="small" className="question__about" textColor="subtle">
            <bdi>{firstWords(message.body)}</bdi>
          </BodyLong>
        )}
        <WhatComesOfIt {...{ room, message }} />
        <QuestionFalls {...{ room, message }} />
      </VStack>
    </EndIt>
  );
}

/** As it is now: whoever reads it before it is taken back keeps it too. */
function WhatComesOfIt({ room, message }: Omit<RetractMessageProps, "onClose">) {
  const { t } = useTranslation();
  const listed = useListed();
  const { personId: myId } = useMe();
  const conversations = useConversations();
  const read = useSyncExternalStore(
    conversations.subscribe,
    () => conversations.conversation(room.roomId)?.read,
  );
  const corrected = correctedOf(message);
  const readers = readersOf(room, read ?? new Map(), message).filter((id) => id !== myId);
  const before = readers.filter((id) => corrected && hasReadBefore(corrected, id));
  const now = readers.filter((id) => !before.includes(id));
  const patient = room.seats.find(({ part }) => part === "PATIENT")?.person;
  // What a helper had on her screen he sees too, also where she may have read the words before alone.
  const sees =
    patient !== undefined &&
    patient.personId !== myId &&
    !now.includes(patient.personId) &&
    readers.some((id) => id !== patient.personId);
  const others = takingPart(room).filter(
    ({ person: { personId } }) =>
      personId !== myId && !readers.includes(personId) && personId !== patient?.personId,
  );
  const who = (ids: readonly string[]) => ({
    names: listed(ids.map((id) => shortName(room, id) || t("conversation.somebody"))),
    count: ids.length,
  });
  if (readers.length === 0) return <BodyLong>{t("correction.nobodyHas")}</BodyLong>;
  return (
    <>
      {now.length > 0 && <BodyLong>{t("correction.someHave", who(now))}</BodyLong>}
      {before.length > 0 && <BodyLong>{t("correction.someHadBefore", who(before))}</BodyLong>}
      {sees && <BodyLong>{t("correction.patientSees", { name: isolated(patient.name) })}</BodyLong>}
      {others.length > 0 && <BodyLong>{t("correction.othersDoNot")}</BodyLong>}
    </>
  );
}

/** Who asked with it, or is asked, waits no more. */
function QuestionFalls({ room, message }: Omit<RetractMessageProps, "onClose">) {
  const { t } = useTranslation();
  const conversations = useConversations();
  const question = useSyncExternalStore(conversations.subscribe, () => {
    const here = conversations.conversation(room.roomId);
    return here && questionsIn(here.messages, here.lastSeq).by.get(message.seq);
  });
  return isStanding(question) ? <BodyLong>{t("correction.questionFalls")}</BodyLong> : null;
}

/** On whose screens it has been, whether they are still here or not. */
function readersOf(room: RoomDetails, read: Marks, { seq }: Message): string[] {
  const people = new Set(room.seats.map(({ person }) => person.personId));
  return [...people].filter((id) => has(read.get(id) ?? NONE, seq));
}

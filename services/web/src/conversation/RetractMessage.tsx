import { BodyLong, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails, Seat } from "../contracts/rooms";
import { useListed } from "../language/names";
import { seatOf, shortName, takingPart } from "../rooms/seats";
import { useMe } from "../session/session";
import { firstWords } from "./AnswersQuestion";
import type { Marks } from "./conversation";
import { useConversations } from "./ConversationsProvider";
import { EndIt } from "./EndIt";
import { has, NONE } from "./ranges";

interface RetractMessageProps {
  room: RoomDetails;
  message: Message;
  onClose: () => void;
}

/** Whether a message of one's own is to be taken back, and for whom it will be gone. */
export function RetractMessage({ room, message, onClose }: RetractMessageProps) {
  const { t } = useTranslation();
  const conversations = useConversations();
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
      </VStack>
    </EndIt>
  );
}

/** As it is now: whoever reads it before it is taken back keeps it too. */
function WhatComesOfIt({ room, message }: Omit<RetractMessageProps, "onClose">) {
  const { t } = useTranslation();
  const listed = useListed();
  const { personId: myId } = useMe();
  const read = useConversations().conversation(room.roomId)?.read ?? new Map();
  const readers = readersOf(room, read, message).filter((id) => id !== myId);
  if (readers.length === 0) {
    return <BodyLong>{t("correction.nobodyHas")}</BodyLong>;
  }
  const patient = room.seats.find(isPatient)?.person.personId;
  const sees = patient !== undefined && patient !== myId && !readers.includes(patient);
  const names = readers.map((id) => shortName(room, id) || t("conversation.somebody"));
  return (
    <>
      <BodyLong>{t("correction.someHave", { names: listed(names), count: names.length })}</BodyLong>
      {sees && (
        <BodyLong>
          {t("correction.patientSees", { name: seatOf(room, patient)?.person.name })}
        </BodyLong>
      )}
      {takingPart(room).length > readers.length + 1 + (sees ? 1 : 0) && (
        <BodyLong>{t("correction.othersDoNot")}</BodyLong>
      )}
    </>
  );
}

function isPatient({ part }: Seat): boolean {
  return part === "PATIENT";
}

/** On whose screens it has been, whether they are still here or not. */
function readersOf(room: RoomDetails, read: Marks, { seq }: Message): string[] {
  const people = new Set(room.seats.map(({ person }) => person.personId));
  return [...people].filter((id) => has(read.get(id) ?? NONE, seq));
}

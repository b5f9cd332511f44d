import { Button, HStack, VStack } from "@navikt/ds-react";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { daysAfter, todayInNorway } from "../language/norway";
import { promised } from "./asking";
import { useConversations } from "./ConversationsProvider";
import { fridayAfter, isInReach } from "./daysAhead";
import { NotConnected } from "./NotConnected";
import { UnderWayNotice } from "./UnderWayNotice";
import type { Question } from "./questions";
import { useConnection } from "./useConversation";
import { DayField } from "./WantedBy";

interface PromiseDayProps {
  room: RoomDetails;
  question: Question;
  onClose: () => void;
}

/** Until when the person answers: one tap, or any other day. */
export function PromiseDay({ room, question, onClose }: PromiseDayProps) {
  const { t } = useTranslation();
  const { dayInNorway } = useDates();
  const conversations = useConversations();
  const connected = useConnection().kind === "open";
  const [other, setOther] = useState<string>();
  const [told, setTold] = useState(false);
  const today = todayInNorway();
  const say = (day: string) => {
    if (!connected || !isInReach(day, today)) return;
    if (conversations.ask(room.roomId, promised(question, day), question.seq)) onClose();
    else setTold(true);
  };
  const onOther = (event: FormEvent) => {
    event.preventDefault();
    if (other !== undefined) say(other);
  };
  return (
    <VStack gap="space-16">
      <NotConnected />
      {told && <UnderWayNotice />}
      <HStack gap="space-8">
        {[today, daysAfter(today, 1), fridayAfter(today)].map((day) => (
          <Button
            key={day}
            type="button"
            size="small"
            className="act-button"
            aria-disabled={!connected}
            onClick={() => say(day)}
          >
            {dayInNorway(day)}
          </Button>
        ))}
      </HStack>
      <form className="ask__day" onSubmit={onOther}>
        <DayField label={t("question.promiseDay")} day={other} onDay={setOther} />
        <Button
          type="submit"
          size="small"
          variant="secondary"
          className="act-button"
          aria-disabled={!connected || other === undefined || !isInReach(other, today)}
        >
          {t("question.promiseIt")}
        </Button>
      </form>
    </VStack>
  );
}

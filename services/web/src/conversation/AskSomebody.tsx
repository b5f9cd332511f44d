import { BodyShort, Detail } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails, Seat } from "../contracts/rooms";
import { todayInNorway } from "../language/norway";
import { hueOf, takingPart } from "../rooms/seats";
import { useMe } from "../session/session";
import { Face } from "../shell/Face";
import { asked, forwarded, sentOnBy } from "./asking";
import { useConversations } from "./ConversationsProvider";
import { isInReach } from "./daysAhead";
import { WantedBy } from "./WantedBy";
import { NotConnected } from "./NotConnected";
import { UnderWayNotice } from "./UnderWayNotice";
import type { Question } from "./questions";
import { useConnection } from "./useConversation";

interface AskSomebodyProps {
  room: RoomDetails;
  message: Message;
  /** Where it is asked already: to be sent on. */
  question: Question | undefined;
  onClose: () => void;
}

/** Those who can answer in the room: one tap asks. Until when comes before it, where somebody wants that. */
export function AskSomebody({ room, message, question, onClose }: AskSomebodyProps) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const conversations = useConversations();
  const connected = useConnection().kind === "open";
  const [wantedBy, wish] = useState<string>();
  const [told, setTold] = useState(false);
  const sentOn = sentOnBy(myId, question, message.senderId);
  const mayWish = sentOn === undefined;
  const waits = !connected || !isInReach(wantedBy, todayInNorway());
  const { others, self } = peopleFor(room, myId, question?.addresseeId, sentOn?.askedById);
  const ask = (personId: string) => {
    if (waits) return;
    const what = sentOn
      ? forwarded(sentOn, personId)
      : asked(message.seq, myId, personId, wantedBy);
    if (conversations.ask(room.roomId, what, question?.seq)) onClose();
    else setTold(true);
  };
  const person = (seat: Seat, name: string) => (
    <li key={seat.person.personId}>
      <button
        type="button"
        className="ask__one"
        aria-disabled={waits}
        onClick={() => ask(seat.person.personId)}
      >
        <Face name={seat.person.name} hue={hueOf(room, seat.person.personId)} size="medium" />
        <span className="ask__who">
          <BodyShort as="span" weight="semibold">
            <bdi>{name}</bdi>
          </BodyShort>
          <Detail as="span" textColor="subtle">
            {seat !== self &&
              (seat.part === "PATIENT" ? t("participants.patient") : seat.organisation?.name)}
          </Detail>
        </span>
      </button>
    </li>
  );
  return (
    <>
      {mayWish && <WantedBy label={t("question.wantedBy")} wanted={wantedBy} onWish={wish} />}
      <NotConnected />
      {told && <UnderWayNotice />}
      {others.length === 0 && (
        <BodyShort className="ask__nobody">
          {t(sentOn ? "question.nobodyElse" : "question.alone")}
        </BodyShort>
      )}
      <ul className="plain-list ask" aria-label={t("question.who")}>
        {others.map((seat) => person(seat, seat.person.name))}
        {self && person(self, t("question.toSelf"))}
      </ul>
    </>
  );
}

/**
 * The others as they stand in the room, and the person herself: neither if she is asked already. Nobody
 * sends whoever asked her own question.
 */
function peopleFor(
  room: RoomDetails,
  myId: string,
  askedId: string | undefined,
  askerId: string | undefined,
) {
  const people = takingPart(room).filter(({ person }) => person.personId !== askedId);
  return {
    others: people.filter(({ person }) => ![myId, askerId].includes(person.personId)),
    self: people.find(({ person }) => person.personId === myId),
  };
}

import { Heading } from "@navikt/ds-react";
import { memo, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { hueOf, seatOf } from "../rooms/seats";
import { useMe } from "../session/session";
import { Face } from "../shell/Face";
import { fetched } from "../shell/Fetched";
import { AcknowledgedBy } from "./AcknowledgedBy";
import type { Agreement } from "./agreements";
import type { Appointment } from "./appointments";
import type { Marks } from "./conversation";
import { Correcting } from "./Correcting";
import { correctedOf } from "./corrected";
import { saidIn, type Said } from "./kinds";
import { Linked } from "./Linked";
import { isStanding } from "./questions";
import { LastRead, ReadBefore, ReadBy } from "./ReadBy";
import { Quote } from "./Quote";
import type { Ranges } from "./ranges";
import type { OfMessage } from "./useAmendments";
import { useAppointmentWords } from "./useAppointmentWords";
import { useAgreementWords } from "./useAgreementWords";
import type { AskedDate } from "./when";

/** Until it has come its place is kept, so that nothing moves. */
const QuestionCard = fetched(() => import("./questionParts").then((it) => it.QuestionCard), {
  waiting: () => null,
});

const AppointmentCard = fetched(
  () => import("./appointmentParts").then((it) => it.AppointmentCard),
  {
    waiting: () => null,
  },
);

const AgreementCard = fetched(() => import("./agreementParts").then((it) => it.AgreementCard), {
  waiting: () => null,
});

interface MessageBubbleProps extends OfMessage {
  message: Message;
  room: RoomDetails;
  read: Marks;
  received: Marks;
  /** Those whose last read message this is. */
  readers: readonly string[];
  onAskReaders: (message: Message) => void;
  onAskDate: (date: AskedDate) => void;
  startsGroup: boolean;
  endsGroup: boolean;
  firstOfDay: boolean;
  newest: boolean;
  group: Ranges;
  groupWhole: boolean;
}

/** Who said it, from where, when, who has answered it shortly, and who has read it. Stays as it is when older pages come. */
export const MessageBubble = memo(function MessageBubble(props: MessageBubbleProps) {
  const { message, room, read, received, readers, onAskReaders, onAskDate } = props;
  const { startsGroup, endsGroup, firstOfDay, newest, group, groupWhole } = props;
  const { acknowledged, underWay, offered, mayAnswer, question, asking, mayAct, mayAsk } = props;
  const { appointment, appointing, agreement, agreeing, correcting, repliesTo } = props;
  const said = saidIn(message);
  const corrected = correctedOf(message);
  const { t } = useTranslation();
  const row = useRef<HTMLDivElement>(null);
  const dates = useDates();
  const mine = message.senderId === useMe().personId;
  const starts = startsGroup && !mine;
  const name = useNameOf(room, message.senderId);
  return (
    <div
      ref={row}
      className="message"
      data-mine={mine}
      data-starts={startsGroup}
      data-ends={endsGroup}
      data-hue={hueOf(room, message.senderId)}
    >
      {starts && <Face name={name} hue={hueOf(room, message.senderId)} size="medium" />}
      <div className="bubble">
        {starts ? (
          <Heading level="3" size="xsmall" className="bubble__who">
            <From {...{ room, message }} withOrganisation={firstOfDay} />
          </Heading>
        ) : (
          <Unseen heading={startsGroup}>
            <From {...{ room, message }} withOrganisation={startsGroup && firstOfDay} />
          </Unseen>
        )}
        {said.kind === "text" && message.inResponseTo !== undefined && (
          <div className="bubble__quote-place">
            <Quote
              {...{ room }}
              to={message.inResponseTo}
              message={repliesTo}
              reply={message.seq}
            />
          </div>
        )}
        <Says {...{ said, room, message, mine, onAskDate }} />{" "}
        <button
          type="button"
          className="bubble__time"
          // The newest is a stop on the way through the page; from it the arrows lead to the others.
          tabIndex={newest ? 0 : -1}
          title={t(offeredBy(props))}
          onClick={() => onAskReaders(message)}
        >
          {corrected?.state === "retracted" && `${t("correction.sent")} `}
          <time dateTime={message.sentAt}>{dates.time(message.sentAt)}</time>
          {corrected?.state === "edited" && ` · ${t("correction.edited")}`}
        </button>
      </div>
      {correcting && <Correcting underWay={correcting} />}
      {said.kind === "appointment" && appointment && (
        <AppointmentCard
          says={said.appointment}
          {...{ room, appointment, row, appointing, mayAct }}
        />
      )}
      {said.kind === "agreement" && agreement && (
        <AgreementCard
          says={said.agreement}
          underWay={agreeing}
          {...{ room, agreement, row, mayAct }}
        />
      )}
      {(question ?? asking) && (
        <div className="question-place" data-stands={isStanding(question)}>
          <QuestionCard {...{ room, message, read, row, question, asking, mayAct }} />
        </div>
      )}
      <AcknowledgedBy
        {...{ room, message, row, acknowledged, underWay, offered, mayAnswer, mayAsk }}
      />
      {corrected?.state === "edited" && <ReadBefore {...{ room, corrected, acknowledged }} />}
      {endsGroup && said.kind !== "retracted" && (
        <ReadBy {...{ room, read, received, message, group, groupWhole }} />
      )}
      <LastRead room={room} message={message} readers={readers} onAsk={onAskReaders} />
    </div>
  );
});

/** What its time leads to. */
function offeredBy({ mayCorrect, mayAct }: Pick<OfMessage, "mayCorrect" | "mayAct">) {
  if (mayCorrect) return "correction.offered";
  return mayAct ? "reply.offered" : "readers.title";
}

/** For whoever does not see on which side it stands, and in which colour. */
function Unseen({ heading, children }: { heading: boolean; children: ReactNode }) {
  return heading ? (
    <h3 className="sr-only">{children}</h3>
  ) : (
    <span className="sr-only">{children}</span>
  );
}

function useNameOf(room: RoomDetails, personId: string): string {
  const { t } = useTranslation();
  return seatOf(room, personId)?.person.name ?? t("conversation.somebody");
}

interface FromProps {
  room: RoomDetails;
  message: Message;
  withOrganisation: boolean;
}

function From({ room, message: { senderId }, withOrganisation }: FromProps) {
  const { t } = useTranslation();
  const name = useNameOf(room, senderId);
  const organisation = seatOf(room, senderId)?.organisation?.name;
  if (senderId === useMe().personId) return t("words.You");
  return (
    <>
      <bdi>{name}</bdi>
      {withOrganisation && organisation && (
        <span className="bubble__from">
          , <bdi>{organisation}</bdi>
        </span>
      )}
    </>
  );
}

interface SaysProps {
  said: Said;
  room: RoomDetails;
  message: Message;
  mine: boolean;
  onAskDate: (date: AskedDate) => void;
}

function Says({ said, room, message, mine, onAskDate }: SaysProps) {
  const { t } = useTranslation();
  switch (said.kind) {
    case "text":
      return (
        <bdi className="body" dir="auto">
          <Linked text={said.body} {...{ message, onAskDate }} />
        </bdi>
      );
    case "retracted":
      return (
        <span className="body unreadable">
          {t(mine ? "correction.mineRetracted" : "correction.retracted")}
        </span>
      );
    case "appointment":
      return <AppointmentSaid room={room} appointment={said.appointment} />;
    case "agreement":
      return <AgreementSaid room={room} agreement={said.agreement} />;
    case "unreadable":
      return <span className="body unreadable">{t("conversation.unreadable")}</span>;
    case "newer":
      return <span className="body unreadable">{t("conversation.newer")}</span>;
  }
}

function AppointmentSaid({ room, appointment }: { room: RoomDetails; appointment: Appointment }) {
  const { says } = useAppointmentWords(room);
  return (
    <bdi className="body" dir="auto">
      {says(appointment)}
    </bdi>
  );
}

function AgreementSaid({ room, agreement }: { room: RoomDetails; agreement: Agreement }) {
  const { says } = useAgreementWords(room);
  return (
    <bdi className="body" dir="auto">
      {says(agreement)}
    </bdi>
  );
}

import { BodyShort, Checkbox, Detail } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { useListed } from "../language/names";
import { presentIn } from "../rooms/seats";
import { useMe } from "../session/session";
import { Clash } from "../standing/Clash";
import { useClashes } from "../standing/useClashes";
import { ActButton } from "./ActButton";
import { isOnItsWay } from "./amending";
import { booked, fits } from "./appointing";
import {
  mayWith,
  waitsFor,
  type AppointmentResponse,
  type KnownAppointment,
  type Slot,
} from "./appointments";
import { useConversations } from "./ConversationsProvider";
import type { OfMessage } from "./useAmendments";
import { useAppointmentWords } from "./useAppointmentWords";
import { hasBegun, useSlotWords, whenOf } from "./when";

interface ProposedTimesProps extends Pick<OfMessage, "appointing"> {
  room: RoomDetails;
  appointment: KnownAppointment;
  /** Whether the person is to come, may write, and knows how it stands. */
  mayChange: boolean;
}

/** The times that are proposed, whom each fits, and the one tap that books one or says that it fits. */
export function ProposedTimes({ room, appointment, appointing, mayChange }: ProposedTimesProps) {
  const { personId: myId } = useMe();
  const conversations = useConversations();
  const { newest, responses } = appointment;
  const present = presentIn(room);
  const may = mayWith(newest, myId, present);
  const mine = responses.find(({ personId }) => personId === myId)?.accepts;
  // What is ticked and not kept yet answers these times, and follows what she had said of them.
  const follows = `${newest.seq} ${mine?.join() ?? "-"}`;
  const [ticked, tick] = useState<{ follows: string; starts: readonly string[] }>();
  const unsent = ticked?.follows === follows ? ticked.starts : undefined;
  const fitting = unsent ?? mine ?? [];
  const waits = isOnItsWay(appointing);
  const say = (what: Parameters<typeof conversations.appoint>[1]) =>
    conversations.appoint(room.roomId, what, newest.seq);
  // Nobody settles on a time that fits nobody.
  const mayBookIt = ({ start }: Slot) =>
    newest.proposedById !== myId || responses.some(({ accepts }) => accepts.includes(start));
  const set = ({ start }: Slot, fit: boolean) => {
    const others = fitting.filter((it) => it !== start);
    tick({ follows, starts: fit ? [...others, start] : others });
  };
  return (
    <>
      <ul className="plain-list appointment__slots">
        {newest.slots.map((slot) => (
          <SlotRow key={slot.start} {...{ room, slot, appointment }}>
            {mayChange && may.book && mayBookIt(slot) && (
              <Book
                {...{ room, slot, waits }}
                stands={newest}
                onBook={() => say(booked(newest, slot))}
              />
            )}
            {mayChange && may.answer && (
              <Fits
                {...{ room, slot }}
                fit={fitting.includes(slot.start)}
                onFit={(fit) => set(slot, fit)}
              />
            )}
          </SlotRow>
        ))}
      </ul>
      <WaitsFor {...{ room, appointment }} />
      {mayChange && may.answer && (
        <SendResponse
          count={fitting.length}
          isSaid={mine !== undefined && unsent === undefined}
          waits={waits}
          onSend={() => say(fits(newest, fitting))}
        />
      )}
    </>
  );
}

interface SlotProps {
  room: RoomDetails;
  slot: Slot;
}

/** A time, whom it fits, and what may be done with it as long as it is ahead. */
function SlotRow({
  room,
  slot,
  appointment: { newest, responses },
  children,
}: SlotProps & { appointment: KnownAppointment; children: ReactNode }) {
  const { t } = useTranslation();
  const dates = useDates();
  const listed = useListed();
  const { names } = useAppointmentWords(room);
  const { inZone } = useSlotWords();
  const clashes = useClashes(room.roomId, newest.seq);
  const { day, from, to } = whenOf(slot);
  const isPast = hasBegun(slot);
  const whom = responses.filter(({ accepts }) => accepts.includes(slot.start)).map(personOf);
  return (
    <li className="appointment__slot" data-over={isPast}>
      <div>
        <BodyShort size="small" weight="semibold">
          {dates.inWords(day)}
        </BodyShort>
        <BodyShort size="small">{inZone(slot, t("appointment.clocks", { from, to }))}</BodyShort>
        {isPast && <Detail as="p">{t("appointment.over")}</Detail>}
        {!isPast && (
          <Clash clashes={clashes.filter((it) => newest.slots[it.slot] === slot)} room={room} />
        )}
        {newest.participantIds.length > 2 && whom.length > 0 && (
          <Detail as="p">{t("appointment.fitsFor", { names: listed(names(whom)) })}</Detail>
        )}
      </div>
      {!isPast && children}
    </li>
  );
}

interface BookProps extends SlotProps {
  stands: KnownAppointment["newest"];
  waits: boolean;
  onBook: () => void;
}

function Book({ room, slot, stands, waits, onBook }: BookProps) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const { when } = useAppointmentWords(room);
  const isMine = stands.proposedById === myId;
  return (
    <ActButton
      text={isMine ? t("appointment.agree") : t("appointment.choose")}
      about={when(slot)}
      size="small"
      variant={isMine ? "tertiary" : "primary"}
      waits={waits}
      onAct={onBook}
    />
  );
}

function Fits({
  room,
  slot,
  fit,
  onFit,
}: SlotProps & { fit: boolean; onFit: (fit: boolean) => void }) {
  const { t } = useTranslation();
  const { when } = useAppointmentWords(room);
  return (
    <Checkbox size="small" checked={fit} onChange={({ target }) => onFit(target.checked)}>
      {t("appointment.fits")}
      <span className="sr-only"> {when(slot)}</span>
    </Checkbox>
  );
}

/** Of more than two, whom none of the times fit, and whose answer is waited for, as far as that is known. */
function WaitsFor({ room, appointment }: Omit<ProposedTimesProps, "appointing" | "mayChange">) {
  const { t } = useTranslation();
  const listed = useListed();
  const { names } = useAppointmentWords(room);
  const { newest, responses, isWhole } = appointment;
  const waiting = waitsFor({ newest, responses }, presentIn(room), hasBegun);
  // Whoever proposed them sees herself that it is her turn.
  const others = waiting.filter((id) => id !== newest.proposedById);
  const none = responses.filter(({ accepts }) => accepts.length === 0).map(personOf);
  if (newest.participantIds.length <= 2) return null;
  return (
    <>
      {none.length > 0 && (
        <Detail as="p">{t("appointment.noneFitsFor", { names: listed(names(none)) })}</Detail>
      )}
      {isWhole && others.length > 0 && (
        <Detail as="p" textColor="subtle">
          {t("appointment.waitsFor", { names: listed(names(others)) })}
        </Detail>
      )}
    </>
  );
}

interface SendResponseProps {
  count: number;
  isSaid: boolean;
  waits: boolean;
  onSend: () => void;
}

/** What is ticked goes by one tap, and so does that nothing is. */
function SendResponse({ count, isSaid, waits, onSend }: SendResponseProps) {
  const { t } = useTranslation();
  if (isSaid) return <Detail as="p">{t("appointment.answered")}</Detail>;
  return (
    <div className="act-buttons">
      <ActButton
        text={t("appointment.answer")}
        size="small"
        variant="primary"
        waits={waits || count === 0}
        onAct={onSend}
      />
      {count === 0 && (
        <ActButton
          text={t("appointment.noneFits")}
          size="small"
          variant="tertiary"
          waits={waits}
          onAct={onSend}
        />
      )}
    </div>
  );
}

function personOf({ personId }: AppointmentResponse): string {
  return personId;
}

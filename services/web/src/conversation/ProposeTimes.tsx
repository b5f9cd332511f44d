import { PlusIcon, XMarkIcon } from "@navikt/aksel-icons";
import {
  BodyShort,
  Button,
  Checkbox,
  CheckboxGroup,
  ErrorMessage,
  Modal,
  Select,
  TextField,
  VStack,
} from "@navikt/ds-react";
import { useEffect, useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { todayInNorway } from "../language/norway";
import { useProblemText } from "../language/problems";
import { takingPart } from "../rooms/seats";
import { useMe } from "../session/session";
import { proposed } from "./appointing";
import type { Appointment } from "./appointments";
import { useConversations } from "./ConversationsProvider";
import { yearAfter } from "./daysAhead";
import { NotConnected } from "./NotConnected";
import {
  asProposal,
  beginning,
  faultsOf,
  LENGTHS,
  MOST_TIMES,
  nextTime,
  type Faults,
  type Proposing,
  type TimeWanted,
} from "./proposing";
import { UnderWayNotice } from "./UnderWayNotice";
import { useAppointing } from "./useAppointing";
import { useConnection } from "./useConversation";

interface ProposeTimesProps {
  room: RoomDetails;
  /** What stands already: other times are proposed for it. */
  stands: Appointment | undefined;
  onClose: () => void;
  /** They are on their way, or have come. */
  onSent: () => void;
}

/** What to meet for, with whom, where, how long, and one to five times. */
export function ProposeTimes({ room, stands, onClose, onSent }: ProposeTimesProps) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const problemText = useProblemText();
  const conversations = useConversations();
  const connected = useConnection().kind === "open";
  const others = takingPart(room).filter(({ person }) => person.personId !== myId);
  const [wanted, want] = useState<Proposing>(() => beginning(room, myId, stands));
  const [faults, setFaults] = useState<Faults>({ times: new Map() });
  const [sent, setSent] = useState<"no" | "sent" | "waits">("no");
  const appointing = useAppointing(room.roomId, stands?.about);
  const isSending = sent === "sent" && appointing?.state.kind === "sending";
  const refused = sent === "sent" && appointing?.state.kind === "refused" && appointing.state;
  const hasCome = sent === "sent" && !isSending && !refused;
  useEffect(() => {
    if (hasCome) onSent();
  }, [hasCome, onSent]);
  const change = (part: Partial<Proposing>) => want((before) => ({ ...before, ...part }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(wanted, Date.now());
    setFaults(found);
    if (!connected || isSending || found.any) return;
    const what = proposed(myId, asProposal(wanted), stands);
    setSent(conversations.appoint(room.roomId, what, stands?.seq) ? "sent" : "waits");
  };
  return (
    <form onSubmit={send} noValidate>
      <Modal.Body>
        <VStack gap="space-16">
          <TextField
            label={t("appointment.what")}
            size="small"
            maxLength={200}
            value={wanted.description}
            error={faults.description && t("appointment.whatMissing")}
            onChange={({ target }) => change({ description: target.value })}
          />
          <Times {...{ wanted, faults, change }} />
          <Select
            label={t("appointment.length")}
            size="small"
            className="appointment__length"
            value={wanted.minutes}
            onChange={({ target }) => change({ minutes: Number(target.value) })}
          >
            {[...new Set([...LENGTHS, wanted.minutes])]
              .sort((one, other) => one - other)
              .map((minutes) => (
                <option key={minutes} value={minutes}>
                  {t("appointment.minutes", { count: minutes })}
                </option>
              ))}
          </Select>
          {others.length > 1 && (
            <CheckboxGroup
              legend={t("appointment.who")}
              size="small"
              value={[...wanted.people]}
              error={faults.people && t("appointment.whoMissing")}
              onChange={(people: string[]) => change({ people })}
            >
              {others.map(({ person, organisation }) => (
                <Checkbox
                  key={person.personId}
                  value={person.personId}
                  description={organisation?.name ?? t("participants.patient")}
                >
                  <bdi>{person.name}</bdi>
                </Checkbox>
              ))}
            </CheckboxGroup>
          )}
          <TextField
            label={t("appointment.where")}
            description={t("appointment.whereHelp")}
            size="small"
            value={wanted.where}
            error={faults.where && problemText(faults.where)}
            onChange={({ target }) => change({ where: target.value })}
          />
          {others.length === 0 && <BodyShort size="small">{t("appointment.alone")}</BodyShort>}
          <NotConnected />
          {sent === "waits" && <UnderWayNotice />}
          <div aria-live="polite">
            {refused && <ErrorMessage size="small">{problemText(refused.code)}</ErrorMessage>}
          </div>
        </VStack>
      </Modal.Body>
      <Modal.Footer>
        <Button type="submit" loading={isSending} aria-disabled={!connected}>
          {t("appointment.send")}
        </Button>
        <Button type="button" variant="secondary" onClick={onClose}>
          {t("words.cancel")}
        </Button>
      </Modal.Footer>
    </form>
  );
}

interface TimesProps {
  wanted: Proposing;
  faults: Faults;
  change: (part: Partial<Proposing>) => void;
}

function Times({ wanted: { times }, faults, change }: TimesProps) {
  const { t } = useTranslation();
  const id = useId();
  const put = (at: number, time: TimeWanted) =>
    change({ times: times.map((it, i) => (i === at ? time : it)) });
  return (
    <fieldset className="appointment__times" aria-labelledby={id}>
      <BodyShort id={id} size="small" weight="semibold">
        {t("appointment.times")}
      </BodyShort>
      {times.map((time, at) => (
        <TimeField
          key={time.key}
          number={at + 1}
          time={time}
          fault={faults.times.get(time.key)}
          onTime={(it) => put(at, it)}
          onRemove={
            times.length > 1
              ? () => change({ times: times.filter((it) => it !== time) })
              : undefined
          }
        />
      ))}
      {times.length < MOST_TIMES && (
        <Button
          type="button"
          size="small"
          variant="tertiary"
          icon={<PlusIcon aria-hidden />}
          onClick={() => change({ times: [...times, nextTime(times)] })}
        >
          {t("appointment.addTime")}
        </Button>
      )}
    </fieldset>
  );
}

interface TimeFieldProps {
  number: number;
  time: TimeWanted;
  fault: string | undefined;
  onTime: (time: TimeWanted) => void;
  onRemove: (() => void) | undefined;
}

function TimeField({ number, time, fault, onTime, onRemove }: TimeFieldProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const today = todayInNorway();
  const id = useId();
  const told = { "aria-invalid": fault !== undefined, "aria-describedby": `${id}-fault` };
  return (
    <div className="day-field">
      <div className="appointment__time">
        <input
          type="date"
          aria-label={t("appointment.day", { number })}
          min={today}
          max={yearAfter(today)}
          value={time.day}
          {...told}
          onChange={({ target }) => onTime({ ...time, day: target.value })}
        />
        <input
          type="time"
          aria-label={t("appointment.clock", { number })}
          value={time.from}
          {...told}
          onChange={({ target }) => onTime({ ...time, from: target.value })}
        />
        {onRemove && (
          <Button
            type="button"
            size="small"
            variant="tertiary"
            data-color="neutral"
            icon={<XMarkIcon title={t("appointment.removeTime", { number })} />}
            onClick={onRemove}
          />
        )}
      </div>
      <div id={`${id}-fault`} aria-live="polite">
        {fault !== undefined && (
          <ErrorMessage size="small">
            {fault === "missing" ? t("appointment.timeMissing") : problemText(fault)}
          </ErrorMessage>
        )}
      </div>
    </div>
  );
}

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
import { useEffect, useRef, useState, type FormEvent, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useProblemText } from "../language/problems";
import { seatOf } from "../rooms/seats";
import { useMe } from "../session/session";
import { KEYBOARD, useMedia } from "../shell/useMedia";
import { proposed } from "./appointing";
import type { Appointment } from "./appointments";
import { useConversations } from "./ConversationsProvider";
import { Answers } from "./Answers";
import { NotConnected } from "./NotConnected";
import {
  asProposal,
  beginning,
  faultsOf,
  isSound,
  LENGTHS,
  LONGEST_LINE,
  othersIn,
  peopleOf,
  type Faults,
  type Proposing,
} from "./proposing";
import { TimesField } from "./TimesField";
import type { Question } from "./questions";
import { useAnswered, type Answered } from "./useAnswered";
import { UnderWayNotice } from "./UnderWayNotice";
import { useAppointmentWords } from "./useAppointmentWords";
import { useBecame, type Became } from "./useBecame";
import { useConnection } from "./useConversation";

interface ProposeTimesProps {
  room: RoomDetails;
  /** What stands already: other times are proposed for it. */
  stands: Appointment | undefined;
  open: boolean;
  onClose: () => void;
  /** What was sent while this was closed has not been taken. */
  onOpen: () => void;
  /** The server has it. */
  onSent: () => void;
}

/** What to meet for, with whom, where, how long, and one to five times. */
export function ProposeTimes(props: ProposeTimesProps) {
  const { room, stands, open, onClose, onOpen, onSent } = props;
  const { t } = useTranslation();
  const problemText = useProblemText();
  const form = useRef<HTMLFormElement>(null);
  const answered = useAnswered(room.roomId, stands, open);
  const [said, say] = useState<{ about: number; isAnswer: boolean }>();
  const isAnswer = (people: readonly string[]) =>
    answered !== undefined &&
    (said?.about === answered.question.about ? said.isAnswer : isLikely(answered, people));
  const { wanted, faults, change, send, became, waits } = useProposal(
    room,
    stands,
    form,
    (people) => (isAnswer(people) ? answered?.question : undefined),
  );
  const connected = useConnection().kind === "open";
  const { kind } = became;
  useEffect(() => {
    if (kind === "kept") onSent();
    // Once: whoever closes it then has seen it.
    if (kind === "refused") onOpen();
  }, [kind, onOpen, onSent]);
  useFirstField(form, open);
  const isSending = kind === "sending";
  return (
    <form ref={form} onSubmit={send} noValidate>
      <Modal.Body>
        <VStack gap="space-16">
          {stands?.status === "BOOKED" && <Moves room={room} stands={stands} />}
          {answered && (
            <Answers
              roomId={room.roomId}
              question={answered.question}
              isAnswer={isAnswer(wanted.people)}
              onChange={(it) => say({ about: answered.question.about, isAnswer: it })}
            />
          )}
          <What {...{ wanted, faults, change }} />
          <TimesField {...{ wanted, faults, change }} />
          <Length {...{ wanted, change }} />
          <People {...{ room, wanted, faults, change }} />
          <Where {...{ wanted, faults, change }} />
        </VStack>
      </Modal.Body>
      <Modal.Footer>
        <Button type="submit" className="act-button" loading={isSending} aria-disabled={!connected}>
          {t("appointment.send")}
        </Button>
        <Button type="button" variant="secondary" onClick={onClose}>
          {t("words.cancel")}
        </Button>
        <div className="appointment__told" aria-live="polite">
          <NotConnected />
          {waits && <UnderWayNotice />}
          {became.kind === "refused" && (
            <ErrorMessage size="small">{problemText(became.code)}</ErrorMessage>
          )}
        </div>
      </Modal.Footer>
    </form>
  );
}

/** What is being filled in, what is wrong with it, and what has become of it. */
function useProposal(
  room: RoomDetails,
  stands: Appointment | undefined,
  form: RefObject<HTMLFormElement | null>,
  answering: (people: readonly string[]) => Question | undefined,
) {
  const { personId: myId } = useMe();
  const conversations = useConversations();
  const connected = useConnection().kind === "open";
  const [written, write] = useState<Proposing>(() => beginning(room, myId, stands));
  const [tries, setTries] = useState(0);
  const [half, setHalf] = useState<ReadonlySet<number>>(new Set());
  const [clientId, setClientId] = useState<string>();
  const [waits, setWaits] = useState(false);
  const became = useBecame(room.roomId, clientId);
  // Who has left meanwhile is met no more.
  const wanted = { ...written, people: peopleOf(room, myId, written.people) };
  // What was wrong is told until it is mended.
  const faults = tries > 0 ? faultsOf(wanted, Date.now(), half) : NONE;
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [tries, form]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const begun = halfFilled(event.currentTarget);
    const found = faultsOf(wanted, Date.now(), begun);
    setHalf(begun);
    setTries((before) => before + 1);
    if (!connected || became.kind === "sending" || !isSound(found)) return;
    const what = proposed(myId, asProposal(wanted), stands);
    const answers = answering(wanted.people);
    const id = conversations.appoint(room.roomId, what, stands?.seq, answers);
    setClientId(id);
    setWaits(id === undefined);
  };
  const change = (part: Partial<Proposing>) => write((before) => ({ ...before, ...part }));
  const outcome: Became = clientId !== undefined && became.kind === "nothing" ? LOST : became;
  return { wanted, faults, change, send, became: outcome, waits };
}

/** She has said so, or proposes them to whoever asks or wrote what is asked about. */
function isLikely({ question, authorId, isChosen }: Answered, people: readonly string[]): boolean {
  return isChosen || people.some((id) => id === question.askedById || id === authorId);
}

/** The times of which the browser shows a part, and says nothing: a day without its year. */
function halfFilled(form: HTMLFormElement): ReadonlySet<number> {
  const fields = [...form.querySelectorAll<HTMLInputElement>("[data-time]")];
  return new Set(
    fields.filter((it) => it.validity.badInput).map((it) => Number(it.dataset["time"])),
  );
}

const NONE: Faults = { times: new Map() };

/** Where there is a keyboard one writes at once; on a phone it would take half the screen. */
function useFirstField(form: RefObject<HTMLFormElement | null>, open: boolean) {
  const keyboard = useMedia(KEYBOARD);
  useEffect(() => {
    if (open && keyboard) form.current?.querySelector("input")?.focus();
  }, [open, keyboard, form]);
}

/** It was on its way, and is nowhere: she may not write there any more. */
const LOST: Became = { kind: "refused", code: "write-not-allowed" };

/** What is agreed holds no more as soon as other times are proposed. */
function Moves({ room, stands }: { room: RoomDetails; stands: Appointment }) {
  const { t } = useTranslation();
  const { when } = useAppointmentWords(room);
  return (
    stands.booked && (
      <BodyShort size="small">{t("appointment.moveSays", { when: when(stands.booked) })}</BodyShort>
    )
  );
}

export interface PartProps {
  wanted: Proposing;
  faults: Faults;
  change: (part: Partial<Proposing>) => void;
}

function What({ wanted, faults: { description }, change }: PartProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const told = description === "missing" ? t("appointment.whatMissing") : undefined;
  return (
    <TextField
      label={t("appointment.what")}
      size="small"
      maxLength={LONGEST_LINE}
      value={wanted.description}
      error={told ?? (description && problemText(description))}
      onChange={({ target }) => change({ description: target.value })}
    />
  );
}

function Length({ wanted: { minutes }, change }: Omit<PartProps, "faults">) {
  const { t } = useTranslation();
  const lengths = [...new Set([...LENGTHS, minutes])].sort((one, other) => one - other);
  return (
    <Select
      label={t("appointment.length")}
      size="small"
      className="appointment__length"
      value={minutes}
      onChange={({ target }) => change({ minutes: Number(target.value) })}
    >
      {lengths.map((it) => (
        <option key={it} value={it}>
          {t("appointment.minutes", { count: it })}
        </option>
      ))}
    </Select>
  );
}

/** Whom to meet, where there is a choice. */
function People({ room, wanted, faults, change }: PartProps & { room: RoomDetails }) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const problemText = useProblemText();
  const others = othersIn(room, myId);
  const { people } = faults;
  const told = people === "missing" ? t("appointment.whoMissing") : undefined;
  if (others.length === 0) return <BodyShort size="small">{t("appointment.alone")}</BodyShort>;
  if (others.length === 1) return null;
  return (
    <CheckboxGroup
      legend={t("appointment.who")}
      size="small"
      value={[...wanted.people]}
      error={told ?? (people && problemText(people))}
      onChange={(chosen: string[]) => change({ people: chosen })}
    >
      {others.map((id) => {
        const seat = seatOf(room, id);
        return (
          <Checkbox
            key={id}
            value={id}
            description={seat?.organisation?.name ?? t("participants.patient")}
          >
            <bdi>{seat?.person.name}</bdi>
          </Checkbox>
        );
      })}
    </CheckboxGroup>
  );
}

function Where({ wanted, faults: { where }, change }: PartProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return (
    <TextField
      label={t("appointment.where")}
      description={t("appointment.whereHelp")}
      size="small"
      value={wanted.where}
      error={where && problemText(where)}
      onChange={({ target }) => change({ where: target.value })}
    />
  );
}

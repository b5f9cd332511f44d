import { BodyShort, Modal, Select, TextField, VStack } from "@navikt/ds-react";
import { useEffect, useRef, useState, type FormEvent, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useProblemText } from "../language/problems";
import { useMe } from "../session/session";
import { proposed } from "./appointing";
import type { Appointment } from "./appointments";
import { useConversations } from "./ConversationsProvider";
import { Answers } from "./Answers";
import { peopleOf } from "./people";
import { PeopleField } from "./PeopleField";
import {
  asProposal,
  beginning,
  faultsOf,
  isSound,
  LENGTHS,
  LONGEST_LINE,
  type Faults,
  type Proposing,
} from "./proposing";
import { TimesField } from "./TimesField";
import type { Question } from "./questions";
import { useAnswered, type Answered } from "./useAnswered";
import { useAppointmentWords } from "./useAppointmentWords";
import { SendFooter } from "./SendFooter";
import { useConnection } from "./useConversation";
import { useFirstField } from "./useFirstField";
import { useHandedOver } from "./useHandedOver";

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
  const { kind } = became;
  useEffect(() => {
    if (kind === "kept") onSent();
    // Once: whoever closes it then has seen it.
    if (kind === "refused") onOpen();
  }, [kind, onOpen, onSent]);
  useFirstField(form, open);
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
      <SendFooter send={t("appointment.send")} {...{ became, waits, onClose }} />
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
  const { became, waits, handOver } = useHandedOver(room.roomId);
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
    handOver(conversations.appoint(room.roomId, what, stands?.seq, answers));
  };
  const change = (part: Partial<Proposing>) => write((before) => ({ ...before, ...part }));
  return { wanted, faults, change, send, became, waits };
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
  const problemText = useProblemText();
  const { people } = faults;
  const told = people === "missing" ? t("appointment.whoMissing") : undefined;
  return (
    <PeopleField
      label={t("appointment.who")}
      alone={t("appointment.alone")}
      chosen={wanted.people}
      error={told ?? (people && problemText(people))}
      onChoose={(chosen) => change({ people: chosen })}
      room={room}
    />
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

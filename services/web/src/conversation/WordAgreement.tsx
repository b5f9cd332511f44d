import { BodyShort, Modal, Select, TextField, VStack } from "@navikt/ds-react";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { isolated } from "../language/isolated";
import { useProblemText } from "../language/problems";
import { seatOf, shortName } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Agreement } from "./agreements";
import { useConversations } from "./ConversationsProvider";
import { peopleOf } from "./people";
import { PeopleField } from "./PeopleField";
import { SendFooter } from "./SendFooter";
import { useConnection } from "./useConversation";
import { useFirstField } from "./useFirstField";
import { useHandedOver } from "./useHandedOver";
import { WantedBy } from "./WantedBy";
import {
  asWording,
  beginningOf,
  isWordingSound,
  LONGEST_LINE,
  wordingFaults,
  type WordingFaults,
  type WordingWanted,
} from "./wordingForm";
import { worded } from "./agreementFrames";

interface WordAgreementProps {
  room: RoomDetails;
  /** What stands, or stood: it is put in words anew. */
  stands: Agreement | undefined;
  /** The message that it is made from. */
  message: Message | undefined;
  open: boolean;
  onClose: () => void;
  /** What was sent while this was closed has not been taken. */
  onOpen: () => void;
  /** The server has it. */
  onSent: () => void;
}

/** What is agreed on, with whom, who sees to it and until when. */
export function WordAgreement(props: WordAgreementProps) {
  const { room, stands, message, open, onClose, onOpen, onSent } = props;
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { personId: myId } = useMe();
  const conversations = useConversations();
  const connected = useConnection().kind === "open";
  const form = useRef<HTMLFormElement>(null);
  const [written, write] = useState(() => beginningOf(room, myId, { stands, message }));
  const [tries, setTries] = useState(0);
  const { became, waits, handOver } = useHandedOver(room.roomId);
  const wanted = stillThere(written, room, myId);
  // What was wrong is told until it is mended.
  const faults = tries > 0 ? wordingFaults(wanted) : {};
  const { kind } = became;
  useEffect(() => {
    if (kind === "kept") onSent();
    // Once: whoever closes it then has seen it.
    if (kind === "refused") onOpen();
  }, [kind, onOpen, onSent]);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [tries]);
  useFirstField(form, open);
  const change = (part: Partial<WordingWanted>) => write((before) => ({ ...before, ...part }));
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTries((before) => before + 1);
    if (!connected || kind === "sending" || !isWordingSound(wordingFaults(wanted))) return;
    const what = worded(myId, asWording(wanted), { stands, message: message?.seq });
    handOver(conversations.agree(room.roomId, what, stands?.seq ?? message?.seq));
  };
  return (
    <form ref={form} onSubmit={send} noValidate>
      <Modal.Body>
        <VStack gap="space-16">
          {stands?.status === "ACTIVE" && (
            <BodyShort size="small">{t("agreement.changeSays")}</BodyShort>
          )}
          <What {...{ wanted, faults, change }} by={message && authorOf(room, message, myId)} />
          <PeopleField
            label={t("agreement.who")}
            alone={t("agreement.alone")}
            chosen={wanted.people}
            error={
              faults.people === "missing"
                ? t("appointment.whoMissing")
                : faults.people && problemText(faults.people)
            }
            onChoose={(people) => change({ people })}
            room={room}
          />
          <Owner {...{ room, wanted, change }} />
          <WantedBy
            label={t("agreement.dueBy")}
            wanted={wanted.dueBy}
            onWish={(dueBy) => change({ dueBy })}
          />
        </VStack>
      </Modal.Body>
      <SendFooter send={t("agreement.send")} {...{ became, waits, onClose }} />
    </form>
  );
}

/** Who has left meanwhile agrees to nothing, and nobody sees to what does not concern her. */
function stillThere(written: WordingWanted, room: RoomDetails, myId: string): WordingWanted {
  const people = peopleOf(room, myId, written.people);
  const ownerId = [myId, ...people].find((id) => id === written.ownerId);
  return { ...written, people, ownerId };
}

interface PartProps {
  wanted: WordingWanted;
  change: (part: Partial<WordingWanted>) => void;
}

/** Who wrote what another makes something of; nobody where it is her own. */
function authorOf(room: RoomDetails, { senderId }: Message, myId: string): string | undefined {
  return senderId === myId ? undefined : shortName(room, senderId);
}

interface WhatProps extends PartProps {
  faults: WordingFaults;
  /** Whose words they were. */
  by: string | undefined;
}

function What({ wanted, faults, change, by }: WhatProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { description } = faults;
  const told = description === "missing" ? t("agreement.whatMissing") : undefined;
  return (
    <TextField
      label={t("agreement.what")}
      description={by && t("agreement.fromWhom", { name: isolated(by) })}
      size="small"
      maxLength={LONGEST_LINE}
      value={wanted.description}
      error={told ?? (description && problemText(description))}
      onChange={({ target }) => change({ description: target.value })}
    />
  );
}

/** Who sees to it, where one does. */
function Owner({ room, wanted, change }: PartProps & { room: RoomDetails }) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  return (
    <Select
      label={t("agreement.ownerLabel")}
      size="small"
      value={wanted.ownerId ?? ""}
      onChange={({ target: { value } }) => change({ ownerId: value === "" ? undefined : value })}
    >
      <option value="">{t("agreement.nobody")}</option>
      <option value={myId}>{t("agreement.me")}</option>
      {wanted.people.map((id) => (
        <option key={id} value={id}>
          {seatOf(room, id)?.person.name ?? t("conversation.somebody")}
        </option>
      ))}
    </Select>
  );
}

import { BodyLong, Modal } from "@navikt/ds-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import type { WhatToWord } from "./agreementActs";
import type { Agreement } from "./agreements";
import { useConversations } from "./ConversationsProvider";
import { EndIt } from "./EndIt";
import { ended } from "./agreementFrames";
import { WordAgreement } from "./WordAgreement";

/** What the person wants to say of an agreement. */
export type AgreementMatter =
  | ({ kind: "word" } & WhatToWord)
  /** `takesBack`: it is her own, and does not hold. */
  | { kind: "drop"; stands: Agreement; takesBack: boolean };

interface AgreementDialogueProps {
  room: RoomDetails;
  matter: AgreementMatter | undefined;
  open: boolean;
  onClose: () => void;
  onOpen: () => void;
}

/**
 * What is agreed on, to be put in words, or whether it is to hold no more. Closed it stays in the page:
 * the browser leads back to where it was asked for only then.
 */
export function AgreementDialogue(props: AgreementDialogueProps) {
  const { room, matter, open, onClose, onOpen } = props;
  const { t } = useTranslation();
  // What was begun and not sent is there when it is opened again, if nothing else was in between.
  const [sent, setSent] = useState(0);
  const onSent = useCallback(() => {
    setSent((before) => before + 1);
    onClose();
  }, [onClose]);
  if (!matter) return null;
  const title = () => {
    if (matter.kind === "drop")
      return matter.takesBack ? t("agreement.takeBackTitle") : t("agreement.dropTitle");
    if (!matter.stands) return t("agreement.write");
    return matter.stands.status === "ACTIVE"
      ? t("agreement.changeTitle")
      : t("agreement.againTitle");
  };
  return (
    <Modal
      open={open}
      onClose={onClose}
      header={{ heading: title() }}
      width="small"
      portal
      className="arranged-dialogue"
    >
      {matter.kind === "word" && (
        <WordAgreement
          key={`${matter.stands?.seq} ${matter.message?.seq} ${sent}`}
          {...{ room, open, onClose, onOpen, onSent }}
          stands={matter.stands}
          message={matter.message}
        />
      )}
      {open && matter.kind === "drop" && <DropIt {...{ room, matter, onClose }} />}
    </Modal>
  );
}

interface DropItProps {
  room: RoomDetails;
  matter: Extract<AgreementMatter, { kind: "drop" }>;
  onClose: () => void;
}

function DropIt({ room, matter: { stands, takesBack }, onClose }: DropItProps) {
  const { t } = useTranslation();
  const conversations = useConversations();
  return (
    <EndIt
      roomId={room.roomId}
      end={takesBack ? t("agreement.takeBack") : t("agreement.drop")}
      keep={t("agreement.keepIt")}
      onEnd={() => conversations.agree(room.roomId, ended(stands, "CANCELLED"), stands.seq)}
      onClose={onClose}
    >
      <BodyLong weight="semibold">
        <bdi>{stands.description}</bdi>
      </BodyLong>
      <BodyLong>{takesBack ? t("agreement.takeBackSays") : t("agreement.dropSays")}</BodyLong>
    </EndIt>
  );
}

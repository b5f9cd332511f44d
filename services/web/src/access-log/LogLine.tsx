import {
  ChatIcon,
  CheckmarkCircleIcon,
  EyeIcon,
  PersonGroupIcon,
  ShieldLockIcon,
  XMarkOctagonIcon,
} from "@navikt/aksel-icons";
import { BodyShort, Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { Action, LogEntry } from "../contracts/access-log";
import { useMe } from "../session/session";
import { useActionText } from "./actionText";
import { useAgentName } from "./agentName";
import { isUnderWay, timesOf } from "./fold";
import { LogBetween, LogPeriod } from "./LogPeriod";
import { whereFrom } from "./whereFrom";

/** One act: who, from where, what, and from when to when. */
export function LogLine({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation();
  const actionText = useActionText();
  const agentName = useAgentName();
  const mine = entry.agent.personId === useMe().personId;
  const where = whereFrom(entry);
  return (
    <li className="log__line" data-outcome={entry.outcome}>
      <Icon action={entry.action} />
      <div>
        <BodyShort>
          <strong>{mine ? t("words.You") : <bdi>{agentName(entry)}</bdi>}</strong>{" "}
          {actionText(entry)}
        </BodyShort>
        {!mine && where !== "" && (
          <Detail as="p" textColor="subtle">
            {where}
          </Detail>
        )}
      </div>
      {entry.until && timesOf(entry) > 1 ? (
        <LogBetween from={entry.at} until={entry.until} />
      ) : (
        <LogPeriod from={entry.at} until={entry.until} underWay={isUnderWay(entry)} />
      )}
    </li>
  );
}

function Icon({ action }: { action: Action }) {
  const Shape = iconOf(action);
  return <Shape aria-hidden fontSize="1.25rem" className="log__icon" />;
}

function iconOf(action: Action) {
  switch (action) {
    case "MESSAGE_SENT":
    case "MESSAGE_ACKNOWLEDGED":
    case "QUESTION_CHANGED":
    case "APPOINTMENT_CHANGED":
    case "APPOINTMENT_ANSWERED":
    case "AGREEMENT_CHANGED":
    case "AGREEMENT_ANSWERED":
    case "MESSAGE_EDITED":
    case "MESSAGE_RETRACTED":
      return ChatIcon;
    case "ROOM_VIEWED":
    case "ROOM_REFRESHED":
    case "MESSAGES_VIEWED":
    case "LOG_VIEWED":
    case "LOG_SEARCHED":
    case "DIRECTORY_SEARCHED":
      return EyeIcon;
    case "CONSENT_GIVEN":
    case "CONSENT_DECLINED":
    case "CONSENT_WITHDRAWN":
    case "SIGNED_IN":
    case "SIGNED_OUT":
    case "ADDRESS_CHANGED":
    case "ROOM_KEY_ROTATED":
    case "WRAPPING_KEY_ROTATED":
    case "WRAPPING_KEYS_DROPPED":
    case "ROOM_ERASED":
    case "LOG_VERIFIED":
    case "NOT_YET_KNOWN":
    case "PUSH_SUBSCRIBED":
    case "PUSH_UNSUBSCRIBED":
      return ShieldLockIcon;
    case "ROOM_PROPOSED":
    case "PROPOSAL_RETRACTED":
    case "SEAT_PROPOSED":
    case "SEAT_REMOVED":
    case "SEAT_DECLINED":
    case "PERSON_BLOCKED":
    case "PERSON_UNBLOCKED":
      return PersonGroupIcon;
    case "SEAT_APPROVED":
      return CheckmarkCircleIcon;
    case "REFUSED":
      return XMarkOctagonIcon;
  }
}

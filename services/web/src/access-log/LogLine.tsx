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
import type { Action } from "../contracts/access-log";
import { useDates } from "../language/dates";
import type { Line } from "./collapse";
import { useActionText } from "./actionText";
import { useMe } from "../session/session";

/** One act: who, from where, what, and from when to when. */
export function LogLine({ entry, times }: Line) {
  const { t } = useTranslation();
  const dates = useDates();
  const actionText = useActionText();
  const mine = entry.agent.personId === useMe().personId;
  const { name, title, organisation } = entry.agent;
  const where = [title, organisation?.name].filter(Boolean).join(", ");
  return (
    <li className="log__line" data-outcome={entry.outcome}>
      <Icon action={entry.action} />
      <div>
        <BodyShort>
          <strong>{mine ? t("words.You") : name}</strong> {actionText(entry)}
          {times > 1 && ` ${t("accessLog.times", { count: times })}`}
        </BodyShort>
        {!mine && where !== "" && (
          <Detail as="p" textColor="subtle">
            {where}
          </Detail>
        )}
      </div>
      <Detail as="p" className="log__time">
        <time dateTime={entry.at}>{dates.time(entry.at)}</time>
        {entry.until && dates.time(entry.until) !== dates.time(entry.at) && (
          <>
            –<time dateTime={entry.until}>{dates.time(entry.until)}</time>
          </>
        )}
      </Detail>
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
      return ChatIcon;
    case "ROOM_VIEWED":
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
      return ShieldLockIcon;
    case "ROOM_PROPOSED":
    case "SEAT_PROPOSED":
    case "SEAT_REMOVED":
    case "SEAT_DECLINED":
      return PersonGroupIcon;
    case "SEAT_APPROVED":
      return CheckmarkCircleIcon;
    case "REFUSED":
      return XMarkOctagonIcon;
  }
}

import { LaptopIcon, MobileIcon, TabletIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Detail, HStack, Tag } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { OwnSession } from "../contracts/session";
import { useDates } from "../language/dates";
import { useDevice } from "./sessions";

const ICONS: Partial<Record<OwnSession["system"], typeof LaptopIcon>> = {
  ANDROID: MobileIcon,
  IPHONE: MobileIcon,
  IPAD: TabletIcon,
};

interface SessionRowProps {
  session: OwnSession;
  ending: boolean;
  onEnd: () => void;
}

/** One device, in the words one knows it by; one's own is ended by signing out. */
export function SessionRow({ session, ending, onEnd }: SessionRowProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const device = useDevice()(session);
  const started = t("sessions.started", { when: dates.moment(session.startedAt) });
  const Icon = ICONS[session.system] ?? LaptopIcon;
  return (
    <HStack as="li" className="card card--slim" gap="space-12" align="center" wrap={false}>
      <Icon aria-hidden fontSize="1.75rem" className="session__icon" />
      <div className="session__what">
        <HStack gap="space-8" align="center">
          <BodyShort weight="semibold">{device}</BodyShort>
          {session.current && (
            <Tag size="small" variant="outline" data-color="accent">
              {t("sessions.here")}
            </Tag>
          )}
        </HStack>
        <Detail as="p" textColor="subtle">
          {started}
        </Detail>
        {!session.current && (
          <Detail as="p" textColor="subtle">
            {t("sessions.active", { when: dates.moment(session.activeAt) })}
          </Detail>
        )}
      </div>
      {!session.current && (
        <Button
          size="small"
          variant="secondary"
          data-color="neutral"
          loading={ending}
          onClick={onEnd}
          aria-label={t("sessions.endThis", { device, started })}
        >
          {t("sessions.end")}
        </Button>
      )}
    </HStack>
  );
}

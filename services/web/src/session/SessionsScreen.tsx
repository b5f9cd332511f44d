import { BodyLong, BodyShort, Button, InlineMessage, VStack } from "@navikt/ds-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStandingError } from "../gateway/standingError";
import type { OwnSession } from "../contracts/session";
import { Page } from "../shell/Page";
import { Trouble } from "../shell/Trouble";
import { Waiting } from "../shell/Waiting";
import { SessionRow } from "./SessionRow";
import { OTHERS, useDevice, useEndSession, useOwnSessions } from "./sessions";

/** "Innlogginger": where one is signed in, and a way to end it from here. */
export function SessionsScreen() {
  const { t } = useTranslation();
  const own = useOwnSessions();
  const { data, refetch } = own;
  const error = useStandingError(own);
  return (
    <Page title={t("sessions.title")} back="/" backText={t("rooms.title")}>
      <BodyLong>{t("sessions.lead")}</BodyLong>
      {data && <SessionList sessions={data} />}
      {!data && error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
    </Page>
  );
}

function SessionList({ sessions }: { sessions: OwnSession[] }) {
  const { t } = useTranslation();
  const { mutate, error, isPending, variables } = useEndSession();
  const [ended, setEnded] = useState<OwnSession | typeof OTHERS>();
  const others = sessions.filter(({ current }) => !current).length;
  const end = (which: OwnSession | typeof OTHERS) => {
    setEnded(undefined);
    mutate(which === OTHERS ? OTHERS : which.sessionId, { onSuccess: () => setEnded(which) });
  };
  return (
    <>
      <div>
        <VStack as="ul" gap="space-12" className="plain-list" aria-label={t("sessions.title")}>
          {sessions.map((session) => (
            <SessionRow
              key={session.sessionId}
              session={session}
              ending={isPending && variables === session.sessionId}
              onEnd={() => end(session)}
            />
          ))}
        </VStack>
        <Told ended={ended} alone={others === 0} />
      </div>
      {error && <Trouble error={error} />}
      {others > 1 && (
        <div>
          <Button
            variant="secondary"
            loading={isPending && variables === OTHERS}
            onClick={() => end(OTHERS)}
          >
            {t("sessions.endOthers")}
          </Button>
        </div>
      )}
    </>
  );
}

interface ToldProps {
  ended: OwnSession | typeof OTHERS | undefined;
  alone: boolean;
}

/** What has become of it. The button that was used is gone, so whoever has no mouse goes on here. */
function Told({ ended, alone }: ToldProps) {
  const { t } = useTranslation();
  const device = useDevice();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (ended) place.current?.focus();
  }, [ended]);
  return (
    <div role="status" tabIndex={-1} ref={place} className="session__told">
      {ended && (
        <InlineMessage status="success">
          {ended === OTHERS
            ? t("sessions.othersEnded")
            : t("sessions.ended", { device: device(ended) })}
        </InlineMessage>
      )}
      {!ended && alone && <BodyShort>{t("sessions.onlyHere")}</BodyShort>}
    </div>
  );
}

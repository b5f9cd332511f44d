import { BodyShort, Detail, Heading, VStack } from "@navikt/ds-react";
import { EyeIcon } from "@navikt/aksel-icons";
import { useTranslation } from "react-i18next";
import type { RoomLog } from "../contracts/access-log";
import { useDates } from "../language/dates";
import { useMe } from "../session/session";
import { eachOnce } from "./accessLog";
import { useAgentName } from "./agentName";
import { whereFrom } from "./whereFrom";

/** Who has the conversation open, at the time that the page was fetched. */
export function NowThere({ log: { now, at } }: { log: RoomLog }) {
  const { t } = useTranslation();
  const dates = useDates();
  const agentName = useAgentName();
  const me = useMe();
  if (now.length === 0) return null;
  return (
    <VStack as="section" gap="space-8">
      <Heading level="2" size="small">
        {t("accessLog.nowThere", { time: dates.time(at) })}
      </Heading>
      <ul className="plain-list log">
        {eachOnce(now).map((view) => (
          <li className="log__line" key={view.seq}>
            <EyeIcon aria-hidden fontSize="1.25rem" className="log__icon" />
            <div>
              <BodyShort>
                <strong>
                  {view.agent.personId === me.personId ? (
                    t("words.You")
                  ) : (
                    <bdi>{agentName(view)}</bdi>
                  )}
                </strong>{" "}
                {t("accessLog.underWaySince", { when: dates.moment(view.at) })}
              </BodyShort>
              {view.agent.personId !== me.personId && whereFrom(view) !== "" && (
                <Detail as="p" textColor="subtle">
                  {whereFrom(view)}
                </Detail>
              )}
            </div>
          </li>
        ))}
      </ul>
    </VStack>
  );
}

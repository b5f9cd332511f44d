import { BodyShort, Detail, Heading } from "@navikt/ds-react";
import { HandshakeIcon } from "@navikt/aksel-icons";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { StandingAgreement } from "../contracts/agreements";
import { useTaskWords } from "../conversation/useTaskWords";
import { useMe } from "../session/session";
import { DayLeaf } from "./DayLeaf";
import { NotHere } from "./NotHere";
import type { OneThingProps } from "./OneThing";
import { wayToThing } from "./things";
import { useSaidOnWhat } from "./useSaid";
import { useWithWhom } from "./useWithWhom";
import { capital, whoIs } from "./who";

/** Something that is agreed on: what, who sees to it and until when, with whom. */
export function OneAgreedOn(props: OneThingProps & { of: StandingAgreement }) {
  const { of, room, where, here, onGo } = props;
  const said = useSaidOnWhat(of);
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const { withWhom, gone } = useWithWhom(of, room);
  const task = useTaskWords()(of, (id) =>
    capital(whoIs(room, id)?.short ?? t("standing.somebody")),
  );
  const belowId = useId();
  const nameless = t(
    of.participantIds.includes(myId) ? "next.agreedThing" : "next.agreedThingOfOthers",
  );
  return (
    <>
      {of.dueBy === undefined ? <Shaken /> : <DayLeaf day={of.dueBy} />}
      <div className="room-card__what">
        <Heading level="3" size="xsmall">
          <Link
            to={wayToThing({ kind: "agreement", of })}
            replace={here ?? false}
            className="room-card__way"
            aria-describedby={belowId}
            onClick={onGo}
          >
            {said.says ? <bdi>{said.says.description}</bdi> : nameless}
          </Link>
        </Heading>
        <div id={belowId}>
          {!said.says && <NotHere said={said} />}
          {task !== undefined && <BodyShort size="small">{task}</BodyShort>}
          {withWhom && (
            <BodyShort size="small" textColor="subtle">
              {withWhom}
            </BodyShort>
          )}
          {gone && <Detail as="p">{t("appointment.gone", { names: gone })}</Detail>}
          {where && (
            <BodyShort size="small" textColor="subtle" className="clamp">
              {where}
            </BodyShort>
          )}
        </div>
      </div>
    </>
  );
}

/** In the place of a leaf of a calendar, where there is no day. */
function Shaken() {
  return (
    <span className="day-leaf day-leaf--none" aria-hidden>
      <HandshakeIcon />
    </span>
  );
}

import { BodyShort, Detail, Link } from "@navikt/ds-react";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useListed } from "../language/names";
import { presentIn } from "../rooms/seats";
import { useMe } from "../session/session";
import { AgreementButtons } from "./AgreementButtons";
import { agreeing, isAgreed, type Agreement, type KnownAgreement } from "./agreements";
import { useQuestionActs } from "./questionActs";
import { RefusedAmendment } from "./RefusedAmendment";
import { SendingText } from "./SendingText";
import { useAgreementWords } from "./useAgreementWords";
import type { OfMessage } from "./useAmendments";
import { useKeepsFocusInRow } from "./useKeepsFocusInRow";

interface AgreementCardProps extends Pick<OfMessage, "mayAct"> {
  room: RoomDetails;
  /** What the message says of it. */
  says: Agreement;
  /** How it stands now. */
  agreement: KnownAgreement;
  underWay: OfMessage["agreeing"];
  /** The message as it stands in the page. */
  row: RefObject<HTMLElement | null>;
}

/**
 * Under a message that puts in words what is agreed on, or says what has become of it: whether it holds
 * and what one may do; where something newer was said of it, the way there.
 */
export function AgreementCard(props: AgreementCardProps) {
  const { room, says, agreement, underWay, row, mayAct } = props;
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const { goTo } = useQuestionActs();
  const held = useKeepsFocusInRow(row);
  const { newest, isSure, isWhole, allResponses, answersKnownFrom } = agreement;
  if (newest.seq !== says.seq) {
    const responses = allResponses.get(says.answered) ?? [];
    return (
      <div className="arranged-place">
        {says.status === "ACTIVE" &&
          newest.answered !== says.seq &&
          says.seq >= answersKnownFrom && (
            <WhoAgreed room={room} of={{ newest: says, responses }} isPast />
          )}
        <Detail as="p">
          <Link
            as="button"
            type="button"
            className="arranged__now"
            onClick={() => goTo(newest.seq)}
          >
            {t("appointment.now")}
          </Link>
        </Detail>
      </div>
    );
  }
  const stand = agreeing(agreement, presentIn(room));
  const mayDo = mayAct && isSure;
  const holds = isSure && isWhole && newest.status === "ACTIVE" && isAgreed(stand);
  const open = stand.isLapsed ? "LAPSED" : "PROPOSED";
  const proposal = newest.status === "ACTIVE" ? open : newest.status;
  return (
    <section
      className="arranged"
      aria-label={t(`agreement.title.${holds ? "ACTIVE" : proposal}`)}
      data-status={newest.status}
      data-holds={holds}
      data-yours={mayDo && stand.waitsFor.includes(myId)}
      {...held}
    >
      {!isSure && <Detail as="p">{t("agreement.notSure")}</Detail>}
      <Whom {...{ room, agreement, holds }} />
      <AgreementButtons {...{ room, agreement, underWay, mayDo, holds }} />
      {underWay?.state.kind === "sending" && <SendingText />}
      <RefusedAmendment underWay={underWay} />
    </section>
  );
}

interface WhomProps extends Pick<AgreementCardProps, "room" | "agreement"> {
  holds: boolean;
}

/** Who is to see to it and until when, whom it concerns, and who of them agrees, as far as that is known. */
function Whom({ room, agreement, holds }: WhomProps) {
  const { t } = useTranslation();
  const { names, task } = useAgreementWords(room);
  const { personId: myId } = useMe();
  const listed = useListed();
  const { newest, isWhole } = agreement;
  const { participantIds, status } = newest;
  const present = presentIn(room);
  const { waitsFor, isLapsed } = agreeing(agreement, present);
  const gone = participantIds.filter((id) => !present.includes(id));
  const isActive = status === "ACTIVE";
  const said = isActive && !isLapsed ? task(newest) : undefined;
  const others = waitsFor.filter((id) => id !== myId);
  return (
    <>
      {said !== undefined && (
        <BodyShort size="small" weight={holds ? "semibold" : "regular"}>
          {holds ? said : t("agreement.proposal", { what: said })}
        </BodyShort>
      )}
      <Detail as="p" textColor="subtle">
        {t("agreement.for", { names: listed(names(participantIds)) })}
      </Detail>
      {gone.length > 0 && (
        <Detail as="p">{t("appointment.gone", { names: listed(names(gone)) })}</Detail>
      )}
      {isActive && isLapsed && <BodyShort size="small">{t("agreement.lapsed")}</BodyShort>}
      {holds && <BodyShort size="small">{t("agreement.agreed")}</BodyShort>}
      {!holds && isWhole && <WhoAgreed room={room} of={agreement} isPast={!isActive} />}
      {!isWhole && <Detail as="p">{t("agreement.answersElsewhere")}</Detail>}
      {isWhole && others.length > 0 && (
        <Detail as="p" textColor="subtle">
          {t("agreement.waitsFor", { names: listed(names(others)) })}
        </Detail>
      )}
    </>
  );
}

interface WhoAgreedProps extends Pick<AgreementCardProps, "room"> {
  of: Pick<KnownAgreement, "newest" | "responses">;
  /** These words hold no more: whoever has left since is told as well. */
  isPast: boolean;
}

/** Who has agreed to words, and who has not; nothing of two where only one has said anything. */
function WhoAgreed({ room, of, isPast }: WhoAgreedProps) {
  const { t } = useTranslation();
  const { doers } = useAgreementWords(room);
  const listed = useListed();
  const people = of.newest.participantIds;
  const { accepted, objected } = agreeing(of, isPast ? people : presentIn(room));
  return (
    <>
      {(isPast || people.length > 2) && accepted.length > 1 && (
        <Detail as="p">{t("agreement.accepted", { names: listed(doers(accepted)) })}</Detail>
      )}
      {objected.length > 0 && (
        <Detail as="p">{t("agreement.objected", { names: listed(doers(objected)) })}</Detail>
      )}
    </>
  );
}

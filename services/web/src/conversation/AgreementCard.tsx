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
  const { newest, isSure } = agreement;
  if (newest.seq !== says.seq) {
    return (
      <Detail as="p" className="arranged-place">
        <Link as="button" type="button" className="arranged__now" onClick={() => goTo(newest.seq)}>
          {t("appointment.now")}
        </Link>
      </Detail>
    );
  }
  const stand = agreeing(agreement, presentIn(room));
  const mayDo = mayAct && isSure;
  const isActive = newest.status === "ACTIVE";
  return (
    <section
      className="arranged"
      aria-label={t("agreement.title")}
      data-status={newest.status}
      data-holds={isSure && agreement.isWhole && isActive && isAgreed(stand)}
      data-yours={mayDo && stand.waitsFor.includes(myId)}
      {...held}
    >
      {!isSure && <Detail as="p">{t("agreement.notSure")}</Detail>}
      <Whom {...{ room, agreement }} />
      <AgreementButtons {...{ room, agreement, underWay, mayDo }} />
      {underWay?.state.kind === "sending" && <SendingText />}
      {underWay?.what.follows === newest.seq && <RefusedAmendment underWay={underWay} />}
    </section>
  );
}

/** Who sees to it and until when, whom it concerns, and who of them agrees, as far as that is known. */
function Whom({ room, agreement }: Pick<AgreementCardProps, "room" | "agreement">) {
  const { t } = useTranslation();
  const { names, doers, task } = useAgreementWords(room);
  const { personId: myId } = useMe();
  const listed = useListed();
  const { newest, isWhole } = agreement;
  const { participantIds, status } = newest;
  const present = presentIn(room);
  const stand = agreeing(agreement, present);
  const { waitsFor, objected, accepted } = stand;
  const people = [...participantIds].sort((one, other) => +(other === myId) - +(one === myId));
  const gone = participantIds.filter((id) => !present.includes(id));
  const said = task(newest);
  const others = waitsFor.filter((id) => id !== myId);
  return (
    <>
      {said !== undefined && (
        <BodyShort size="small" weight="semibold">
          {said}
        </BodyShort>
      )}
      <Detail as="p" textColor="subtle">
        {t("agreement.for", { names: listed(names(people)) })}
      </Detail>
      {gone.length > 0 && (
        <Detail as="p">{t("appointment.gone", { names: listed(names(gone)) })}</Detail>
      )}
      {status === "ACTIVE" && isWhole && isAgreed(stand) && (
        <BodyShort size="small">{t("agreement.agreed")}</BodyShort>
      )}
      {status === "ACTIVE" && !(isWhole && isAgreed(stand)) && (
        <>
          {participantIds.length > 2 && accepted.length > 1 && (
            <Detail as="p">{t("agreement.accepted", { names: listed(doers(accepted)) })}</Detail>
          )}
          {objected.length > 0 && (
            <Detail as="p">{t("agreement.objected", { names: listed(doers(objected)) })}</Detail>
          )}
          {isWhole && others.length > 0 && (
            <Detail as="p" textColor="subtle">
              {t("agreement.waitsFor", { names: listed(names(others)) })}
            </Detail>
          )}
        </>
      )}
    </>
  );
}

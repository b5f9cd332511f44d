import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { presentIn } from "../rooms/seats";
import { useMe } from "../session/session";
import { useSettled } from "../shell/useSettled";
import { ActButton } from "./ActButton";
import { useAgreementActs } from "./agreementActs";
import {
  agreeing,
  mayWithAgreement,
  type AgreementResponse,
  type KnownAgreement,
} from "./agreements";
import { isOnItsWay } from "./amending";
import { ended, whether } from "./agreementFrames";
import { useConversations } from "./ConversationsProvider";
import { NotConnected } from "./NotConnected";
import type { OfMessage } from "./useAmendments";

interface AgreementButtonsProps {
  room: RoomDetails;
  agreement: KnownAgreement;
  underWay: OfMessage["agreeing"];
  /** Whether the person may write, and knows how it stands. */
  mayDo: boolean;
  /** All whom it concerns agree. */
  holds: boolean;
}

/**
 * Whether one agrees, by one tap; and what may be done with it as a whole. Words that have just come take
 * no tap that was meant for those before them.
 */
export function AgreementButtons(props: AgreementButtonsProps) {
  const { room, agreement, underWay, mayDo, holds } = props;
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const conversations = useConversations();
  const acts = useAgreementActs();
  const { newest, responses } = agreement;
  const inRoom = presentIn(room);
  const may = mayWithAgreement(agreement, myId, inRoom);
  const isNew = !useSettled(newest.seq);
  // What is offered moves with what others answer, too.
  const isOther = !useSettled([newest.seq, may.end, may.drop, holds].join());
  const onItsWay = isOnItsWay(underWay);
  const waits = onItsWay || isOther;
  if (!mayDo || !(may.change || may.drop)) return null;
  const mine = responses.find(({ personId }) => personId === myId)?.response;
  const takesBack = newest.proposedById === myId && !holds && !agreeing(agreement, inRoom).isLapsed;
  const say = (response: AgreementResponse["response"]) =>
    conversations.agree(room.roomId, whether(newest, response), newest.seq);
  const answer = (response: AgreementResponse["response"], text: string) => (
    <ActButton
      text={text}
      size="small"
      variant={response === "ACCEPTED" && mine === undefined ? "primary" : "secondary"}
      chosen={mine === response}
      waits={onItsWay || isNew}
      onAct={() => say(response)}
    />
  );
  return (
    <>
      {may.answer && (
        <div className="act-buttons" role="group" aria-label={t("agreement.asks")}>
          {answer("ACCEPTED", t("agreement.accept"))}
          {answer("OBJECTED", t("agreement.object"))}
        </div>
      )}
      <div className="act-buttons">
        {may.end && (
          <ActButton
            text={t("agreement.done")}
            variant={holds ? "secondary" : "tertiary"}
            waits={waits}
            onAct={() => conversations.agree(room.roomId, ended(newest, "COMPLETED"), newest.seq)}
          />
        )}
        {may.change && (
          <ActButton
            text={newest.status === "ACTIVE" ? t("agreement.change") : t("agreement.again")}
            variant="tertiary"
            waits={waits}
            onAct={() => acts.word({ stands: newest })}
          />
        )}
        {may.drop && (
          <ActButton
            text={takesBack ? t("agreement.takeBack") : t("agreement.drop")}
            variant="tertiary"
            waits={waits}
            onAct={() => acts.drop(newest, takesBack)}
          />
        )}
      </div>
      <NotConnected />
    </>
  );
}

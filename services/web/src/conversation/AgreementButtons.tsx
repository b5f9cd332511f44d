import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { presentIn } from "../rooms/seats";
import { useMe } from "../session/session";
import { useSettled } from "../shell/useSettled";
import { ActButton } from "./ActButton";
import { useAgreementActs } from "./agreementActs";
import {
  agreeing,
  isAgreed,
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
}

/**
 * Whether one agrees, by one tap; and what may be done with it as a whole. Words that have just come take
 * no tap that was meant for those before them.
 */
export function AgreementButtons({ room, agreement, underWay, mayDo }: AgreementButtonsProps) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const conversations = useConversations();
  const acts = useAgreementActs();
  const { newest, responses } = agreement;
  const inRoom = presentIn(room);
  const may = mayWithAgreement(agreement, myId, inRoom);
  const settled = useSettled(newest.seq);
  const waits = isOnItsWay(underWay) || !settled;
  if (!mayDo || !(may.change || may.drop)) return null;
  const mine = responses.find(({ personId }) => personId === myId)?.response;
  const holds = isAgreed(agreeing(agreement, inRoom));
  const say = (response: AgreementResponse["response"]) =>
    conversations.agree(room.roomId, whether(newest, response), newest.seq);
  const answer = (response: AgreementResponse["response"], text: string) => (
    <ActButton
      text={text}
      size="small"
      variant={response === "ACCEPTED" && mine === undefined ? "primary" : "secondary"}
      chosen={mine === response}
      waits={waits}
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
            text={holds ? t("agreement.drop") : t("agreement.takeBack")}
            variant="tertiary"
            waits={waits}
            onAct={() => acts.drop(newest, !holds)}
          />
        )}
      </div>
      <NotConnected />
    </>
  );
}

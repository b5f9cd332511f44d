import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { presentIn } from "../rooms/seats";
import { useMe } from "../session/session";
import { ActButton } from "./ActButton";
import { useAgreementActs } from "./agreementActs";
import { mayWithAgreement, type AgreementResponse, type KnownAgreement } from "./agreements";
import { isOnItsWay } from "./amending";
import { useConversations } from "./ConversationsProvider";
import { NotConnected } from "./NotConnected";
import type { OfMessage } from "./useAmendments";
import { ended, whether } from "./agreementFrames";

interface AgreementButtonsProps {
  room: RoomDetails;
  agreement: KnownAgreement;
  underWay: OfMessage["agreeing"];
  /** Whether the person may write, and knows how it stands. */
  mayDo: boolean;
}

/** Whether one agrees, by one tap; and what may be done with it as a whole. */
export function AgreementButtons(props: AgreementButtonsProps) {
  const { room, agreement, underWay, mayDo } = props;
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const conversations = useConversations();
  const acts = useAgreementActs();
  const { newest, responses } = agreement;
  const waits = isOnItsWay(underWay);
  const may = mayWithAgreement(newest, myId, presentIn(room));
  if (!mayDo || !(may.change || may.drop)) return null;
  if (newest.status !== "ACTIVE") {
    return (
      <>
        <div className="act-buttons">
          <ActButton
            text={t("agreement.again")}
            variant="tertiary"
            waits={waits}
            onAct={() => acts.word({ stands: newest })}
          />
        </div>
        <NotConnected />
      </>
    );
  }
  const mine = responses.find(({ personId }) => personId === myId)?.response;
  const say = (response: AgreementResponse["response"]) =>
    conversations.agree(room.roomId, whether(newest, response), newest.seq);
  const isDone = () => conversations.agree(room.roomId, ended(newest, "COMPLETED"), newest.seq);
  return (
    <>
      {may.answer && (
        <div className="act-buttons">
          {mine !== "ACCEPTED" && (
            <ActButton
              text={t("agreement.accept")}
              size="small"
              variant={mine === undefined ? "primary" : "secondary"}
              waits={waits}
              onAct={() => say("ACCEPTED")}
            />
          )}
          {mine !== "OBJECTED" && (
            <ActButton
              text={t("agreement.object")}
              size="small"
              variant="tertiary"
              waits={waits}
              onAct={() => say("OBJECTED")}
            />
          )}
        </div>
      )}
      <div className="act-buttons">
        {may.change && (
          <>
            <ActButton
              text={t("agreement.done")}
              variant="secondary"
              waits={waits}
              onAct={isDone}
            />
            <ActButton
              text={t("agreement.change")}
              variant="tertiary"
              waits={waits}
              onAct={() => acts.word({ stands: newest })}
            />
          </>
        )}
        <ActButton
          text={t("agreement.drop")}
          variant="tertiary"
          waits={waits}
          onAct={() => acts.drop(newest)}
        />
      </div>
      <NotConnected />
    </>
  );
}

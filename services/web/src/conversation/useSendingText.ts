import { useTranslation } from "react-i18next";
import { useConnection } from "./useConversation";

/** Of a short answer that nobody has confirmed, and no more than is known of it. */
export function useSendingText(): string {
  const { t } = useTranslation();
  return t(useConnection().kind === "open" ? "conversation.sending" : "acknowledge.notConfirmed");
}

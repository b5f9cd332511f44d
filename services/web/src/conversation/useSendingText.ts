import { useTranslation } from "react-i18next";
import { useConnection } from "./useConversation";

/** After a short answer that nobody has confirmed: how it stands, and no more than is known of it. */
export function useSendingText(): string {
  const { t } = useTranslation();
  return t(useConnection().kind === "open" ? "acknowledge.sending" : "acknowledge.notConfirmed");
}

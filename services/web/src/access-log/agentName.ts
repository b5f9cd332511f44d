import { useTranslation } from "react-i18next";
import { OPERATOR, type LogEntry } from "../contracts/access-log";

/** Who did it; whoever runs Samsnakk has no name here. */
export function useAgentName(): (entry: LogEntry) => string {
  const { t } = useTranslation();
  return ({ agent }) => (agent.personId === OPERATOR ? t("action.operator") : agent.name);
}

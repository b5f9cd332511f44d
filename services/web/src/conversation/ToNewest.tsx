import { ArrowDownIcon } from "@navikt/aksel-icons";
import { Button } from "@navikt/ds-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";

/** Over the conversation while one reads further back. */
export const ToNewest = memo(function ToNewest({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      size="small"
      className="to-bottom"
      icon={<ArrowDownIcon aria-hidden />}
      onClick={onClick}
    >
      {t("conversation.toNewest")}
    </Button>
  );
});

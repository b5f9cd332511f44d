import { BodyShort, Button, HStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";

const IDEAS = ["upToDate", "times", "work", "meeting"] as const;

interface PurposeIdeasProps {
  purpose: string;
  onChoose: (purpose: string) => void;
}

/** What rooms are mostly for, in one tap; away where she has found words of her own. */
export function PurposeIdeas({ purpose, onChoose }: PurposeIdeasProps) {
  const { t } = useTranslation();
  const ideas = IDEAS.map((idea) => t(`propose.idea.${idea}`));
  if (purpose.trim() !== "" && !ideas.includes(purpose)) return null;
  return (
    <HStack role="group" aria-labelledby="purpose-ideas" gap="space-8" align="center">
      <BodyShort id="purpose-ideas" size="small">
        {t("propose.ideas")}
      </BodyShort>
      {ideas.map((idea) => (
        <Button
          key={idea}
          type="button"
          size="small"
          variant={idea === purpose ? "primary" : "secondary"}
          data-color="neutral"
          aria-pressed={idea === purpose}
          onClick={() => onChoose(idea)}
        >
          {idea}
        </Button>
      ))}
    </HStack>
  );
}

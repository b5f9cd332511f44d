import { Button, HStack, TextField, VStack } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Address } from "../contracts/people";
import { Refused } from "../shell/Refused";
import { isEmail, useChangeAddress } from "./address";

interface AddressFieldProps {
  address: Address;
  label: string;
  description?: string;
  /** Told what holds from now on. */
  onSaved?: (email: string) => void;
  /** Beside the button that saves. */
  children?: ReactNode;
}

/** One field and the button that saves it. What was typed stays when saving fails. */
export function AddressField({
  address,
  label,
  description,
  onSaved,
  children,
}: AddressFieldProps) {
  const { t } = useTranslation();
  const change = useChangeAddress();
  /** Until it is saved: what was changed in another window meanwhile takes nothing away. */
  const [typed, setTyped] = useState<string>();
  const value = typed ?? address.email ?? "";
  const [wrong, setWrong] = useState(false);
  const save = () => {
    const email = value.trim();
    setWrong(!isEmail(email));
    if (!isEmail(email)) return;
    change.mutate(
      { email, version: address.version },
      {
        onSuccess: () => {
          // What she has typed while it was being saved is hers still.
          setTyped((now) => (now?.trim() === email ? undefined : now));
          onSaved?.(email);
        },
      },
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <VStack gap="space-12">
        <TextField
          label={label}
          description={description}
          type="email"
          autoComplete="email"
          value={value}
          error={wrong && t("address.invalid")}
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong(false);
          }}
        />
        <HStack gap="space-8" align="center">
          <Button type="submit" size="small" loading={change.isPending}>
            {t("address.save")}
          </Button>
          {children}
        </HStack>
        <Refused error={change.error} />
      </VStack>
    </form>
  );
}

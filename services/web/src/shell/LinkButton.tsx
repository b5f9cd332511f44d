import { Button, type ButtonProps } from "@navikt/ds-react";
import { Link as RouterLink } from "react-router";

type LinkButtonProps = Omit<ButtonProps, "loading" | "disabled"> & { to: string };

/** Looks like a button, goes somewhere: so it is told as the link it is (Aksel would say button). */
export function LinkButton(props: LinkButtonProps) {
  return <Button as={RouterLink} role="link" {...props} />;
}

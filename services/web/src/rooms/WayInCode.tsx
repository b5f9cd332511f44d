import { QRCodeSVG } from "qrcode.react";

/** An address to be read by a phone's camera. */
export function WayInCode({ address, title }: { address: string; title: string }) {
  return <QRCodeSVG value={address} title={title} size={224} marginSize={4} />;
}

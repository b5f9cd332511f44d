import type { ReactNode } from "react";

/** The upper or lower end of a phone; what is to be tapped is drawn in the accent. */
function Phone({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 120 132" className="iphone__picture" aria-hidden focusable="false">
      <rect x="6" y="4" width="108" height="124" rx="16" className="iphone__body" />
      {children}
    </svg>
  );
}

function Line({ x, y, width }: { x: number; y: number; width: number }) {
  return <rect x={x} y={y} width={width} height="5" rx="2.5" className="iphone__line" />;
}

/** An arrow out of a box. */
function Share({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`} className="iphone__stroke">
      <path d="M-5 -3H-8V9H8V-3H5" />
      <path d="M0 4V-11M-5 -6L0 -11L5 -6" />
    </g>
  );
}

export function SharePicture() {
  return (
    <Phone>
      <Line x={20} y={24} width={80} />
      <Line x={20} y={38} width={62} />
      <Line x={20} y={52} width={72} />
      <path d="M6 92H114" className="iphone__edge" />
      <circle cx="60" cy="110" r="16" className="iphone__target" />
      <Share x={60} y={110} />
      <Line x={18} y={108} width={14} />
      <Line x={88} y={108} width={14} />
    </Phone>
  );
}

export function AddPicture() {
  return (
    <Phone>
      <Line x={20} y={22} width={56} />
      <path d="M6 44H114" className="iphone__edge" />
      <rect x="14" y="54" width="92" height="28" rx="8" className="iphone__target" />
      <Line x={24} y={66} width={44} />
      <g className="iphone__stroke">
        <rect x="84" y="60" width="16" height="16" rx="4" />
        <path d="M92 64V72M88 68H96" />
      </g>
      <Line x={24} y={96} width={52} />
      <Line x={24} y={112} width={38} />
    </Phone>
  );
}

export function HomePicture() {
  return (
    <Phone>
      {[22, 50, 78].map((x) => (
        <rect key={x} x={x} y="24" width="20" height="20" rx="6" className="iphone__app" />
      ))}
      <rect x="18" y="56" width="28" height="28" rx="8" className="iphone__target" />
      <text x="32" y="77" className="iphone__letter">
        S
      </text>
      <rect x="50" y="60" width="20" height="20" rx="6" className="iphone__app" />
      <rect x="78" y="60" width="20" height="20" rx="6" className="iphone__app" />
      <Line x={40} y={116} width={40} />
    </Phone>
  );
}

export function OnPicture() {
  return (
    <Phone>
      <Line x={20} y={24} width={60} />
      <rect x="14" y="48" width="92" height="30" rx="15" className="iphone__target" />
      <g className="iphone__stroke">
        <path d="M31 69V61A6 6 0 0 1 43 61V69ZM29 69H45M37 55V53" />
      </g>
      <Line x={54} y={61} width={40} />
      <Line x={20} y={94} width={72} />
      <Line x={20} y={108} width={50} />
    </Phone>
  );
}

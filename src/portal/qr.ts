import { renderSVG } from 'uqr';

/** A QR code as SVG. Its content is an address of ours; nothing a person typed reaches the markup. */
export const qrSvg = (text: string): string =>
  renderSVG(text, { ecc: 'M', border: 2 }).replace('<svg ', '<svg role="img" aria-label="QR" ');
